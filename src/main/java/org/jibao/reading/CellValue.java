package org.jibao.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jibao.finding.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says under the type that its form gives it.
 *
 * @param raw its text as a person sees it; empty for a blank
 * @param problem why it is invalid, or null
 * @param converted whether it is not quite what stands there: typed as text and understood, or rounded
 * @param rounded whether it had more decimals than are kept
 */
record CellValue(
        CellStatus status,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        String raw,
        @Nullable FindingCode problem,
        boolean converted,
        boolean rounded) {

    static final CellValue BLANK = new CellValue(CellStatus.BLANK, null, null, "", null, false, false);

    static CellValue number(BigDecimal number, String raw, boolean converted) {
        CellStatus status = number.signum() == 0 ? CellStatus.ZERO : CellStatus.VALUE;
        return new CellValue(status, number, null, raw, null, converted, false);
    }

    /** @param number to four decimals, of what stands in the cell with more */
    static CellValue rounded(BigDecimal number, String raw) {
        CellStatus status = number.signum() == 0 ? CellStatus.ZERO : CellStatus.VALUE;
        return new CellValue(status, number, null, raw, null, true, true);
    }

    static CellValue date(LocalDate date, String raw, boolean converted) {
        return new CellValue(CellStatus.VALUE, null, date, raw, null, converted, false);
    }

    static CellValue text(String raw) {
        return new CellValue(CellStatus.VALUE, null, null, raw, null, false, false);
    }

    static CellValue notApplicable(String raw) {
        return new CellValue(CellStatus.NA, null, null, raw, null, false, false);
    }

    static CellValue invalid(FindingCode problem, String raw) {
        return new CellValue(CellStatus.INVALID, null, null, raw, problem, false, false);
    }
}
