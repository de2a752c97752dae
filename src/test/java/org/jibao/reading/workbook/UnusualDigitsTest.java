package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jibao.definition.CellType;
import org.jibao.definition.CellType.Kind;
import org.jibao.reading.content.TestForms;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.reading.meaning.CellValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No digit is made of a mark, and what cannot be seen changes no figure. */
class UnusualDigitsTest {

    private static final CellSemantics SEMANTICS = new CellSemantics(ZoneId.of("Asia/Shanghai"));
    private static final CellType DATE = new CellType(Kind.DATE, null, false);

    @ParameterizedTest
    @CsvSource({
        "9①,circled ①",
        "①,circled ①",
        "9➀,circled ➀",
        "9❶,circled ❶",
        "9⓵,circled ⓵",
        "9㊀,circled ㊀",
        "9㉑,circled ㉑",
        "9ⓐ,circled ⓐ",
        "9⑴,bracketed ⑴",
        "9㈠,bracketed ㈠",
        "9⒈,dotted ⒈",
        "9🄀,dotted 🄀",
        "10¹,raised ¹",
        "10⁴,raised ⁴",
        "10ᵃ,raised ᵃ",
        "10₁,lowered ₁",
        "9½,fraction ½",
        "Ⅻ,roman Ⅻ",
        "1⃝,combining \u20DD",
        "1\u0336,combining \u0336",
        "١٢,other-digit ١",
        "𝟏,other-digit 𝟏"
    })
    void namesTheMarkInAFigure(String text, String detail) {
        CellValue value = SEMANTICS.read(Cell.text(0, 0, text), TestForms.COUNT);
        assertNull(value.number());
        assertEquals("CELL_MARK", String.valueOf(value.problem()));
        assertEquals(detail, value.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-3-1①", "2026年3月1日¹", "2026年③月1日", "2026-03-0⒈"})
    void namesTheMarkInADate(String text) {
        CellValue value = SEMANTICS.read(Cell.text(0, 0, text), DATE);
        assertNull(value.date());
        assertEquals("CELL_MARK", String.valueOf(value.problem()));
    }

    @ParameterizedTest
    @EnumSource(Cell.Mark.class)
    void takesNoFigureDateOrShareWithCharactersSetApart(Cell.Mark mark) {
        CellType share = new CellType(Kind.PERCENT, "%", false);
        for (CellType type : new CellType[] {TestForms.COUNT, TestForms.MONEY, share, DATE}) {
            CellValue value = SEMANTICS.read(Page.marked("810", mark), type);
            assertEquals("CELL_SET_APART", String.valueOf(value.problem()));
            assertEquals(CellSemantics.word(mark), value.detail());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\u200B", "\uFEFF1", "1\u00AD", "\u202A1\u202C", "\u20661\u2069", "1\u2060件", "\u200F1"})
    void readsAFigureWithoutWhatCannotBeSeen(String text) {
        CellValue value = SEMANTICS.read(Cell.text(0, 0, text), TestForms.COUNT);
        assertEquals(BigDecimal.ONE, value.number());
        assertEquals("CELL_INVISIBLE", String.valueOf(value.note()));
        assertEquals("U+", String.valueOf(value.detail()).substring(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-03\u200B", "\uFEFF2026年7月3日", "2026\u00AD0703"})
    void readsADateWithoutWhatCannotBeSeen(String text) {
        CellValue value = SEMANTICS.read(Cell.text(0, 0, text), DATE);
        assertEquals(LocalDate.of(2026, 7, 3), value.date());
        assertEquals("CELL_INVISIBLE", String.valueOf(value.note()));
    }

    @ParameterizedTest
    @CsvSource({"１２,12", "１，３００,1300", "１２　件,12"})
    void takesFullWidthDigitsForDigits(String text, BigDecimal number) {
        assertEquals(
                number, SEMANTICS.read(Cell.text(0, 0, text), TestForms.COUNT).number());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-30T16:00Z,2026-07-01",
        "2026-06-30T15:59:59.999Z,2026-06-30",
        "2026-07-01T00:30+08:00,2026-07-01",
        "2026-06-30T23:30+08:00,2026-06-30",
        "2026-06-30 20:00 -0500,2026-07-01",
        "2026-06-30 16:00 UTC,2026-07-01",
        "2026-07-01 07:00 GMT+8,2026-07-01",
        "2026-07-01T07:00+09:00,2026-07-01",
        "2026-07-01T00:30+09:00,2026-06-30",
        "2026-06-30T23:59,2026-06-30",
        "1900-01-01,1900-01-01"
    })
    void takesTheDayInTheJobsZone(String text, LocalDate date) {
        assertEquals(date, SEMANTICS.read(Cell.text(0, 0, text), DATE).date());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1899-12-31", "0026-07-03", "2026-06-30T25:00Z", "2026-06-30T16:61", "2026-06-30T16:00+19:00"})
    void takesNoDayThatIsNone(String text) {
        assertEquals(
                CellStatus.INVALID, SEMANTICS.read(Cell.text(0, 0, text), DATE).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 32767})
    void triesNoPatternOnALongText(int length) {
        assertEquals(
                CellStatus.INVALID,
                SEMANTICS
                        .read(Cell.text(0, 0, "1".repeat(length)), TestForms.COUNT)
                        .status());
        assertEquals(
                CellStatus.INVALID,
                SEMANTICS.read(Cell.text(0, 0, "2".repeat(length)), DATE).status());
    }
}
