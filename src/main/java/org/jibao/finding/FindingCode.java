package org.jibao.finding;

import static org.jibao.finding.Severity.ERROR;
import static org.jibao.finding.Severity.NOTE;
import static org.jibao.finding.Severity.WARNING;

import java.util.List;
import java.util.Locale;

/**
 * Every built-in finding: its stable code, its weight and the names of its arguments. The words stand in the message
 * bundle {@code org/jibao/finding/findings}, two entries a code: {@code <code>} says what is wrong and why,
 * {@code <code>.cure} says what to do next. Rules of a job folder bring codes and words of their own.
 */
public enum FindingCode {
    // The file as a whole: each of these rejects the submission.
    FILE_EMPTY(ERROR),
    FILE_NOT_WORKBOOK(ERROR, "found"),
    FILE_ENCRYPTED(ERROR),
    FILE_TRUNCATED(ERROR, "detail"),
    FILE_FORMAT_UNSUPPORTED(ERROR, "found"),
    FILE_LIMIT_EXCEEDED(ERROR, "limit", "allowed", "found"),
    FILE_UNREADABLE(ERROR, "detail"),
    FILE_ENCODING_UNKNOWN(ERROR, "line", "offset", "bytes"),
    FILE_ENCODING_DOUBTFUL(ERROR, "line", "raw"),
    FILE_QUOTE_OPEN(ERROR, "line", "detail"),
    FILE_ZIP_WITHOUT_RETURN(ERROR, "found"),
    FILE_MAIL_WITHOUT_RETURN(ERROR, "found"),
    FILE_MAIL_LARGE_LINK(ERROR),
    FILE_MAIL_PART_LEFT(ERROR, "detail"),
    FILE_PATH_UNSAFE(ERROR, "path"),
    FILE_CHANGED_WHILE_READ(ERROR),
    FILE_LOCK(NOTE),
    FILE_DUPLICATE(NOTE, "first", "received"),

    // Who sent it, and for when: each of these rejects the submission.
    UNIT_UNKNOWN(ERROR, "found", "nearest"),
    UNIT_AMBIGUOUS(ERROR, "found", "candidates"),
    UNIT_MISSING(ERROR, "names"),
    UNIT_NOT_EXPECTED(ERROR, "unit", "period"),
    PERIOD_UNKNOWN(ERROR, "found", "example", "code"),
    PERIOD_AMBIGUOUS(ERROR, "found", "first", "second"),
    PERIOD_MISSING(ERROR, "names", "example", "code"),
    PERIOD_NOT_OPEN(ERROR, "period"),
    IDENTITY_CONFLICT(ERROR, "what", "first", "firstSource", "second", "secondSource"),
    LIST_KEY_MISSING(ERROR, "field", "row"),
    LIST_UNIT_REPEATED(ERROR, "unit", "period", "first", "second"),
    LIST_NOT_READ(ERROR, "form"),
    LIST_LINE_MISSING(ERROR, "form"),
    PATH_UNMATCHED(NOTE, "path"),
    FORM_VERSION_UNKNOWN(ERROR, "found", "expected"),

    // The layout of a sheet.
    SHEET_MISSING(ERROR, "sheet"),
    SHEET_AMBIGUOUS(ERROR, "sheet", "candidates"),
    SHEET_RENAMED(NOTE, "sheet", "found"),
    SHEET_HIDDEN(WARNING, "sheet", "found"),
    SHEET_HIDDEN_TWIN(NOTE, "sheet", "found", "hidden"),
    SHEET_ALSO_FITS(WARNING, "sheet", "found", "other"),
    LABEL_MISSING(ERROR, "label", "axis"),
    LABEL_AMBIGUOUS(ERROR, "label", "axis", "first", "second"),
    LABEL_HIDDEN(WARNING, "label", "axis"),
    LABEL_HIDDEN_TWIN(NOTE, "label", "axis", "first", "second"),
    LABEL_UNIT(ERROR, "label", "found", "own"),
    LABEL_UNIT_CONVERTED(NOTE, "label", "found", "own", "factor"),
    LABEL_PERIOD(ERROR, "label", "found", "expected"),
    LABEL_REMARK(NOTE, "label", "found"),
    LABEL_STRUCK_OUT(ERROR, "label"),
    HEADER_MISSING(ERROR, "labels"),
    TITLE_CONTRADICTS(WARNING, "what", "found", "expected"),

