package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.jibao.definition.CellType;
import org.jibao.definition.CellType.Kind;
import org.jibao.definition.Field;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.content.TestForms;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.meaning.CellValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unit and the scale that a number format shows are held against the form, as typed text is. */
class NumberFormatMeaningTest {

    private static final CellSemantics SEMANTICS = new CellSemantics(ZoneOffset.UTC);

    private static String read(String format, String stored, CellType type) {
        CellValue value = SEMANTICS.read(Page.number(stored, format), type);
        return value.number() != null
                ? value.number().toPlainString() + (value.note() == null ? "" : " " + value.note())
                : value.problem() + " " + value.raw() + " " + value.detail();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0.00                     | 84.09  | 84.09
            #,##0.00                 | 84.09  | 84.09
            0.00"万元"               | 84.09  | 84.09
            _ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ | 84.09 | 84.09
            General"万元"            | 84.09  | 84.09
            [Red]0.00;[Blue]-0.00    | 84.09  | 84.09
            0;-0;"—"                 | 0      | 0
            0.00"元"                 | 840900 | CELL_UNIT 840900元 元
            0.00"元";[Red]-0.00"元"  | 840900 | CELL_UNIT 840900元 元
            0.00\\元                 | 840900 | CELL_UNIT 840900元 元
            [$¥-804]#,##0.00         | 840900 | CELL_UNIT 840900¥ ¥
            0!.0,"万元"              | 840900 | CELL_UNIT 84.09万元 万元 1/10000
            0\\.0,                   | 840900 | CELL_UNIT 84.09 1/10000
            #,##0,                   | 840900 | CELL_UNIT 840.9 1/1000
            #,##0.0,,                | 840900 | CELL_UNIT 0.8409 1/1000000
            0"00"                    | 5      | CELL_UNIT 5 00
            ;;;                      | 5      | 5 CELL_HIDDEN
            """)
    void readsAnAmountAsItsFormatShowsIt(String format, String stored, String read) {
        assertEquals(read, read(format, stored, TestForms.MONEY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            0.00"元"      | 840900 | 84.09 CELL_UNIT_CONVERTED
            0!.0,"万元"   | 840900 | 84.09 CELL_UNIT_CONVERTED
            0.0000"万元"  | 84.09  | 84.09
            0.00"千元"    | 840.9  | CELL_UNIT 840.9千元 千元
            """)
    void convertsAUnitThatTheFormAccepts(String format, String stored, String read) {
        assertEquals(read, read(format, stored, TestForms.CONVERTED));
    }

    @Test
    void holdsTypedUnitsAgainstTheFormLikewise() {
        CellValue other = SEMANTICS.read(Cell.text(0, 0, "84090元"), TestForms.MONEY);
        assertEquals("CELL_UNIT 元", other.problem() + " " + other.detail());
        CellValue converted = SEMANTICS.read(Cell.text(0, 0, "84090元"), TestForms.CONVERTED);
        assertEquals(new BigDecimal("8.409"), converted.number());
    }

    @Test
    void readsTheSectionWhoseConditionHolds() {
        String format = "[>=10000]0!.0,\"万\"\"件\";0\"件\"";
        assertEquals("999", read(format, "999", TestForms.COUNT));
        assertEquals(
                "CELL_UNIT",
                read("[>=10000]0\"百件\";0\"件\"", "20000", TestForms.COUNT).split(" ")[0]);
    }

    @Test
    void readsAPercentSignInQuotesAsTyped() {
        CellType share = new CellType(Kind.PERCENT, null, false);
        assertEquals("0.45 CELL_UNIT_CONVERTED", read("0\"%\"", "45", share));
        assertEquals("CELL_UNIT 450‰ ‰", read("0\"‰\"", "450", share));
    }

    @ParameterizedTest
    @CsvSource({
        "12,0000,0012",
        "13800138000,000 0000 0000,138 0013 8000",
        "1000000000000000,,1000000000000000",
        "1200000,0.00E+00,1200000",
        "5,\"第\"0\"号\",第5号"
    })
    void keepsWhatIsShownInATextField(String stored, String format, String shown) {
        assertEquals(
                shown,
                SEMANTICS.read(Page.number(stored, format), TestForms.TEXT).raw());
    }

    @Test
    void warnsOfDigitsThatExcelHasLost() throws UnreadableException {
        Field id = TestForms.field("编号", TestForms.TEXT, true, true);
        Page page = Page.of("表")
                .row("编号")
                .row(Page.number("123456789012345", "0"))
                .row(Page.number("1234567890123450", "0"));
        ReturnDocument document = Page.read(List.of(TestForms.register(id)), page);
        assertEquals(List.of("cell-digits-lost@表!A3 编号 | 15"), TestForms.lines(document));
    }
}
