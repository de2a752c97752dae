package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.reading.Returns;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.content.TestForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms on one sheet do not hide each other, and a register that is not read says so. */
class SheetNeighboursTest {

    private static final Field PLACE = TestForms.field("地点", TestForms.TEXT, true, false);
    private static final Field ACTIVE = TestForms.field("在册", TestForms.COUNT, true, false);
    private static final RegisterForm REGISTER = TestForms.register(PLACE, ACTIVE);
    private static final Label PEOPLE = TestForms.label("人数", TestForms.COUNT);

    private static String entries(ReturnDocument document) {
        return document.entries()
                .held()
                .map(entry -> entry.values().values().toString())
                .collect(Collectors.joining());
    }

    private static FormDefinition total() {
        return TestForms.grid(List.of(TestForms.label("人数总计", null)), PEOPLE);
    }

    @Test
    void readsARegisterAndAGridUnderOneHeader() throws UnreadableException {
        Page page = Page.of("表")
                .row("序", "", "地点", "在册")
                .row("", "", "", "人数")
                .row()
                .row("1", "", "甲", 808)
                .row("2", "", "乙", 10)
                .row("", "人数总计", "", 818);
        ReturnDocument document = Page.read(List.of(total(), REGISTER), page);
        assertEquals("[甲, 808][乙, 10]", entries(document));
        assertEquals("人数总计.人数=818", Returns.figures(document, "g"));
        assertEquals(List.of(), TestForms.lines(document));
    }

    @Test
    void readsARegisterBesideAGridThatBeginsLower() throws UnreadableException {
        Page page = Page.of("表")
                .row("地点", "在册")
                .row("甲", 1)
                .row("乙", 2)
                .row("丙", 3, "", "项目", "人数")
                .row("丁", 4, "", "人数总计", 10);
        ReturnDocument document = Page.read(List.of(REGISTER, total()), page);
        assertEquals("[甲, 1][乙, 2][丙, 3][丁, 4]", entries(document));
        assertEquals("人数总计.人数=10", Returns.figures(document, "g"));
        assertEquals(List.of(), TestForms.lines(document));
    }

    @Test
    void endsARegisterWhereTheNextFormBegins() throws UnreadableException {
        Page page = Page.of("表").row("地点", "在册").row("甲", 1).row("项目", "人数").row("人数总计", 10);
        ReturnDocument document = Page.read(List.of(REGISTER, total()), page);
        assertEquals("[甲, 1]", entries(document));
        assertEquals("人数总计.人数=10", Returns.figures(document, "g"));
    }

    @Test
    void rejectsARegisterWhoseCellsStandInNoneOfItsColumns() throws UnreadableException {
        Page page = Page.of("表").row("地点", "在册").row("", "", "甲", 1).row("", "", "乙", 2);
        ReturnDocument document = Page.read(List.of(REGISTER), page);
        assertEquals("", entries(document));
        assertEquals(List.of("register-not-read@表!C2 2 | 2"), TestForms.lines(document));
    }

    @Test
    void notesRowsInNoneOfItsColumnsBesideEntries() throws UnreadableException {
        Page page = Page.of("表").row("地点", "在册").row("甲", 1).row("", "", "乙", 2);
        ReturnDocument document = Page.read(List.of(REGISTER), page);
        assertEquals("[甲, 1]", entries(document));
        assertEquals(List.of("register-rows-unread@表!C3 1 | 3"), TestForms.lines(document));
    }

    @Test
    void saysNothingOfARegisterThatIsEmpty() throws UnreadableException {
        Page page = Page.of("表")
                .row("", "地点", "在册")
                .row(1)
                .row(2)
                .row("", "", "", "填报人：甲", "审核人：乙")
                .row("合计");
        assertEquals(List.of(), TestForms.lines(Page.read(List.of(REGISTER), page)));
    }

