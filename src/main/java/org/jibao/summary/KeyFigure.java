package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/**
 * One figure of the leaders' page.
 *
 * @param unit such as {@code 条}, empty for a rate
 * @param value null where missing
 * @param onPrevious, onLastYear the change: a number in {@code changeFormat}, a text that begins with its sign, or null
 * @param coverage such as {@code 47/49}, empty where it is not known
 * @param better {@code up} or {@code down}; empty where neither is, and null where the table does not say
 * @param alike the change over the units that count in both periods, where other units count in one: it comes before
 *     the plain change
 * @param alikeLastYear the same against the same period of last year
 * @param estimate what it would be about with the units that are missing; null where none is, or none can be estimated
 * @param target such as {@code ≥ 90%}, empty for none or where there is no value
 * @param met whether it is met
 */
public record KeyFigure(
        String label,
        String unit,
        @Nullable Number value,
        Format format,
        @Nullable Object onPrevious,
        @Nullable Object onLastYear,
        Format changeFormat,
        String coverage,
        @Nullable String better,
        @Nullable Alike alike,
        @Nullable Alike alikeLastYear,
        @Nullable Estimate estimate,
        String target,
        boolean met) {

    /**
     * Reads the table of figures: {@code label}, {@code value}, {@code format}, and where present {@code unit},
     * {@code change_previous}, {@code change_last_year}, {@code change_format}, {@code coverage} or {@code reported}
     * and {@code expected}, {@code better}, {@code change_alike} with {@code alike_units},
     * {@code change_alike_last_year} with {@code alike_units_last_year}, {@code target} with {@code target_operator}
     * and {@code target_standing}, {@code estimate} with {@code low}, {@code high}, {@code estimated},
     * {@code estimated_all} and {@code estimated_of}.
     */
    public static List<KeyFigure> of(MetricTable table, Language language) {
        List<KeyFigure> figures = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            figures.add(of(new Row(table, row, language)));
        }
        return figures;
    }

    private static KeyFigure of(Row row) {
        Format format = Format.valueOf(row.text("format").toUpperCase(Locale.ROOT));
        String change = row.text("change_format");
        Format usual = format == Format.RATE ? Format.POINTS : Format.CHANGE;
        String coverage = row.text("coverage");
        String counted = row.text("reported") + "/" + row.text("expected");
        return new KeyFigure(
                row.text("label"),
                format == Format.RATE ? "" : row.text("unit"),
                row.value("value") instanceof Number number ? number : null,
                format,
                row.value("change_previous"),
                row.value("change_last_year"),
                change.isEmpty() ? usual : Format.valueOf(change.toUpperCase(Locale.ROOT)),
                !coverage.isEmpty() || counted.equals("/") ? coverage : counted,
                row.has("better") ? row.text("better") : null,
                alike(row, "change_alike", "alike_units"),
                alike(row, "change_alike_last_year", "alike_units_last_year"),
                estimate(row),
                target(row, format),
                row.text("target_standing").equals("met"));
    }

    private static @Nullable Alike alike(Row row, String change, String units) {
        Object value = row.value(change);
        return value == null ? null : new Alike(value, row.text(units));
    }

    private static @Nullable Estimate estimate(Row row) {
        return row.value("estimate") instanceof Number value
                        && row.value("low") instanceof Number low
                        && row.value("high") instanceof Number high
                ? new Estimate(
                        value,
                        low,
                        high,
                        row.text("estimated"),
                        Boolean.TRUE.equals(row.value("estimated_all")) ? row.text("estimated_of") : "")
                : null;
    }

    /**
     * A change over the units that count in both periods.
     *
     * @param change in the format of changes
     * @param units how many these are
     */
    public record Alike(Object change, String units) {}

    /**
     * What a figure would be about with the units that are missing.
     *
     * @param low, high the range that holds it in nine of ten cases
     * @param missing how many units are estimated
     * @param all how many units there are, where every one counts or is estimated; empty where some are neither
     */
    public record Estimate(Number value, Number low, Number high, String missing, String all) {}

    private static String target(Row row, Format format) {
        if (row.text("target_standing").isEmpty() || !(row.value("target") instanceof Number target)) {
            return "";
        }
        String operator = org.jibao.definition.Figure.Target.sign(row.text("target_operator"));
        return operator + " " + Display.text(format, target);
    }

    /** Whether the change is for the better: 1, for the worse: -1, or neither: 0. */
    public int good(@Nullable Object change) {
        int direction = direction(change);
        if (better == null || better.equals("up")) {
            return direction;
        }
        return better.equals("down") ? -direction : 0;
    }

    /** Below zero, zero or above; 0 where there is no change or none is known. */
    static int direction(@Nullable Object change) {
        if (change instanceof Number number) {
            return (int) Math.signum(number.doubleValue());
        }
        String text = change == null ? "" : change.toString().strip();
        return text.startsWith("+") ? 1 : text.startsWith("-") || text.startsWith("−") ? -1 : 0;
    }

    /** A row by the names of its columns; one that is not there is missing. */
    private record Row(MetricTable table, List<@Nullable Object> values, Language language) {

        @Nullable
        Object value(String name) {
            return Columns.has(table, name, language) ? values.get(Columns.index(table, name, language)) : null;
        }

        boolean has(String name) {
            return Columns.has(table, name, language);
        }

        String text(String name) {
            return Objects.requireNonNullElse(value(name), "").toString();
        }
    }
}
