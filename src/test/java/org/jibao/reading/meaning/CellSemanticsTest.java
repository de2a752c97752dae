package org.jibao.reading.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jibao.definition.CellType;
import org.jibao.definition.CellType.Kind;
import org.jibao.definition.Written;
import org.jibao.reading.workbook.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of cell semantics in the measures, line by line. */
class CellSemanticsTest {

    private static final CellSemantics SEMANTICS = new CellSemantics(ZoneId.of("Asia/Shanghai"));
    private static final CellType COUNT = new CellType(Kind.COUNT, "条", false);
    private static final CellType COUNT_BLANK_ZERO = new CellType(Kind.COUNT, "条", true);
    private static final CellType AMOUNT = new CellType(Kind.AMOUNT, "万元", false);
    private static final CellType PERCENT = new CellType(Kind.PERCENT, "%", false);
    private static final CellType SHARE =
            new CellType(Kind.PERCENT, null, false, Map.of(), new Written(null, true, false, Map.of()));
    private static final CellType DATE = new CellType(Kind.DATE, null, false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12        | VALUE   | 12   |
            １２      | VALUE   | 12   |
            1,300     | VALUE   | 1300 |
            1，300    | VALUE   | 1300 |
            １，３００ | VALUE  | 1300 |
            12,345,678 | VALUE  | 12345678 |
            12条      | VALUE   | 12   |
            １２条    | VALUE   | 12   |
            12 条     | VALUE   | 12   |
            12.0      | VALUE   | 12   |
            007       | VALUE   | 7    |
            0         | ZERO    | 0    |
            0条       | ZERO    | 0    |
            〇        | ZERO    | 0    |
            零        | ZERO    | 0    |
            /         | NA      |      |
            ／        | NA      |      |
            -         | NA      |      |
            －        | NA      |      |
            —         | NA      |      |
            ——        | NA      |      |
            不适用    | NA      |      |
            N/A       | NA      |      |
            n/a       | NA      |      |
            无        | INVALID |      | CELL_INVALID
            x条       | INVALID |      | CELL_INVALID
            xx        | INVALID |      | CELL_INVALID
            **        | INVALID |      | CELL_INVALID
            1300余    | INVALID |      | CELL_INVALID
            1300余条  | INVALID |      | CELL_INVALID
            约30      | INVALID |      | CELL_INVALID
            12件      | INVALID |      | CELL_UNIT
            12个      | INVALID |      | CELL_UNIT
            12条次    | INVALID |      | CELL_UNIT
            条        | INVALID |      | CELL_INVALID
            1,30      | INVALID |      | CELL_INVALID
            1 300     | INVALID |      | CELL_INVALID
            12/13     | INVALID |      | CELL_INVALID
            一二      | INVALID |      | CELL_INVALID
            45%       | INVALID |      | CELL_UNIT
            #REF!     | INVALID |      | CELL_ERROR_VALUE
            2026年7月3日 | INVALID |   | CELL_DATE_IN_COUNT
            2026-7-3  | INVALID |      | CELL_DATE_IN_COUNT
            -5        | INVALID |      | CELL_NEGATIVE
            -5条      | INVALID |      | CELL_NEGATIVE
            2.5       | INVALID |      | CELL_NOT_WHOLE
            999999999999999 | INVALID | | CELL_INVALID
            """)
    void readsTextOfACount(String text, CellStatus status, BigDecimal number, String problem) {
        CellValue value = SEMANTICS.read(Cell.text(0, 0, text), COUNT);
        assertEquals(status, value.status());
        assertEquals(number, value.number());
        assertEquals(problem, value.problem() == null ? null : value.problem().name());
        assertEquals(text, value.raw());
        assertEquals(number != null, value.converted());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12                  | VALUE   | 12 |
            12.000000000000001  | VALUE   | 12 |
            0                   | ZERO    | 0  |
            -1                  | INVALID |    | CELL_NEGATIVE
            2.5                 | INVALID |    | CELL_NOT_WHOLE
            """)
    void readsNumberOfACount(BigDecimal stored, CellStatus status, BigDecimal number, String problem) {
        CellValue value = SEMANTICS.read(number(stored), COUNT);
        assertEquals(status, value.status());
        assertEquals(number, value.number());
        assertEquals(problem, value.problem() == null ? null : value.problem().name());
        assertEquals(false, value.converted());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3.5                 | VALUE   | 3.5    |
            0.30000000000000004 | VALUE   | 0.3    |
            285.858             | VALUE   | 285.858 |
            1.2345              | VALUE   | 1.2345 |
            999999999999999.5   | INVALID |        | CELL_INVALID
            """)
    void readsNumberOfAnAmount(BigDecimal stored, CellStatus status, BigDecimal number, String problem) {
        CellValue value = SEMANTICS.read(number(stored), AMOUNT);
        assertEquals(status, value.status());
        assertEquals(number, value.number());
        assertEquals(problem, value.problem() == null ? null : value.problem().name());
    }

    @ParameterizedTest
    @CsvSource({"1.23456,1.2346", "2.6666666666666665,2.6667", "0.99995,1", "1.99999999,2", "0.00004,0"})
    void roundsAmountToFourDecimalsAndSaysSo(BigDecimal stored, BigDecimal number) {
        CellValue value = SEMANTICS.read(number(stored), AMOUNT);
        assertEquals(number, value.number());
        assertEquals(number.signum() == 0 ? CellStatus.ZERO : CellStatus.VALUE, value.status());
        assertEquals(true, value.rounded());
        assertEquals(stored.toPlainString(), value.raw());
    }

    @ParameterizedTest
    @CsvSource({"3.5万元,3.5", "３．５万元,3.5", "'1,687.44万元',1687.44", "0.10,0.1"})
    void readsTextOfAnAmountInItsOwnUnit(String text, BigDecimal number) {
        assertEquals(number, SEMANTICS.read(Cell.text(0, 0, text), AMOUNT).number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"35000元", "3.5万", "3.5亿元"})
    void rejectsAmountInAnotherUnit(String text) {
        assertEquals(
                CellStatus.INVALID,
                SEMANTICS.read(Cell.text(0, 0, text), AMOUNT).status());
    }

    @Test
    void readsShareHoweverItIsWritten() {
        BigDecimal expected = new BigDecimal("0.45");
        assertEquals(expected, SEMANTICS.read(Cell.text(0, 0, "45%"), PERCENT).number());
        assertEquals(expected, SEMANTICS.read(Cell.text(0, 0, "４５％"), SHARE).number());
        assertEquals(expected, SEMANTICS.read(Cell.text(0, 0, "45"), PERCENT).number());
        assertEquals(
                expected, SEMANTICS.read(number(new BigDecimal("45")), PERCENT).number());
        assertEquals(
                expected, SEMANTICS.read(number(new BigDecimal("0.45")), SHARE).number());
        Cell shown = new Cell(0, 0, Cell.Kind.SHARE, "45%", expected, null);
        assertEquals(expected, SEMANTICS.read(shown, PERCENT).number());
        assertEquals(CellStatus.INVALID, SEMANTICS.read(shown, COUNT).status());
    }

    @Test
    void readsBlankAsMissingUnlessTheFormSaysZero() {
        assertEquals(CellValue.BLANK, SEMANTICS.read(null, COUNT));
        CellValue zero = SEMANTICS.read(null, COUNT_BLANK_ZERO);
        assertEquals(CellStatus.ZERO, zero.status());
        assertEquals(BigDecimal.ZERO, zero.number());
        assertEquals("", zero.raw());
        assertEquals(
                CellStatus.ZERO,
                SEMANTICS.read(Cell.text(0, 0, "无"), COUNT_BLANK_ZERO).status());
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR,#REF!,CELL_ERROR_VALUE",
        "NOT_CALCULATED,=SUM(B2:B5),CELL_NOT_CALCULATED",
        "BOOLEAN,TRUE,CELL_INVALID"
    })
    void rejectsWhatIsNoFigure(Cell.Kind kind, String text, String problem) {
        CellValue value = SEMANTICS.read(Cell.of(0, 0, kind, text), COUNT);
        assertEquals(CellStatus.INVALID, value.status());
        assertEquals(problem, String.valueOf(value.problem()));
        assertEquals(text, value.raw());
    }

    @Test
    void rejectsDateInACount() {
        Cell date = new Cell(0, 0, Cell.Kind.DATE, "2026-07-03", null, LocalDate.of(2026, 7, 3));
        CellValue value = SEMANTICS.read(date, COUNT);
        assertEquals("CELL_DATE_IN_COUNT", String.valueOf(value.problem()));
        assertEquals("2026-07-03", value.raw());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026年7月3日",
                "2026年07月03号",
                "2026.7.3",
                "20260703",
                "2026-7-3",
                "2026/07/03",
                "２０２６年７月３日",
                "2026 年 7 月 3 日",
                "2026-07-03 09:30:00",
                "2026-07-03T00:00:00"
            })
    void readsDateTypedAsText(String text) {
        CellValue value = SEMANTICS.read(Cell.text(0, 0, text), DATE);
        assertEquals(LocalDate.of(2026, 7, 3), value.date());
        assertEquals(true, value.converted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026年7月", "2026-13-01", "2026-02-30", "七月三日", "46206", "26.7.3"})
    void rejectsTextThatIsNoDate(String text) {
        assertEquals(
                CellStatus.INVALID, SEMANTICS.read(Cell.text(0, 0, text), DATE).status());
    }

    private static Cell number(BigDecimal stored) {
        return new Cell(0, 0, Cell.Kind.NUMBER, stored.toPlainString(), stored, null);
    }
}
