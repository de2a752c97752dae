package org.jibao.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.run.Stage;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TerminalProgress progress(boolean terminal) {
        VisibleStream err = new VisibleStream(bytes, StandardCharsets.UTF_8);
        ResultStream out = new ResultStream(new ByteArrayOutputStream(), StandardCharsets.UTF_8);
        return new TerminalProgress(new Screen(out, err, terminal, Language.EN));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8).replace("\u001b[K", "").replace("\r", "|");
    }

    @Test
    void namesEachStageOnceInALog() {
        TerminalProgress progress = progress(false);
        for (int i = 0; i < 3; i++) {
            progress.at(Stage.LONG_REGISTER, 4096 * i, 1_000_001);
            progress.at(Stage.READING, i, 9);
        }
        progress.close();
        assertEquals("Reading a long register, rows …%nReading and checking …%n".formatted(), shown());
    }

    @Test
    void showsRowsOnATerminalAndKeepsToOneLineWhileStagesTakeTurns() {
        TerminalProgress progress = progress(true);
        progress.at(Stage.LONG_REGISTER, 500_000, 1_000_000);
        progress.at(Stage.READING, 1, 4);
        progress.at(Stage.LONG_REGISTER, 1_000_000, 1_000_000);
        progress.at(Stage.STORING, 0, 10);
        progress.close();
        assertEquals(
                "|Reading a long register, rows [" + "█".repeat(15) + "·".repeat(15) + "] 500000/1000000"
                        + "|Reading and checking [" + "█".repeat(7) + "·".repeat(23) + "] 1/4"
                        + "|Reading a long register, rows [" + "█".repeat(30) + "] 1000000/1000000"
                        + System.lineSeparator()
                        + "|Storing a long register, rows [" + "·".repeat(30) + "] 0/10"
                        + System.lineSeparator(),
                shown());
    }
}
