package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jibao.definition.ReferenceTable;
import org.jibao.finding.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceReaderTest {

    private static final String FILE = "reference/targets.csv";

    private final Path parent;

    ReferenceReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob job(String csv) {
        return TestJob.in(parent)
                .withJob("roster: units.csv", "roster: units.csv\nreference: [targets]")
                .with(FILE, csv);
    }

    @Test
    void readsTextsAndTheirLines() {
        assertEquals(
                List.of(new ReferenceTable(
                        "targets",
                        List.of("code", "target_2026", "remark"),
                        List.of(
                                row(2, "A", "007", null),
                                row(4, "B", null, "第一行\r\n第\"二\"行, 完"),
                                row(6, "C", "1,300", "x"),
                                row(8, "D", null, null)))),
                job("\uFEFFcode,target_2026,remark\r\n"
                                + "A , 007,\r\n"
                                + "\r\n"
                                + "B,\"\",\"第一行\r\n第\"\"二\"\"行, 完\"\r\n"
                                + "C,\"1,300\",x\r\n"
                                + ",,\r\n"
                                + "D,,")
                        .load()
                        .reference());
    }

    private static ReferenceTable.Row row(int line, @Nullable String... cells) {
        return new ReferenceTable.Row(line, Arrays.asList(cells));
    }

    @Test
    void mayHaveNoRows() {
        assertEquals(
                List.of(new ReferenceTable("targets", List.of("code"), List.of())),
                job("code\n").load().reference());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1: the file is empty: its first line must name the columns, separated by commas, such as code,name,amount",
                "code,Name\\nA,B | 1: column 2 of the first line is called \"Name\", which is no column's name: begin with a lower-case letter, use lower-case letters, digits and underscores",
                "code,单位\\nA,B | 1: column 2 of the first line is called \"单位\", which is no column's name: begin with a lower-case letter, use lower-case letters, digits and underscores",
                "code,\\nA,B | 1: column 2 of the first line is called \"\", which is no column's name: begin with a lower-case letter, use lower-case letters, digits and underscores",
                "line,code\\n1,A | 1: column 1 of the first line cannot be called \"line\", which holds the line's number: choose another, such as line_no",
                "code,a,code\\nA,B,C | 1: column 3 of the first line, \"code\", is called like column 1; choose another name",
                "code,a\\nA,B\\nC\\nD,E,F | 3: this line has 1 cells, the first line 2; put a cell that holds a comma in double quotes",
                "code,a\\nA,\"B\\nC,D | 2: not valid CSV: check that quotes come in pairs",
            })
    void placesMistakes(String csv, String problem) {
        assertEquals(
                FILE + ":" + problem, job(csv.replace("\\n", "\n")).problems().get(0));
    }

    @Test
    void reportsEveryMistakeAtOnceInChinese() {
        assertEquals(
                List.of(
                        FILE + ":1: 首行第 2 列不能叫“line”：程序用它存行号，请换一个列名，如 line_no",
                        FILE + ":1: 首行第 3 列的列名“code”与第 1 列重复，请换一个",
                        FILE + ":1: 首行第 4 列的列名“Code”不合规：请用小写字母开头，只用小写字母、数字和下划线",
                        FILE + ":4: 这一行有 5 格，首行有 4 格；格内有逗号时，请用双引号把整格括起来"),
                job("code,line,code,Code\n\"a\nb\",1,2,3\nA,1,2,3,4\n").problems(Language.ZH));
    }

    @Test
    void wantsEveryTableListedAndEveryListedTable() {
        TestJob job = job("code\nA\n").with("reference/old.csv", "code\n").with("reference/targets.xlsx", "");
        job.withJob("[targets]", "[targets, weights, Bad]");
        String unlisted =
                "the folder reference holds the tables that job.yaml lists under reference (id.csv), and no others: list it there, or move this file away";
        assertEquals(
                List.of(
                        "job.yaml:13: \"Bad\" is no id: begin with a lower-case letter, use lower-case letters, digits and underscores",
                        "reference/Bad.csv:1: this file is missing; add it",
                        "reference/old.csv:1: " + unlisted,
                        "reference/targets.xlsx:1: " + unlisted,
                        "reference/weights.csv:1: this file is missing; add it"),
                job.problems());
    }

    @Test
    void wantsUtf8() {
        TestJob job = job("").with(FILE, "code\n甲\n".getBytes(Charset.forName("GB18030")));
        assertEquals(List.of(FILE + ":1: the file is not in UTF-8; save it as UTF-8"), job.problems());
    }

    @Test
    void countsForTheDigest() {
        String before = job("code\nA\n").load().digest();
        assertEquals(before, job("code\nA\n").load().digest());
        assertNotEquals(before, job("code\nB\n").load().digest());
    }
}
