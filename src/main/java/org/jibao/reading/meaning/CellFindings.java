package org.jibao.reading.meaning;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jibao.definition.CellType;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.FindingList;
import org.jibao.reading.workbook.Masked;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a cell, and what was understood of one that needed understanding. */
public final class CellFindings {

    /** A word of the messages. */
    public static final String NO_UNIT = "none";

    private final FindingList findings;

    public CellFindings(FindingList findings) {
        this.findings = findings;
    }

    /** Notes what there is to say of a grid's cell; nothing for a plain number. */
    public void add(CellValue value, CellType type, Place place, String subject, Text label) {
        FindingCode problem = value.problem();
        if (problem != null) {
            add(problem, value, type, place, subject, label);
        } else if (value.converted()) {
            converted(value, type, place, subject, label);
        } else if (value.status() == CellStatus.BLANK) {
            add(findings::add, FindingCode.CELL_BLANK, place, subject, null, label);
        }
    }

    /** Says why a value cannot be used; the other arguments than the label and the text are the problem's own. */
    public void add(FindingCode problem, CellValue value, CellType type, Place place, String subject, Text label) {
        String raw = value.raw();
        String detail = Objects.requireNonNullElse(value.detail(), "");
        Consumer<Finding> taker = taker(value);
        switch (problem) {
            case CELL_INVALID -> add(taker, problem, place, subject, raw, label, raw, expected(type));
            case CELL_MARK -> {
                int space = detail.indexOf(' ');
                String sign = detail.substring(space + 1);
                add(taker, problem, place, subject, raw, label, raw, detail.substring(0, space), sign);
            }
            case CELL_SET_APART -> add(taker, problem, place, subject, raw, label, raw, detail);
            case CELL_DATE_ORDER -> {
                String[] days = detail.split(" ", 2);
                add(taker, problem, place, subject, raw, label, raw, days[0], days[1]);
            }
            case CELL_UNIT -> add(taker, problem, place, subject, raw, label, raw, detail, unit(type));
            default -> add(taker, problem, place, subject, raw, label, raw);
        }
    }

    /** Notes how a text was understood, to what a number was rounded or converted. */
    public void converted(CellValue value, CellType type, Place place, String subject, Text label) {
        FindingCode code = Objects.requireNonNull(value.note());
        String raw = value.raw();
        String detail = Objects.requireNonNullElse(value.detail(), "");
        Consumer<Finding> taker = taker(value);
        switch (code) {
            case CELL_INVISIBLE -> add(taker, code, place, subject, raw, label, raw, detail, understood(value));
            case CELL_MISSING, CELL_SUPPRESSED -> add(findings::add, code, place, subject, raw, label, raw);
            case CELL_UNIT_CONVERTED ->
                add(taker, code, place, subject, raw, label, raw, understood(value), unit(type));
            default -> add(taker, code, place, subject, raw, label, raw, understood(value));
        }
    }

    private Consumer<Finding> taker(CellValue value) {
        return Masked.isFigure(value.raw(), value.number()) ? findings::addFigure : findings::add;
    }

    private static String unit(CellType type) {
        return Objects.requireNonNullElse(type.unit(), NO_UNIT);
    }

    private static String understood(CellValue value) {
        if (value.date() != null) {
            return value.date().toString();
        }
        return value.number() == null ? "" : value.number().toPlainString();
    }

    /** A cover's cell that holds an error or was never calculated says nothing. */
    public void errorOnCover(Cell cell, Place place, String subject, Text label) {
        FindingCode code =
                switch (cell.kind()) {
                    case ERROR -> FindingCode.CELL_ERROR_VALUE;
                    case NOT_CALCULATED -> FindingCode.CELL_NOT_CALCULATED;
                    case TOO_LONG -> FindingCode.CELL_TOO_LONG;
                    default -> null;
                };
        if (code != null) {
            add(findings::add, code, place, subject, cell.text(), label, cell.text());
        }
    }

    /** Every finding of a cell has the cell's label for its first argument. */
    private void add(
            Consumer<Finding> taker,
            FindingCode code,
            Place place,
            String subject,
            @Nullable String raw,
            Text label,
            String... others) {
        String[] values = new String[others.length + 1];
        values[0] = label.zh();
        System.arraycopy(others, 0, values, 1, others.length);
        Finding finding = Finding.of(code, place, subject, raw, values).inEnglish("label", label.en());
        taker.accept(finding);
    }

    /** The word for what a field takes, as the messages know it. */
    public static String expected(CellType type) {
        return type.kind().name().toLowerCase(Locale.ROOT);
    }
}