    @Test
    void passesOverAHeaderThatIsRepeatedInAnotherWidth() throws UnreadableException {
        Page page = Page.of("表").row("地点", "在册").row("甲", 1).row("地 点", "在册：").row("乙", 2);
        ReturnDocument document = Page.read(List.of(REGISTER), page);
        assertEquals("[甲, 1][乙, 2]", entries(document));
        assertEquals(List.of(), TestForms.lines(document));
    }

    @Test
    void findsNumbersThatAreLabels() throws UnreadableException {
        FormDefinition form = TestForms.grid(
                List.of(TestForms.label("25(1)", null), TestForms.label("28", null)),
                TestForms.label("2023", TestForms.COUNT),
                TestForms.label("2024", TestForms.COUNT));
        for (Object[] labels : new Object[][] {
            {2023, 2024, 28},
            {"2023", "２０２４", "２８"},
            {2023, "2024年", "28.0"},
            {"2023", 2024, Page.number("28.0", "0.0")}
        }) {
            boolean year = labels[1].equals("2024年");
            Page page = Page.of("表")
                    .row("款", labels[0], year ? 2024 : labels[1])
                    .row("25（1）", 3, 2023)
                    .row(labels[2], 4, 5);
            ReturnDocument document = Page.read(List.of(form), page);
            assertEquals(
                    "25(1).2023=3 25(1).2024=2023 28.2023=4 28.2024=5",
                    Returns.figures(document, "g"),
                    page.toString());
            assertEquals(List.of(), TestForms.lines(document));
        }
    }

    @Test
    void doesNotTakeASerialNumberForALabelThatIsANumber() throws UnreadableException {
        FormDefinition form = TestForms.grid(
                List.of(TestForms.label("1", null), TestForms.label("2", null)),
                TestForms.label("收到", TestForms.COUNT));
        Page page = Page.of("表").row("序", "款", "收到").row(9, 1, 3).row(1, 2, 4).row(2, "其他", 5);
        ReturnDocument document = Page.read(List.of(form), page);
        assertEquals("1.收到=3 2.收到=4", Returns.figures(document, "g"));
        assertEquals(List.of(), TestForms.lines(document));
    }

    @ParameterizedTest
    @CsvSource({"251,false", "25(1),true", "25（１）,true", "25.1,false"})
    void tellsNumbersApartByTheirBrackets(String text, boolean same) {
        assertEquals(
                same, LabelText.of("25(1)").full().equals(LabelText.of(text).full()));
    }

    @Test
    void warnsOfATableOfAnotherUnitOrPeriod() throws UnreadableException {
        Page page = Page.of("表")
                .row("2026年第二季度收费表")
                .row("填报单位：青岚县民政局", "报告期", "2026年第二季度")
                .row("项目", "人数")
                .row("人数总计", 10);
        assertEquals(
                List.of(
                        "title-contradicts@表!A2 unit | 青岚县民政局 | 青岚县教育局",
                        "title-contradicts@表!C2 period | 2026年第二季度 | 2026年第三季度",
                        "title-contradicts@表!A1 period | 2026年第二季度 | 2026年第三季度"),
                TestForms.lines(Page.read(List.of(total()), page)).stream()
                        .distinct()
                        .toList());
    }

    @Test
    void quotesNoPersonalNumberTypedIntoAGrid() throws UnreadableException {
        Page page = Page.of("表").row("项目", "人数").row("人数总计", "见13800138000");
        ReturnDocument document = Page.read(List.of(total()), page);
        assertEquals(List.of("cell-invalid@表!B2 人数总计 × 人数 | ***（疑为手机号） | count"), TestForms.lines(document));
        assertEquals("***", document.findings().get(0).value());
    }

    @Test
    void rejectsALabelThatIsStruckOut() throws UnreadableException {
        Page page =
                Page.of("表").row("项目", Page.marked("人数", Cell.Mark.STRUCK_OUT)).row("人数总计", 10);
        assertEquals(List.of("label-struck-out@表!B1 人数"), TestForms.lines(Page.read(List.of(total()), page)));
    }
}
