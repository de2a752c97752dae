package org.jibao.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code src/docs/findings.md} against the codes and their words. */
class FindingsDocumentTest {

    private final String document;

    FindingsDocumentTest() throws IOException {
        document = Files.readString(Path.of("src/docs/findings.md"));
    }

    @ParameterizedTest
    @EnumSource(FindingCode.class)
    void saysWhatTheProgramSays(FindingCode code) {
        String section = section(code);
        assertTrue(section.startsWith(code.severity().name().toLowerCase(java.util.Locale.ROOT) + " · "), section);
        for (Language language : Language.values()) {
            for (String key : new String[] {code.code(), code.code() + ".cure"}) {
                String words = Messages.bundle(language).getString(key);
                assertTrue(section.contains(words + "\n"), () -> code + " in " + language + ": " + words);
            }
        }
    }

    @Test
    void describesNoOtherCode() {
        assertEquals(FindingCode.values().length, document.split("\n### ").length - 1);
    }

    private String section(FindingCode code) {
        String heading = "\n### `" + code.code() + "`\n";
        assertTrue(document.contains(heading), code::code);
        String rest = document.substring(document.indexOf(heading) + heading.length());
        return rest.split("\n##")[0] + "\n";
    }
}
