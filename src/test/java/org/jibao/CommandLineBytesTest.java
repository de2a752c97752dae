package org.jibao;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineBytesTest {

    @Test
    void takesTheLastWordsAsTheyWereTyped() {
        byte[] bytes = "java\0-jar\0jibao.jar\0run\0--inbox\0收件箱\0--out\0\0".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                List.of("run", "--inbox", "收件箱", "--out", ""),
                CommandLineBytes.last(bytes, List.of("run", "--inbox", "???", "--out", "")));
    }

    @Test
    void keepsWhatIsKnownWhereTheSystemHasLess() {
        assertEquals(List.of("run"), CommandLineBytes.last(new byte[0], List.of("run")));
    }
}
