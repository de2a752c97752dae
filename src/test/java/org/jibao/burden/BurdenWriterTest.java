package org.jibao.burden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jibao.finding.Language;
import org.jibao.status.WorkbookText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurdenWriterTest {

    @TempDir
    private Path folder = Path.of("");

    private List<String> written(BurdenReport report, Language language) throws IOException {
        byte[] bytes = BurdenWriter.workbook(report, language);
        assertArrayEquals(bytes, BurdenWriter.workbook(report, language));
        return WorkbookText.of(Files.write(folder.resolve("burden.xlsx"), bytes), 100);
    }

    @Test
    void writesOneRowACellAndOneRowAKindAndJob() throws IOException {
        try (TwoReturns returns = new TwoReturns(folder)) {
            returns.year2025();
            List<String> lines = written(returns.report(8, "quarters", "years"), Language.EN);
            assertEquals(
                    List.of(
                            "# What need not be asked",
                            "A1 What need not be asked",
                            "A2 Cells that could be dropped or filled in by the office: 7. Forms of 2 jobs were looked at, with up to 8 of the newest periods of each.",
                            "A3 Looked at: Quarterly (returns 48, units 12, periods 4); Yearly (returns 12, units 12, periods 1).",
                            "A4 Nothing is said on fewer than 10 returns. That units never change an answer is said of units with 4 returns or more. Nearly all is 95 % or more.",
                            "A6 Why",
                            "B6 Return",
                            "C6 Form",
                            "D6 Row",
                            "E6 Column",
                            "F6 Known from",
                            "G6 In the blank return",
                            "H6 Share",
                            "I6 Rests on",
                            "A7 Asked twice",
                            "B7 Yearly",
                            "C7 Yearly table",
                            "D7 Received",
                            "E7 Number",
                            "F7 Quarterly: Quarterly table, Received, Number",
                            "G7 to fill in",
                            "H7 100.0%",
                            "I7 its periods add up to it in 12 of 12 returns"),
                    lines.subList(0, 23));
            int second = lines.indexOf("# What units are asked");
            assertEquals(
                    List.of(
                            "A7 Towns",
                            "B7 all returns",
                            "C7 12",
                            "D7 —",
                            "E7 —",
                            "F7 36",
                            "G7 4",
                            "H7 0",
                            "I7 4",
                            "J7 28",
                            "K7 0"),
                    lines.subList(lines.size() - 11, lines.size()));
            assertEquals(
                    "A2 Tables with an entry a line come on top: their columns are stated, their cells depend on the unit.",
                    lines.get(second + 2));
        }
    }

    @Test
    void saysThatNothingWasFound() throws IOException {
        try (TwoReturns returns = new TwoReturns(folder)) {
            returns.define("years", "2025");
            List<String> lines = written(returns.report(8, "years"), Language.ZH);
            assertEquals(
                    List.of(
                            "# 可以不问的",
                            "A1 可以不问的",
                            "A2 没有发现可以取消的单元格。",
                            "A3 所看报表：年报（0 家 0 份，0 期）。",
                            "A4 依据不足 10 份报表的不下结论；“从不变化”只就报过 4 期以上的单位而言；“几乎全部”指 95% 以上。"),
                    lines.subList(0, 5));
        }
    }
}
