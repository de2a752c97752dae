package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.testkit.FencedBlock;
import org.jibao.testkit.Guides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide "Your own return" in its two languages, and its pictures. */
class YourOwnReturnTest {

    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\((images/[^)]+)\\)");
    private static final int SMALL = 80 * 1024;

    @Test
    void bothLanguagesTakeTheSameSteps() {
        assertEquals(steps("your-own-return.md"), steps("your-own-return.zh-CN.md"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"your-own-return.md", "your-own-return.zh-CN.md"})
    void picturesAreSmall(String guide) throws IOException {
        Matcher picture = PICTURE.matcher(Guides.text(guide));
        int pictures = 0;
        while (picture.find()) {
            pictures++;
            assertTrue(Files.size(Path.of("src/docs").resolve(picture.group(1))) < SMALL, picture.group(1));
        }
        assertEquals(3, pictures);
    }

    /** The commands without the folder of the language, and the kinds of the other blocks. */
    private static List<String> steps(String guide) {
        return FencedBlock.of(Guides.text(guide)).stream()
                .map(block -> block.language().equals("sh")
                        ? String.join("\n", block.lines())
                                .replace("own-return/zh/", "own-return/")
                                .replace("own-return/en/", "own-return/")
                                .replace(" --lang en", "")
                        : block.language())
                .toList();
    }
}