    // One cell.
    CELL_INVALID(ERROR, "label", "raw", "expected"),
    CELL_BLANK(ERROR, "label"),
    CELL_MISSING(WARNING, "label", "raw"),
    CELL_SUPPRESSED(NOTE, "label", "raw"),
    CELL_NOT_APPLICABLE(ERROR, "label", "raw"),
    CELL_NOT_CALCULATED(ERROR, "label", "formula"),
    CELL_NEGATIVE(ERROR, "label", "raw"),
    CELL_NOT_WHOLE(ERROR, "label", "raw"),
    CELL_ERROR_VALUE(ERROR, "label", "raw"),
    CELL_DATE_IN_COUNT(ERROR, "label", "raw"),
    CELL_MARK(ERROR, "label", "raw", "mark", "sign"),
    CELL_SET_APART(ERROR, "label", "raw", "mark"),
    CELL_TOO_LONG(ERROR, "label", "raw"),
    CELL_UNIT(ERROR, "label", "raw", "found", "own"),
    CELL_PERCENT_UNIT(ERROR, "label", "raw"),
    CELL_UNIT_CONVERTED(NOTE, "label", "raw", "value", "own"),
    CELL_INVISIBLE(NOTE, "label", "raw", "sign", "value"),
    CELL_HIDDEN(WARNING, "label", "raw", "value"),
    CELL_DIGITS_LOST(WARNING, "label", "digits"),
    CELL_TEXT_NUMBER(NOTE, "label", "raw", "value"),
    CELL_ROUNDED(NOTE, "label", "raw", "value"),
    CELL_TEXT_DATE(NOTE, "label", "raw", "value"),
    CELL_DATE_ORDER(ERROR, "label", "raw", "first", "second"),
    CELL_SENSITIVE(WARNING, "label", "kind"),

    // One row of a register.
    ENTRY_FIELD_MISSING(ERROR, "field"),
    ENTRY_FIELD_INVALID(ERROR, "field", "raw", "expected"),
    ENTRY_NOT_LISTED(ERROR, "field", "raw", "allowed"),
    ENTRY_OUT_OF_PERIOD(WARNING, "field", "raw", "period"),
    ENTRY_REPEATED(ERROR, "field", "raw", "first"),
    REGISTER_NOT_READ(ERROR, "rows", "first"),
    REGISTER_ROWS_UNREAD(NOTE, "rows", "first"),
    REGISTER_ROWS_SKIPPED(NOTE, "rows", "first"),
    REGISTER_COLUMN_CODES(NOTE, "rows", "first"),
    REGISTER_ENDED(NOTE, "rows", "first"),
    REGISTER_ALL_SKIPPED(WARNING, "rows", "first"),
    REGISTER_ROWS_HIDDEN(WARNING, "rows", "first"),

    // The return as a whole.
    RETURN_EARLY(WARNING, "period", "end", "received"),
    RETURN_LATE(NOTE, "due", "received"),
    RETURN_AFTER_CLOSE(NOTE, "unit", "period", "due", "closed", "received"),
    RETURN_ZERO(NOTE),
    FIGURE_UNLIKELY(WARNING, "label", "raw", "expected", "low", "high", "basis", "reason"),
    RETURN_HELD(NOTE, "proof", "unit", "proved", "said", "file", "period"),
    SENDER_FORGED(NOTE, "unit", "said", "file", "period"),
    REPLACEMENT_HELD(NOTE, "weak", "strong", "unit", "counted", "file", "period"),
    MARK_CODE_UNKNOWN(NOTE),
    FINDINGS_MORE(NOTE, "code", "more", "kept"),

    // A package of an office below.
    PACKAGE_TAKEN(NOTE, "office", "period", "asOf", "approved", "returns", "fresh", "revised", "gone"),
    PACKAGE_OLDER(NOTE, "office", "period", "asOf"),
    PACKAGE_FIGURES_DIFFER(WARNING, "times", "scope", "figure", "theirs", "ours"),

    // Where rules fail, the cells that are probably at fault.
    CELL_PROBABLE(NOTE, "certainty", "rules", "changes"),
    CELL_PROBABLE_NONE(NOTE, "outcome", "rules");

    private final Severity severity;
    private final List<String> arguments;

    FindingCode(Severity severity, String... arguments) {
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    /** The stable code as people and files see it, such as {@code cell-invalid}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** The names of the arguments, in the order in which {@link Finding#of} takes their values. */
    public List<String> arguments() {
        return arguments;
    }
}
