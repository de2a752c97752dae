package org.jibao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jibao.burden.TwoReturns;
import org.jibao.cli.page.ResultStream;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.VisibleOutput.VisibleStream;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BurdenCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private int burden(Language language, String... options) {
        bytes.reset();
        Screen screen = new Screen(
                new ResultStream(bytes, StandardCharsets.UTF_8),
                new VisibleStream(bytes, StandardCharsets.UTF_8),
                false,
                language);
        CommandLine line = JibaoCommand.line(screen);
        line.setExecutionExceptionHandler(new CommandFailures(screen));
        String[] arguments = Stream.concat(
                        Stream.of(
                                "burden",
                                "--jobs",
                                folder.resolve("jobs").toString(),
                                "--store",
                                folder.resolve("data/jibao.duckdb").toString(),
                                "--as-of",
                                "2026-02-20T09:00+08:00"),
                        Stream.of(options))
                .toArray(String[]::new);
        Commands.add(line, arguments);
        line.setErr(screen.errWriter());
        return line.execute(arguments);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private TwoReturns published() {
        TwoReturns returns = new TwoReturns(folder);
        returns.year2025();
        return returns;
    }

    private static void publish(TwoReturns returns) {
        returns.store().snapshot().publish();
        returns.close();
    }

    @Test
    void showsAllJobsThatHaveReturnsInShort() {
        publish(published());
        assertEquals(ExitCode.DONE, burden(Language.EN), shown());
        assertEquals("""
                Quarterly: returns 48, units 12, periods 4
                Yearly: returns 12, units 12, periods 1
                Cells that could be dropped or filled in by the office: 7
                Nothing is said on fewer than 10 returns. That units never change an answer is said of units with 4 returns or more. Nearly all is 95 % or more.

                Asked twice: 3
                  Yearly: Yearly table, Received, Number
                    ← Quarterly: Quarterly table, Received, Number
                    its periods add up to it in 12 of 12 returns
                  Yearly: Yearly table, Staff, Number
                    ← Quarterly: Quarterly table, Staff, Number
                    its last period says the same in 12 of 12 returns
                  Yearly: Yearly table, Complaints, Number
                    ← Quarterly: Quarterly table, Complaints, Number
                    by label only: 1 returns to compare, 10 are needed

                Computable from other cells: 1
                  Quarterly: Quarterly table, Total, Number
                    ← Carried in + Received
                    by the rule quarter.sum, which holds in 48 of 48 returns

                Prefilled and left as it is: 1
                  Quarterly: Quarterly table, Carried in, Number
                    ← Carried out (period before)
                    what was brought forward is unchanged in 36 of 36 returns

                Never changed: 2
                  Quarterly: Quarterly table, Complaints, Number
                    12 of 12 units always say the same, in up to 4 periods
                  Quarterly: Quarterly table, Posts, Number
                    12 of 12 units always say the same, in up to 4 periods

                Kind of unit  Units  A period  A year  Prefilled  Computed  Locked  By hand  Table cols  Return
                ------------  -----  --------  ------  ---------  --------  ------  -------  ----------  -----------
                Towns            12         8      32          4         0       4       24           0  quarters
                Towns            12         4       4          0         0       0        4           0  years
                Towns            12         —      36          4         0       4       28           0  all returns
                """, shown());
    }

    @Test
    void showsOneJobWhereItIsNamed() {
        publish(published());
        assertEquals(ExitCode.DONE, burden(Language.ZH, "--job", "years"), shown());
        assertTrue(shown().startsWith("年报：12 家单位 1 期共 12 份报表\n没有发现可以取消的单元格。\n"), shown());
    }

    @Test
    void givesAllOfItAsJsonAndAsAWorkbook() throws IOException {
        publish(published());
        Path file = folder.resolve("burden.xlsx");
        assertEquals(ExitCode.DONE, burden(Language.EN, "--json", "--output", file.toString()), shown());
        assertEquals(7, shown().split("\"basis\"", -1).length - 1);
        assertTrue(
                shown().replaceAll("\\s", "").contains("\"cell\":{\"job\":\"years\",\"id\":\"year.received.number\""));
        assertTrue(Files.size(file) > 1000);
        Files.writeString(folder.resolve("data/jibao.duckdb.note"), "x");
        assertEquals(
                ExitCode.WRONG_USAGE,
                burden(
                        Language.EN,
                        "-o",
                        folder.resolve("data/jibao.duckdb.note").toString()),
                shown());
    }

    @Test
    void leavesOutAJobWhoseFolderHasMistakes() throws IOException {
        publish(published());
        Files.writeString(folder.resolve("jobs/years/forms/year.yaml"), "layout: nothing\n");
        assertEquals(ExitCode.DONE, burden(Language.EN), shown());
        assertTrue(
                shown().contains("years was left out: its job folder has mistakes. jibao verify years says which.\n"),
                shown());
    }

    @Test
    void showsLabelsOfStrangersOnOneLine() throws IOException {
        TwoReturns returns = published();
        Path form = folder.resolve("jobs/quarters/forms/quarter.yaml");
        Files.writeString(
                form,
                Files.readString(form)
                        .replace("zh: 应有人数", "zh: \"应有\\e[2J人数\\u202E\\n假的一行\"")
                        .replace("en: Posts", "en: \"=1+1\\e[2J\\nfalse line\""));
        publish(returns);
        assertEquals(
                ExitCode.DONE,
                burden(Language.EN, "--output", folder.resolve("b.xlsx").toString()),
                shown());
        assertFalse(shown().contains("\u001b"), shown());
        assertFalse(shown().contains("\nfalse line"), shown());
    }

    @Test
    void saysWhatToDoWhereNothingWasCollected() {
        try (TwoReturns returns = new TwoReturns(folder)) {
            returns.store().snapshot().publish();
        }
        assertEquals(ExitCode.FAILED, burden(Language.EN), shown());
        assertTrue(shown().contains("Run jibao collect for one of them"), shown());
    }

    @Test
    void takesNoNumberOfPeriodsThatIsNone() {
        publish(published());
        assertEquals(ExitCode.WRONG_USAGE, burden(Language.EN, "--periods", "0"), shown());
        assertTrue(shown().contains("--periods takes 1 to 400"), shown());
    }
}
