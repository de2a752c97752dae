package org.jibao.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;

/** That nothing printed makes a terminal do anything. */
class VisibleOutputTest {

    private static final String FORGED = "a.xlsx\nAccepted  b.xlsx\u001b[2J\u202e";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Screen screen = new Screen(
            new ResultStream(bytes, StandardCharsets.UTF_8),
            new VisibleStream(bytes, StandardCharsets.UTF_8),
            false,
            Language.EN);

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void escapesWhateverIsPrintedHowever() {
        screen.out().print("\u001b[31mred\u0007");
        screen.err().print("\u009b1m");
        screen.outWriter().printf("%s%n", "\u200e写\r_");
        screen.errWriter().println("x\u0000y");
        screen.out().write('\b');
        screen.out().flush();
        assertEquals("\\u001b[31mred\\u0007\\u009b1m\\u200e写\\u000d_\nx\\u0000y\n\\u0008", shown());
    }

    @Test
    void passesLinesAndChineseOn() {
        String text = "应报 49，已报 47（９６%）\r\n\n𠮷\n";
        screen.out().print(text);
        assertEquals(text, shown());
    }

    /** Also where the pieces end within a character, or within a line break. */
    @Test
    void showsTheSameHoweverItIsCutUp() throws IOException {
        String text = "青\u202e岚\u001b𠮷\r\n县\ra\u00ad".repeat(3);
        byte[] whole = text.getBytes(StandardCharsets.UTF_8);
        String expected = "青\\u202e岚\\u001b𠮷\r\n县\\u000da\\u00ad".repeat(3);
        for (int size = 1; size <= whole.length; size++) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            try (VisibleOutput output = new VisibleOutput(target, StandardCharsets.UTF_8)) {
                for (int i = 0; i < whole.length; i += size) {
                    output.write(whole, i, Math.min(size, whole.length - i));
                }
            }
            assertEquals(expected, target.toString(StandardCharsets.UTF_8), "pieces of " + size);
        }
    }

    @Test
    void givesATerminalItsOwnEncoding() {
        Charset chinese = Charset.forName("GBK");
        PrintStream out = new ResultStream(bytes, chinese).inBulk();
        out.print("青岚县\u001b");
        out.flush();
        assertEquals("青岚县\\u001b", bytes.toString(chinese));
    }

    @Test
    void forgesNoLineOfATable() {
        String table = new TextTable("File", "Remark").row(FORGED, "x\ry").render();
        assertEquals(3, table.lines().count());
        assertEquals(
                "a.xlsx\\u000aAccepted  b.xlsx\\u001b[2J\\u202e  x\\u000dy",
                table.lines().toList().get(2));
    }

    @Test
    void forgesNoLineByAValueOrAText() {
        assertEquals("Summary: a.xlsx\\u000aAccepted  b.xlsx\\u001b[2J\\u202e", screen.say("run.output", FORGED));
        assertEquals("a.xlsx\n    Accepted  b.xlsx\\u001b[2J\\u202e", screen.say(Text.same(FORGED)));
        assertEquals(
                "Summary: a.xlsx\n    Accepted  b.xlsx\\u001b[2J\\u202e", screen.say("run.output", Text.same(FORGED)));
    }

    @Test
    void redrawsALineByWhatTheProgramItselfSays() {
        screen.err().control("\r█\u001b[K");
        assertEquals("\r█\u001b[K", shown());
    }
}
