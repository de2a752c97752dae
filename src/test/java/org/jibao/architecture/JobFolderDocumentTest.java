package org.jibao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.testkit.Guides;
import org.junit.jupiter.api.Test;

/** {@code src/docs/job-folder.md} against the readers of job folders: every key that one of them asks for has its place there. */
class JobFolderDocumentTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** A reader takes keys out of a {@code Mapping} and ends it, which makes any other key a mistake. */
    private static final Pattern READER = Pattern.compile("\\bMapping\\b[\\s\\S]*\\.end\\(\\);");

    private static final Pattern KEY = Pattern.compile("\\.(?:need|get|has|ifGiven)\\(\"([a-z_-]+)\"\\)");
    private static final Pattern NAMED = Pattern.compile("`(?:\\w+: )?([a-z_-]+)`");

    @Test
    void namesEveryKey() throws IOException {
        Set<String> keys = keys();
        assertTrue(
                keys.containsAll(List.of("unit-kinds", "filled-by", "tolerance", "of-record", "drawing")),
                keys::toString);
        Set<String> missing = new TreeSet<>(keys);
        missing.removeAll(named());
        assertEquals(Set.of(), missing);
    }

    @Test
    void namesEveryColumnOfTheList() {
        String document = Guides.text("job-folder.md");
        for (String guide :
                List.of(document, Guides.text("officers-guide.md"), Guides.text("officers-guide.zh-CN.md"))) {
            for (String column :
                    "code name kind parent aliases active_from active_to predecessors contact phone email senders"
                            .split(" ")) {
                assertTrue(guide.contains("`" + column + "`"), column);
            }
        }
    }

    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                if (READER.matcher(text).find()) {
                    KEY.matcher(text).results().forEach(key -> keys.add(key.group(1)));
                }
            }
        }
        return keys;
    }

    private static Set<String> named() {
        Set<String> named = new TreeSet<>();
        Matcher code = NAMED.matcher(Guides.prose(Guides.text("job-folder.md")));
        while (code.find()) {
            named.add(code.group(1));
        }
        return named;
    }
}
