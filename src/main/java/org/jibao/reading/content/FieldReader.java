package org.jibao.reading.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.CellType;
import org.jibao.definition.Field;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.guard.PersonalNumbers;
import org.jibao.reading.layout.Statements;
import org.jibao.reading.meaning.CellFindings;
import org.jibao.reading.meaning.CellSemantics;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.reading.meaning.CellValue;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.ShownNumber;
import org.jspecify.annotations.Nullable;

/** Reads one field of an entry. Of a sensitive one it says that something is wrong, never what stands there. */
final class FieldReader {

    private static final String HIDDEN = "***";

    private final String form;
    private final String sheet;
    private final Period period;
    private final CellSemantics semantics;
    private final Statements statements;
    private final List<FieldValues> values;
    private final FindingList findings;
    private final CellFindings cells;
    private final Map<String, DuplicateIndex> seen = new HashMap<>();
    private final Map<String, DuplicateIndex> masked = new HashMap<>();
    private int row;
    private int column;

    /** What a field is read by: the return's period, the job's zone and what the labels state. */
    record Context(Period period, CellSemantics semantics, Statements statements) {}

    FieldReader(String form, String sheet, Context context, List<FieldValues> values, FindingList findings) {
        this.form = form;
        this.sheet = sheet;
        this.period = context.period();
        this.semantics = context.semantics();
        this.statements = context.statements();
        this.values = values;
        this.findings = findings;
        this.cells = new CellFindings(findings);
    }

    /** A String, a LocalDate or a BigDecimal; null where there is none that can be used. */
    @Nullable
    Object read(Field field, int position, @Nullable Cell cell, int row, int column) {
        this.row = row;
        this.column = column;
        CellValue value = semantics.read(cell, field.type(), statements.factor(-1, position, field.type()));
        boolean suppressed = value.status() == CellStatus.SUPPRESSED;
        if (suppressed || value.status() == CellStatus.BLANK || value.status() == CellStatus.NA) {
            if (field.required() && !suppressed) {
                add(FindingCode.ENTRY_FIELD_MISSING, field, null, name(field));
            } else if (value.converted() && !field.sensitive()) {
                cells.converted(
                        value,
                        field.type(),
                        place(),
                        subject(field),
                        field.label().text());
            }
            return null;
        }
        if (value.problem() != null) {
            invalid(field, value);
            return null;
        }
        return switch (field.type().kind()) {
            case TEXT -> text(field, position, value.raw(), cell);
            case DATE -> date(field, value);
            default -> number(field, value);
        };
    }

    /**
     * Reports a value that stood in a row above already; for the cell read last.
     *
     * @param text what stands in the cell, or null where the value is not of a cell
     */
    void checkRepeated(Field field, Object value, @Nullable String text) {
        DuplicateIndex rows = seen.computeIfAbsent(field.id(), id -> new DuplicateIndex());
        int first = rows.first(value.toString(), row + 1);
        if (first != row + 1) {
            String raw = shown(field, text == null ? value.toString() : text);
            add(FindingCode.ENTRY_REPEATED, field, raw, name(field), raw, String.valueOf(first));
        }
    }

    private void invalid(Field field, CellValue value) {
        String raw = shown(field, value.raw());
        FindingCode problem = value.problem();
        if (problem != null && ofCells(problem)) {
            CellValue told = CellValue.invalid(problem, raw, value.detail());
            cells.add(
                    problem,
                    told,
                    field.type(),
                    place(),
                    subject(field),
                    field.label().text());
        } else {
            String expected = CellFindings.expected(field.type());
            add(FindingCode.ENTRY_FIELD_INVALID, field, raw, name(field), raw, expected);
        }
    }

    /** Whether a cell of a register is refused with the same finding as one of a grid. */
    static boolean ofCells(FindingCode problem) {
        return problem == FindingCode.CELL_ERROR_VALUE
                || problem == FindingCode.CELL_NOT_CALCULATED
                || problem == FindingCode.CELL_TOO_LONG
                || problem == FindingCode.CELL_MARK
                || problem == FindingCode.CELL_SET_APART
                || problem == FindingCode.CELL_UNIT
                || problem == FindingCode.CELL_DATE_ORDER
                || problem == FindingCode.CELL_PERCENT_UNIT;
    }

    private @Nullable Object text(Field field, int position, String text, @Nullable Cell cell) {
        if (cell != null && ShownNumber.losesDigits(cell)) {
            add(FindingCode.CELL_DIGITS_LOST, field, null, name(field), String.valueOf(ShownNumber.DIGITS));
        }
        Cell.Mark mark = cell == null ? null : cell.mark();
        if (mark != null && isIdLike(field, text)) {
            invalid(field, CellValue.invalid(FindingCode.CELL_SET_APART, text, CellSemantics.word(mark)));
            return null;
        }
        if (field.published()) {
            String kind = PersonalNumbers.kindIn(text);
            if (kind != null) {
                add(FindingCode.CELL_SENSITIVE, field, null, name(field), kind);
            }
        }
        FieldValues list = values.get(position);
        if (list.any()) {
            return kept(field, text);
        }
        String ids = list.ids(text);
        if (ids == null) {
            String raw = shown(field, text);
            Text allowed = list.allowed();
            findings.add(finding(FindingCode.ENTRY_NOT_LISTED, field, raw, name(field), raw, allowed.zh())
                    .inEnglish("allowed", allowed.en()));
        }
        return ids;
    }

