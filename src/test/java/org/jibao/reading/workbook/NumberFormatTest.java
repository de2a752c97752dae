package org.jibao.reading.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.CellMaker.SerialDays;
import org.jibao.reading.workbook.NumberFormat.NumberFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a number is by its format, and which day a serial number is. */
class NumberFormatTest {

    private static Kind kind(String format, String number) {
        return new NumberFormats().kind(format, new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e\"年\"m\"月\"d\"日\"",
                "[$-804]e\"年\"m\"月\"d\"日\"",
                "yyyy\"年\"",
                "aaaa",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                "上午/下午h\"时\"mm\"分\"",
                "h:mm AM/PM",
                "yyyy/m/d;@",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"",
                "mm:ss.0",
                "[$-404]e/m/d",
                "[Red]d-mmm-yy",
                "ggge"
            })
    void knowsDates(String format) {
        assertEquals(Kind.DATE, kind(format, "46205"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00;[Red]-0.00",
                "[h]:mm",
                "[mm]:ss",
                "0.00E+00",
                "##0.0E+0",
                "0\"日\"",
                "#,##0\\d",
                "General\"件\"",
                "G/通用格式",
                "0\\%",
                "0\"%\"",
                "[DBNum2][$-804]General",
                "_(* #,##0_);_(* \\(#,##0\\)",
                "@",
                "[Yellow]0",
                "#,##0\"de\"",
                "[>=100]0;0.0",
                "0!.0,\"万元\""
            })
    void knowsNumbers(String format) {
        assertEquals(Kind.NUMBER, kind(format, "46205"));
    }

    @ParameterizedTest
    @CsvSource({
        "0%,0.5,SHARE",
        "0.00%;[Red]-0.00%,-0.5,SHARE",
        "'0%;-0%;\"-\"',0,SHARE",
        "'[<=1]0%;0',0.5,SHARE",
        "'[<=1]0%;0',2,NUMBER",
        "'yyyy/m/d;0;0',-1,NUMBER",
        "'yyyy/m/d;0;0',1,DATE"
    })
    void judgesTheSectionThatIsUsed(String format, String number, Kind kind) {
        assertEquals(kind, kind(format, number));
    }

    @ParameterizedTest
    @CsvSource({
        "46205.9999999999,2026-07-03",
        "46205.99999,2026-07-02",
        "46206,2026-07-03",
        "1,1900-01-01",
        "59,1900-02-28",
        "61,1900-03-01",
        "2958465,9999-12-31"
    })
    void roundsToAThousandthOfASecond(double serial, LocalDate date) {
        assertEquals(date, new SerialDays(false).date(serial));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -0.5, 0, 0.5, 60, 60.5, 2958466, 1e300, Double.NaN})
    void hasNoDayForOthers(double serial) {
        assertNull(new SerialDays(false).date(serial));
    }

    @Test
    void countsFrom1904() {
        assertEquals(LocalDate.of(1904, 1, 1), new SerialDays(true).date(0));
        assertEquals(LocalDate.of(2026, 7, 3), new SerialDays(true).date(46206 - 1462));
        assertNull(new SerialDays(true).date(-1));
    }
}
