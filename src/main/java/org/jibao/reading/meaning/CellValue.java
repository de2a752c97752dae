package org.jibao.reading.meaning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jibao.finding.FindingCode;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says under the type that its form gives it.
 *
 * @param raw its text as a person sees it; empty for a blank
 * @param problem why it is invalid, or null
 * @param note how it was understood where it is not quite what stands there: typed as text, rounded, converted; or null
 * @param detail what the problem or the note names beside the text, or null
 */
public record CellValue(
        CellStatus status,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        String raw,
        @Nullable FindingCode problem,
        @Nullable FindingCode note,
        @Nullable String detail) {

    /** Of a text that is no figure; it stands in the store and in findings. */
    private static final int LONGEST_RAW = 1000;

    static final CellValue BLANK = new CellValue(CellStatus.BLANK, null, null, "", null, null, null);

    static CellValue number(BigDecimal number, String raw, @Nullable FindingCode note, @Nullable String detail) {
        CellStatus status = number.signum() == 0 ? CellStatus.ZERO : CellStatus.VALUE;
        return new CellValue(status, number, null, raw, null, note, detail);
    }

    static CellValue date(LocalDate date, String raw, @Nullable FindingCode note, @Nullable String detail) {
        return new CellValue(CellStatus.VALUE, null, date, raw, null, note, detail);
    }

    static CellValue text(String raw) {
        return new CellValue(CellStatus.VALUE, null, null, raw, null, null, null);
    }

    static CellValue notApplicable(String raw) {
        return new CellValue(CellStatus.NA, null, null, raw, null, null, null);
    }

    /** A word that stands where a figure is missing, or is not told. */
    static CellValue placeholder(CellStatus status, String raw) {
        FindingCode note = status == CellStatus.BLANK ? FindingCode.CELL_MISSING : FindingCode.CELL_SUPPRESSED;
        return new CellValue(status, null, null, raw, null, note, null);
    }

    public static CellValue invalid(FindingCode problem, String raw) {
        return invalid(problem, raw, null);
    }

    public static CellValue invalid(FindingCode problem, String raw, @Nullable String detail) {
        String quoted = raw.length() > LONGEST_RAW ? raw.substring(0, LONGEST_RAW) + "…" : raw;
        return new CellValue(CellStatus.INVALID, null, null, quoted, problem, null, detail);
    }

    /** Whether it is not quite what stands in the cell. */
    public boolean converted() {
        return note != null;
    }

    /** Whether it had more decimals than are kept. */
    boolean rounded() {
        return note == FindingCode.CELL_ROUNDED;
    }
}