    /**
     * The text without numbers of persons. Where such a number is all of it, or an entry is known by it, the mask names the row in
     * which the text stood first: entries are the same, or are not, as they were without the mask.
     */
    private String kept(Field field, String text) {
        String kept = PersonalNumbers.masked(text);
        if (kept.equals(text) || !field.unique() && !kept.equals(PersonalNumbers.MASK)) {
            return kept;
        }
        DuplicateIndex rows = masked.computeIfAbsent(field.id(), id -> new DuplicateIndex());
        return kept + "@" + rows.first(text, row + 1);
    }

    /** A value by which an entry is known or counted, or one of digits alone: which of its characters hold, nobody can tell. */
    private static boolean isIdLike(Field field, String text) {
        boolean chosen = field.unique() || !field.values().isEmpty();
        boolean prose = text.codePoints().anyMatch(Character::isIdeographic)
                || text.strip().indexOf(' ') > 0;
        return chosen || !prose && text.chars().anyMatch(Character::isDigit);
    }

    private @Nullable LocalDate date(Field field, CellValue value) {
        LocalDate date = value.date();
        if (date == null) {
            return null;
        }
        if (value.converted() && !field.sensitive()) {
            cells.converted(
                    value, field.type(), place(), subject(field), field.label().text());
        }
        boolean outside = date.isBefore(period.start()) || date.isAfter(period.end());
        if (field.within() && outside) {
            String raw = shown(field, value.raw());
            Text when = period.label();
            findings.add(finding(FindingCode.ENTRY_OUT_OF_PERIOD, field, raw, name(field), raw, when.zh())
                    .inEnglish("period", when.en()));
        }
        return date;
    }

    private @Nullable Object number(Field field, CellValue value) {
        boolean understood = value.converted() && field.type().kind() != CellType.Kind.TEXT;
        if (understood && !field.sensitive()) {
            cells.converted(
                    value, field.type(), place(), subject(field), field.label().text());
        }
        return value.number();
    }

    /** Made only where something is said: nothing is said of most cells. */
    private Place place() {
        return Place.cell(sheet, Cell.address(row, column));
    }

    /** What a finding may quote: nothing sensitive, nor a personal number wherever it was typed. */
    private static String shown(Field field, String raw) {
        return field.sensitive() || PersonalNumbers.kindIn(raw) != null ? HIDDEN : raw;
    }

    private static String name(Field field) {
        return field.label().text().zh();
    }

    private String subject(Field field) {
        return form + "/" + field.id();
    }

    private void add(FindingCode code, Field field, @Nullable String raw, String... arguments) {
        findings.add(finding(code, field, raw, arguments));
    }

    /** The first argument of each is the field's name. */
    private Finding finding(FindingCode code, Field field, @Nullable String raw, String... arguments) {
        Finding finding = Finding.of(code, place(), subject(field), raw, arguments);
        return finding.inEnglish(code.arguments().get(0), field.label().text().en());
    }

    /**
     * In which row each value of a column stood first. Of a value 16 bytes of its SHA-256 are kept and no text: a million
     * values take some 40 MB, where the texts in a map would take four times as much.
     */
    static final class DuplicateIndex {

        /** A table fuller than this is slow to search. */
        private static final double FULL = 0.7;

        private final MessageDigest digest;
        private long[] high = new long[64];
        private long[] low = new long[64];
        private int[] rows = new int[64];
        private int size;

        DuplicateIndex() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        /**
         * The row in which the value stood first: the given one where it is new.
         *
         * @param row 1 or more
         */
        int first(String value, int row) {
            ByteBuffer key = ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
            return first(key.getLong(), key.getLong(), row);
        }

        private int first(long keyHigh, long keyLow, int row) {
            int place = place(keyHigh, keyLow);
            if (rows[place] != 0) {
                return rows[place];
            }
            high[place] = keyHigh;
            low[place] = keyLow;
            rows[place] = row;
            if (++size > rows.length * FULL) {
                grow();
            }
            return row;
        }

        /** Where the key is, or the free place where it would be. */
        private int place(long keyHigh, long keyLow) {
            int place = (int) keyHigh & (rows.length - 1);
            while (rows[place] != 0 && (high[place] != keyHigh || low[place] != keyLow)) {
                place = (place + 1) & (rows.length - 1);
            }
            return place;
        }

        private void grow() {
            long[] oldHigh = high;
            long[] oldLow = low;
            int[] oldRows = rows;
            high = new long[oldRows.length * 2];
            low = new long[oldRows.length * 2];
            rows = new int[oldRows.length * 2];
            size = 0;
            for (int i = 0; i < oldRows.length; i++) {
                if (oldRows[i] != 0) {
                    first(oldHigh[i], oldLow[i], oldRows[i]);
                }
            }
        }
    }
}
