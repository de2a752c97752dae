package org.jibao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.testkit.Guides;
import org.junit.jupiter.api.Test;

/** Documents lead to each other: every link to a file of the project, or to a heading in one, has something at its end. */
class DocumentLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final int SHORT = 90;

    @Test
    void everyLinkLeadsToAFileAndAHeading() {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : Guides.all()) {
            Matcher link = LINK.matcher(Guides.prose(Guides.text(document)));
            while (link.find()) {
                if (!ELSEWHERE.matcher(link.group(1)).matches()) {
                    links++;
                    if (!leadsSomewhere(document, link.group(1))) {
                        broken.add(document + ": " + link.group(1));
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 100, links + " links");
    }

    @Test
    void everyGuideIsReachedFromBothReadmes() {
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            String text = Guides.text(Path.of(readme));
            for (Path document : Guides.all()) {
                String path = document.toString().replace('\\', '/');
                boolean guide = path.startsWith("src/docs/") && !path.startsWith("src/docs/decisions/");
                assertTrue(!guide || text.contains("](" + path + ")"), readme + " does not lead to " + path);
            }
        }
    }

    @Test
    void bothReadmesAreShort() {
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            long lines = Guides.text(Path.of(readme)).lines().count();
            assertTrue(lines <= SHORT, readme + " has " + lines + " lines; what is long belongs in a guide");
        }
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path folder = document.toAbsolutePath().getParent();
        Path target = parts[0].isEmpty() || folder == null
                ? document.toAbsolutePath()
                : folder.resolve(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(target).anyMatch(parts[1]::equals));
    }

    /** As code hosts make them of headings: letters, digits, hyphens and underscores, blanks as hyphens. */
    private static Stream<String> anchors(Path document) {
        List<String> headings = HEADING.matcher(Guides.prose(Guides.text(document)))
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .toList();
        return headings.stream()
                .map(heading -> heading.strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'));
    }
}
