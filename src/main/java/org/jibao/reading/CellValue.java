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
 * @param converted whether the value was typed as text and had to be understood
 */
record CellValue(
        CellStatus status,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        String raw,
        @Nullable FindingCode problem,
        boolean converted) {

    static final CellValue BLANK = new CellValue(CellStatus.BLANK, null, null, "", null, false);

    static CellValue number(BigDecimal number, String raw, boolean converted) {
        CellStatus status = number.signum() == 0 ? CellStatus.ZERO : CellStatus.VALUE;
        return new CellValue(status, number, null, raw, null, converted);
    }

    static CellValue date(LocalDate date, String raw, boolean converted) {
        return new CellValue(CellStatus.VALUE, null, date, raw, null, converted);
    }

    static CellValue text(String raw) {
        return new CellValue(CellStatus.VALUE, null, null, raw, null, false);
    }

    static CellValue notApplicable(String raw) {
        return new CellValue(CellStatus.NA, null, null, raw, null, false);
    }

    static CellValue invalid(FindingCode problem, String raw) {
        return new CellValue(CellStatus.INVALID, null, null, raw, problem, false);
    }
}
