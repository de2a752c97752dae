package org.jibao.definition.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.Guidance;
import org.jibao.definition.Label;
import org.jibao.definition.Label.Printed;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.SheetNames;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormReaderTest {

    private static final String GRID = "forms/counts.yaml";
    private static final String REGISTER = "forms/items.yaml";

    private final Path parent;

    FormReaderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    private List<String> problemsWith(String file, String text, String replacement) {
        return TestJob.in(parent).withChanged(file, text, replacement).problems();
    }

    @Test
    void readsGrid() {
        CellType count = new CellType(CellType.Kind.COUNT, "件", false);
        CellType days = new CellType(CellType.Kind.AMOUNT, "天", true);
        FormDefinition form = TestJob.in(parent)
                .withChanged(
                        GRID,
                        "{id: closed, zh: 办结, en: Closed}",
                        "{id: closed, zh: 办结, en: Closed, aliases: [办结数], under: 办理, optional: true, cell: {kind: amount, unit: 天, blank: zero}}")
                .load()
                .form("counts")
                .orElseThrow();
        assertEquals(
                new GridForm(
                        "counts",
                        new Text("表一", "Table 1"),
                        new SheetNames("表一", List.of("表1")),
                        false,
                        count,
                        List.of(label("letters", "来信", "Letters"), label("total", "合计", "Total")),
                        List.of(
                                label("received", "收到", "Received"),
                                new Label("closed", new Text("办结", "Closed"), List.of("办结数"), "办理", days, true))),
                form);
    }

    @Test
    void readsUnitsThatAreConverted() {
        FormDefinition form = TestJob.in(parent)
                .withChanged(GRID, "unit: 件}", "unit: 万元, accepts: {元: 0.0001, 亿元: 10000}}")
                .load()
                .form("counts")
                .orElseThrow();
        assertEquals(
                Map.of("元", new BigDecimal("0.0001"), "亿元", new BigDecimal("10000")),
                ((GridForm) form).type().accepts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit: 万元, accepts: {元: 0.001}   | forms/counts.yaml:4: one 元 is not so many 万元: the factor is 1 ÷ 10000
            unit: 万元, accepts: {元: x}       | forms/counts.yaml:4: the factor of "元" is a decimal number above 0 with at most 12 decimals, such as 0.0001, but is "x"
            unit: 万元, accepts: {元: 0}       | forms/counts.yaml:4: the factor of "元" is a decimal number above 0 with at most 12 decimals, such as 0.0001, but is "0"
            unit: 万元, accepts: {万元: 1}     | forms/counts.yaml:4: "万元" is the form's own unit and needs no factor
            unit: 万元, accepts: {元: }        | forms/counts.yaml:4: "元" is missing or has no value
            unit: 万元, accepts: 元            | forms/counts.yaml:4: "accepts" must consist of "key: value" pairs
            accepts: {元: 0.0001}              | forms/counts.yaml:4: accepts goes with unit: say first in which unit the form has its figures
            """)
    void reportsUnitsThatCannotBeConverted(String cell, String problem) {
        assertEquals(List.of(problem), problemsWith(GRID, "unit: 件", cell));
    }

    @Test
    void readsWhatTemplatesPrint() {
        FormDefinition form = TestJob.in(parent)
                .withChanged(
                        GRID,
                        "en: Closed}",
                        "en: Closed, headings: [办件, {zh: 办理, en: Handled}], under: {zh: 结果, en: Result},"
                                + " note: {zh: 已办完的, en: Done}}")
                .load()
                .form("counts")
                .orElseThrow();
        assertEquals(
                new Printed(
                        List.of(Text.same("办件"), new Text("办理", "Handled")),
                        new Text("结果", "Result"),
                        new Text("已办完的", "Done"),
                        Language.ZH),
                ((GridForm) form).columns().get(1).printed());
        assertEquals("结果", ((GridForm) form).columns().get(1).under());
        assertEquals(Guidance.NONE, form.guidance());
    }

    @Test
    void rejectsKindOfUnitThatFillsInNothing() {
        assertEquals(
                List.of("forms/counts.yaml:11: there is no kind of unit \"twn\"; did you mean \"town\"?"),
                problemsWith(GRID, "en: Total}\n", "en: Total}\nfilled-by: [twn]\n"));
    }

    @Test
    void readsRegister() {
        FormDefinition form = TestJob.in(parent)
                .withChanged(
                        REGISTER,
                        "cell: {kind: date}",
                        "cell: {kind: date}, required: true, sensitive: true, within-period: true")
                .load()
                .form("items")
                .orElseThrow();
        CellType text = new CellType(CellType.Kind.TEXT, null, false);
        CellType date = new CellType(CellType.Kind.DATE, null, false);
        assertEquals(
                new RegisterForm(
                        "items",
                        new Text("台账", "Register"),
                        new SheetNames("台账", List.of()),
                        false,
                        RegisterForm.Purpose.ENTRIES,
                        List.of(
                                new Field(
                                        label("title", "标题", "Title"),
                                        text,
                                        true,
                                        false,
                                        false,
                                        List.of(),
                                        false,
                                        false,
                                        false),
                                new Field(
                                        label("kind", "类别", "Kind"),
                                        text,
                                        false,
                                        false,
                                        false,
                                        List.of(label("letters", "来信", "Letters")),
                                        false,
                                        false,
                                        false),
                                new Field(
                                        new Label("sent_on", new Text("日期", "Date"), List.of(), null, date, false),
                                        date,
                                        true,
                                        true,
                                        false,
                                        List.of(),
                                        false,
                                        true,
                                        false))),
                form);
    }

    private static Label label(String id, String zh, String en) {
        return new Label(id, new Text(zh, en), List.of(), null, null, false);
    }

    @Test
    void suggestsNearestKey() {
        assertEquals(
                List.of(
                        "forms/counts.yaml:6: key \"alias\" is not known here; write one of: label, zh, en, id, aliases, under, cell, optional, nth, after, beside, headings, note"),
                problemsWith(GRID, "en: Received}", "en: Received, alias: [收]}"));
        assertEquals(
                List.of("forms/counts.yaml:6: key \"aliasses\" is not known here; did you mean \"aliases\"?"),
                problemsWith(GRID, "en: Received}", "en: Received, aliasses: [收]}"));
    }

    @Test
    void namesPlaceholdersAndDatesThatCannotBe() {
        assertEquals(
                List.of(
                        "forms/items.yaml:4: \"..\" already stands under missing; one word means one thing",
                        "forms/items.yaml:4: \"12\" is a number and cannot mean 0; list words under zero",
                        "forms/items.yaml:6: \"dates\" cannot be \"ymd\"; write one of: dmy, mdy"),
                problemsWith(
                        REGISTER,
                        "fields:\n",
                        "placeholders: {missing: ['..'], suppressed: ['..'], zero: [12]}\nfields:\n"
                                + "  - {id: a, zh: 甲, en: A, cell: {kind: date, dates: ymd}}\n"));
        assertEquals(
                List.of("forms/counts.yaml:4: dates is for dates: write it beside kind: date, or on the form"),
                problemsWith(GRID, "unit: 件}", "unit: 件, dates: dmy}"));
    }

    @Test
    void namesCellsThatTheGridDoesNotHave() {
        assertEquals(
                List.of(
                        "forms/counts.yaml:4: there is no row \"letter\"; did you mean \"letters\"?",
                        "forms/counts.yaml:4: there is no column \"open\"; write one of: received, closed",
                        "forms/counts.yaml:4: \"total\" is no cell: write row.column, such as letters.closed,"
                                + " or * for every row or every column"),
                problemsWith(GRID, "cell:", "not-applicable: [letter.closed, total.open, total, total.closed]\ncell:"));
    }

    @Test
    void namesPlacesThatAreNone() {
        assertEquals(
                List.of(
                        "forms/counts.yaml:6: \"second\" is no place among equal labels: write 2, or 2 of 3 where the form"
                                + " does not list all of them"),
                problemsWith(GRID, "en: Received}", "en: Received, nth: second}"));
    }

    @Test
    void takesBesideOfAllColumnsOrOfNone() {
        assertEquals(
                List.of(
                        "forms/counts.yaml:6: beside goes with every column of the grid, a different number each, or with none:"
                                + " values stand either beside the row labels or under column labels"),
                problemsWith(GRID, "en: Received}", "en: Received, beside: 1}"));
        assertEquals(
                List.of("forms/counts.yaml:9: key \"beside\" is not known here; write one of:"
                        + " label, zh, en, id, aliases, under, cell, optional, nth, after, headings, note"),
                problemsWith(GRID, "en: Letters}", "en: Letters, beside: 1}"));
    }

    @Test
    void knowsKeysOfTheLayoutOnly() {
        assertEquals(
                List.of(
                        "forms/counts.yaml:11: key \"purpose\" is not known here; write one of: layout, title, sheet, optional, note, filled-by, cell, columns, rows, not-applicable, false-alarms, dates, placeholders"),
                problemsWith(GRID, "en: Total}\n", "en: Total}\npurpose: entries\n"));
    }

    @Test
    void rejectsUnknownLayout() {
        assertEquals(
                List.of("forms/counts.yaml:1: \"layout\" cannot be \"grit\"; did you mean \"grid\"?"),
                problemsWith(GRID, "layout: grid", "layout: grit"));
    }

    @Test
    void rejectsDuplicateIdAndWording() {
        assertEquals(
                List.of(
                        "forms/counts.yaml:7: id \"received\" is already used in line 6; choose another",
                        "forms/counts.yaml:7: \"收 到\" reads the same as a label in line 6 and cannot be told apart on a sheet: name the group of each with under, or reword it"),
                problemsWith(GRID, "{id: closed, zh: 办结", "{id: received, zh: 收 到"));
    }

    @Test
    void tellsEqualWordingApartByGroup() {
        assertEquals(List.of(), problemsWith(GRID, "{id: closed, zh: 办结", "{id: closed, under: 法人, zh: 收到"));
    }

    @Test
    void rejectsColumnNamesOfTheViews() {
        assertEquals(
                List.of(
                        "forms/counts.yaml:7: id \"unit\" already means something else here; choose another, such as unit_1"),
                problemsWith(GRID, "id: closed", "id: unit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"period_number", "period_year", "period_start", "period_end"})
    void keepsNamesOfThePeriodForRules(String name) {
        String reserved =
                "id \"" + name + "\" already means something else here; choose another, such as " + name + "_1";
        assertEquals(List.of("forms/counts.yaml:7: " + reserved), problemsWith(GRID, "id: closed", "id: " + name));
        assertEquals(List.of("forms/counts.yaml:9: " + reserved), problemsWith(GRID, "id: letters", "id: " + name));
        assertEquals(List.of("forms/items.yaml:7: " + reserved), problemsWith(REGISTER, "id: sent_on", "id: " + name));
    }

    @Test
    void wantsNumbersInGrids() {
        String wanted =
                "a grid's cells are numbers: count, amount or percent; dates and texts belong on a cover or in a register";
        assertEquals(
                List.of("forms/counts.yaml:4: " + wanted),
                problemsWith(GRID, "{kind: count, unit: 件}", "{kind: text}"));
        assertEquals(
                List.of("forms/counts.yaml:6: " + wanted),
                problemsWith(GRID, "en: Received}", "en: Received, cell: {kind: date}}"));
    }

    @Test
    void rejectsUnitOfDate() {
        assertEquals(
                List.of(
                        "forms/items.yaml:7: \"unit\" is for numbers only (count, amount, percent); leave it out for dates and texts"),
                problemsWith(REGISTER, "{kind: date}", "{kind: date, unit: 天}"));
    }

    @Test
    void wantsRowsAndColumns() {
        assertEquals(
                List.of("forms/counts.yaml:8: \"rows\" must have at least one item"),
                TestJob.in(parent)
                        .withChanged(GRID, "  - {id: letters, zh: 来信, en: Letters}\n", "")
                        .withChanged(GRID, "rows:\n  - {id: total, zh: 合计, en: Total}\n", "rows: []\n")
                        .problems());
    }

    @Test
    void rejectsUnknownCoverField() {
        assertEquals(
                List.of(
                        "forms/cover.yaml:4: there is no field \"units\"; did you mean \"unit\"?",
                        "forms/cover.yaml:5: there is no field \"quarter\"; write one of: unit"),
                problemsWith("forms/cover.yaml", "unit-name: unit", "unit-name: units\nperiod: quarter"));
    }

    @Test
    void rejectsContradictionsOfFields() {
        assertEquals(
                List.of(
                        "forms/items.yaml:5: required contradicts optional: a field that every entry needs cannot be left off the sheet; drop one",
                        "forms/items.yaml:5: published contradicts sensitive: what is sensitive is never published; drop one",
                        "forms/items.yaml:5: many goes with values: list what may be chosen",
                        "forms/items.yaml:5: within-period is for dates: write cell: {kind: date}",
                        "forms/items.yaml:6: values are for texts: write cell: {kind: text}"),
                TestJob.in(parent)
                        .withChanged(
                                REGISTER,
                                "required: true}",
                                "required: true, optional: true, sensitive: true, published: true, many: true, within-period: true}")
                        .withChanged(REGISTER, "en: Kind,", "en: Kind, cell: {kind: count},")
                        .problems());
    }

    @Test
    void wantsTrueOrFalse() {
        assertEquals(
                List.of("forms/items.yaml:5: \"required\" must be true or false, not \"yes\""),
                problemsWith(REGISTER, "required: true", "required: yes"));
    }

    @Test
    void wantsCodeAndExplanationOfExplanations() {
        assertEquals(
                List.of(
                        "forms/items.yaml:6: a register with purpose: explanations needs a field \"code\"",
                        "forms/items.yaml:6: a register with purpose: explanations needs a field \"explanation\""),
                problemsWith(REGISTER, "fields:", "purpose: explanations\nfields:"));
    }
}
