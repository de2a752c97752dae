package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.PrintedForm;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryReaderTest {

    private static final String SUMMARY = """
            tables:
              - id: sums
                title: {zh: 合计, en: Sums}
                empty: {zh: 无, en: None}
                columns:
                  - {name: unit, zh: 单位, en: Unit, width: 20}
                  - {name: items, zh: 条数, en: Items, format: count}
                  - {name: share, zh: 占比, en: Share, format: rate}
            charts:
              - id: most
                type: ranking
                table: sums
                category: unit
                values: [items]
                format: count
                title: {zh: 谁最多, en: Who has most}
                subtitle: {zh: 条, en: items}
                limit: 10
            sheets:
              - {id: front, kind: cover, title: {zh: 封面, en: Cover}, blocks: [sums]}
              - {id: page, kind: page, title: {zh: 图, en: Chart}, blocks: [sums, most]}
            """;

    private final Path parent;

    SummaryReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private TestJob job() {
        return TestJob.in(parent).with("summary.yaml", SUMMARY).with("tables/sums.sql", "-- all\nSELECT 1;\n");
    }

    private List<String> problemsWith(String text, String replacement) {
        return job().withChanged("summary.yaml", text, replacement).problems();
    }

    @Test
    void readsTablesChartsAndSheets() {
        assertEquals(
                new SummaryDefinition(
                        List.of(new Table(
                                "sums",
                                new Text("合计", "Sums"),
                                null,
                                new Text("无", "None"),
                                List.of(
                                        new Column("unit", new Text("单位", "Unit"), Format.TEXT, 20),
                                        new Column("items", new Text("条数", "Items"), Format.COUNT, 0),
                                        new Column("share", new Text("占比", "Share"), Format.RATE, 0)),
                                "tables/sums.sql",
                                "-- all\nSELECT 1")),
                        List.of(new Chart(
                                "most",
                                ChartType.RANKING,
                                "sums",
                                "unit",
                                List.of("items"),
                                null,
                                List.of(),
                                Format.COUNT,
                                new Text("谁最多", "Who has most"),
                                new Text("条", "items"),
                                10)),
                        List.of(),
                        List.of(
                                new Sheet("front", SheetKind.COVER, new Text("封面", "Cover"), List.of("sums")),
                                new Sheet("page", SheetKind.PAGE, new Text("图", "Chart"), List.of("sums", "most")))),
                job().load().summary());
    }

    private static final String PRINTED = """
            printed:
              - id: paper
                title: {zh: 表, en: Form}
                drawing:
                  zh: |
                    申请人 | <  | 总计
                    个人   | 企业 | ^
                    {a.b}  | {a.c} | {a.d}
                  en: |
                    Applicants | < | Total
                    Persons | Firms | ^
                    {a.b} | {a.c} | {a.d}
            sheets:
              - {id: paper, kind: printed, title: {zh: 印, en: Print}, blocks: [sums, paper]}
            """;

    @Test
    void readsDrawingOfPrintedForm() {
        PrintedForm form = job().withChanged("summary.yaml", "sheets:\n", PRINTED)
                .load()
                .summary()
                .printed()
                .get(0);
        assertEquals(
                List.of(
                        new PrintedForm.Cell(0, 0, 1, 2, "申请人", null),
                        new PrintedForm.Cell(0, 2, 2, 1, "总计", null),
                        new PrintedForm.Cell(1, 0, 1, 1, "个人", null),
                        new PrintedForm.Cell(1, 1, 1, 1, "企业", null),
                        new PrintedForm.Cell(2, 0, 1, 1, "", "a.b"),
                        new PrintedForm.Cell(2, 1, 1, 1, "", "a.c"),
                        new PrintedForm.Cell(2, 2, 1, 1, "", "a.d")),
                form.in(Language.ZH).cells());
        assertEquals("Total", form.in(Language.EN).cells().get(1).text());
    }

    @Test
    void rejectsDrawingThatIsNoTable() {
        assertEquals(
                List.of("summary.yaml:23: line 2 of the drawing has 2 cells, its first has 3: give each line the same,"
                        + " with < or ^ where cells are merged"),
                problemsWith("sheets:\n", PRINTED.replace("个人   | 企业 | ^", "个人 | 企业")).stream()
                        .filter(problem -> problem.contains("line 2"))
                        .toList());
        assertEquals(
                List.of(
                        "summary.yaml:23: \"^\" in line 1, cell 3 of the drawing continues no cell at its left or above"),
                problemsWith("sheets:\n", PRINTED.replace("| <  | 总计", "| <  | ^")));
        assertEquals(
                List.of("summary.yaml:23: the drawings in Chinese and English differ: only one of them has a.e"),
                problemsWith("sheets:\n", PRINTED.replace("Persons", "{a.e}")));
    }

    private static final String FORMS = """
            printed:
              - id: paper
                title: {zh: 表, en: Form}
                forms: [counts, {form: counts, rows: [total], over: {zh: 其中, en: Of these}, corner: 项目}]
            sheets:
              - {id: paper, kind: printed, title: {zh: 印, en: Print}, blocks: [sums, paper]}
            """;

    /** Six of fifteen columns for the labels of rows, the rest shared by two of figures. */
    @Test
    void drawsGridsOfTheJob() {
        PrintedForm form = job().withChanged("summary.yaml", "sheets:\n", FORMS)
                .load()
                .summary()
                .printed()
                .get(0);
        assertEquals(
                List.of(
                        new PrintedForm.Cell(0, 0, 1, 7, "", null),
                        new PrintedForm.Cell(0, 7, 1, 4, "收到", null),
                        new PrintedForm.Cell(0, 11, 1, 4, "办结", null),
                        new PrintedForm.Cell(1, 0, 1, 7, "来信", null),
                        new PrintedForm.Cell(1, 7, 1, 4, "", "counts.letters.received"),
                        new PrintedForm.Cell(1, 11, 1, 4, "", "counts.letters.closed"),
                        new PrintedForm.Cell(2, 0, 1, 7, "合计", null),
                        new PrintedForm.Cell(2, 7, 1, 4, "", "counts.total.received"),
                        new PrintedForm.Cell(2, 11, 1, 4, "", "counts.total.closed"),
                        new PrintedForm.Cell(3, 0, 1, 15, "其中", null),
                        new PrintedForm.Cell(4, 0, 1, 7, "项目", null),
                        new PrintedForm.Cell(4, 7, 1, 4, "收到", null),
                        new PrintedForm.Cell(4, 11, 1, 4, "办结", null),
                        new PrintedForm.Cell(5, 0, 1, 7, "合计", null),
                        new PrintedForm.Cell(5, 7, 1, 4, "", "counts.total.received"),
                        new PrintedForm.Cell(5, 11, 1, 4, "", "counts.total.closed")),
                form.in(Language.ZH).cells());
        assertEquals(6, form.in(Language.EN).rows());
        assertEquals("Of these", form.in(Language.EN).cells().get(9).text());
    }

    @Test
    void rejectsFormsThatCannotBePrinted() {
        assertEquals(
                List.of("summary.yaml:22: there is no grid \"items\"; write one of: counts"),
                problemsWith("sheets:\n", FORMS.replace("[counts, {", "[items, {")));
        assertEquals(
                List.of("summary.yaml:22: there is no row \"totals\"; did you mean \"total\"?"),
                problemsWith("sheets:\n", FORMS.replace("rows: [total]", "rows: [totals]")));
        assertEquals(
                List.of(
                        "summary.yaml:22: say either which forms are printed or how they are drawn: leave out forms or drawing"),
                problemsWith("sheets:\n", PRINTED.replace("    drawing:", "    forms: [counts]\n    drawing:")));
    }

    @Test
    void rejectsPrintedSheetWithoutFormOrTable() {
        assertEquals(
                List.of(
                        "summary.yaml:32: the blocks of a sheet of kind printed are a table of three columns (copy, place, figure), then printed forms"),
                problemsWith("sheets:\n", PRINTED.replace("[sums, paper]", "[sums]")));
        assertEquals(
                List.of(
                        "summary.yaml:32: there is no table \"paper\"; write one of: sums",
                        "summary.yaml:32: there is no printed form \"sums\"; write one of: paper"),
                problemsWith("sheets:\n", PRINTED.replace("[sums, paper]", "[paper, sums]")));
    }

    @Test
    void needsSqlOfEveryTable() {
        assertEquals(
                List.of("tables/sums.sql:1: this file is missing; add it"),
                job().without("tables/sums.sql").problems());
        assertEquals(
                List.of("tables/sums.sql:1: must be one SELECT (it may begin with WITH)"),
                job().with("tables/sums.sql", "/* x */ DROP TABLE t").problems());
    }

    @Test
    void needsSummaryOfJobWithMetrics() {
        TestJob job = TestJob.in(parent)
                .withJob("forms:", "metrics: [counted]\nforms:")
                .with("metrics/counted.sql", "SELECT 1")
                .with("metrics/counted.yaml", "title: 甲\ngrain: [period]\ncolumns: [{name: n, zh: 数, en: Number}]\n");
        assertEquals(List.of("summary.yaml:1: this file is missing; add it"), job.problems());
    }

    @Test
    void rejectsColumnsThatTheTableLacks() {
        assertEquals(
                List.of(
                        "summary.yaml:13: there is no column of that table \"units\"; did you mean \"unit\"?",
                        "summary.yaml:14: there is no column of that table \"amount\"; write one of: unit, items, share",
                        "summary.yaml:14: column \"unit\" holds no numbers and cannot be drawn: choose another, or change its format"),
                problemsWith("category: unit\n    values: [items]", "category: units\n    values: [amount, unit]"));
    }

    @Test
    void rejectsUnknownTableAndBlock() {
        assertEquals(
                List.of(
                        "summary.yaml:12: there is no table \"sum\"; did you mean \"sums\"?",
                        "summary.yaml:21: there is no table or chart \"must\"; did you mean \"most\"?"),
                job().withChanged("summary.yaml", "table: sums", "table: sum")
                        .withChanged("summary.yaml", "[sums, most]", "[sums, must]")
                        .problems());
    }

    @Test
    void rejectsDuplicateIds() {
        assertEquals(
                List.of(
                        "summary.yaml:8: id \"items\" is already used in line 7; choose another",
                        "summary.yaml:10: id \"sums\" is already used in line 2; choose another",
                        "summary.yaml:21: id \"front\" is already used in line 20; choose another"),
                job().withChanged("summary.yaml", "name: share", "name: items")
                        .withChanged("summary.yaml", "id: most", "id: sums")
                        .withChanged("summary.yaml", "{id: page", "{id: front")
                        .withChanged("summary.yaml", "[sums, most]", "[sums]")
                        .problems());
    }

    @Test
    void rejectsChartsThatCannotBeDrawn() {
        assertEquals(
                List.of(
                        "summary.yaml:14: a ring shows one column of values, without series",
                        "summary.yaml:15: a chart's format cannot be \"date\": use count, amount, rate, change, points or days"),
                job().withChanged("summary.yaml", "type: ranking", "type: ring")
                        .withChanged("summary.yaml", "values: [items]", "values: [items, share]")
                        .withChanged("summary.yaml", "    format: count", "    format: date")
                        .problems());
        assertEquals(
                List.of("summary.yaml:15: with series, values must be one column, which it splits"),
                problemsWith("values: [items]", "values: [items, share]\n    series: unit"));
    }

    @Test
    void rejectsTitlesThatExcelRefuses() {
        assertEquals(
                List.of(
                        "summary.yaml:20: \"表/图\" cannot name a sheet: use up to 31 characters without [ ] : * ? / \\ and no apostrophe at either end",
                        "summary.yaml:21: a sheet \"cover\" is already named in line 20; choose another title"),
                job().withChanged("summary.yaml", "{zh: 封面, en: Cover}", "{zh: 表/图, en: Cover}")
                        .withChanged("summary.yaml", "en: Chart}", "en: cover}")
                        .problems());
    }

    @Test
    void rejectsBlocksOfContents() {
        assertEquals(
                List.of("summary.yaml:21: a sheet of kind contents lays itself out; drop blocks"),
                problemsWith("kind: page", "kind: contents"));
    }
}
