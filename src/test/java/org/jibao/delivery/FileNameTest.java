package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNameTest {

    @Test
    void leavesWhatFitsAsItIs() {
        assertEquals("青石镇_2026年第三季度", FileName.fitting("青石镇_2026年第三季度", ".xlsx", "ab12cd34"));
        assertEquals("a_b_c_.d", FileName.plain("a/b:c?.d"));
        assertEquals("_profile", FileName.plain(".profile"));
    }

    @Test
    void cutsWhatIsTooLongBetweenCharactersAndMarksIt() {
        String stem = FileName.fitting("报".repeat(100), "_退回说明.xlsx", "ab12cd34");
        assertEquals("报".repeat(69) + "~ab12cd34", stem);
        assertEquals("𠮷".repeat(51) + "~ab12cd34", FileName.fitting("𠮷".repeat(100), "_退回说明.xlsx", "ab12cd34"));
        assertNotEquals(
                FileName.fitting("报".repeat(100), ".xlsx", "ab12cd34"),
                FileName.fitting("报".repeat(101), ".xlsx", "ab12cd35"));
    }

    @Test
    void canBeWrittenThroughADraftAndKept(@TempDir Path folder) throws IOException {
        for (String sign : new String[] {"a", "é", "报", "𠮷"}) {
            String name = FileName.fitting(sign.repeat(255), ".xlsx", "ab12cd34") + ".xlsx";
            Outbox outbox = Outbox.open(folder);
            outbox.write(name, draft -> Files.writeString(draft, "x"));
            assertEquals("x", Files.readString(outbox.deliver(name)));
            assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 255 - ".".length() - ".tmp".length());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
    }
}
