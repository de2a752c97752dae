package org.jibao.summary.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.Period;
import org.jibao.definition.Figure.Target;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.summary.SummaryRequest;
import org.jibao.workbook.Display;
import org.jspecify.annotations.Nullable;

/** The figures of the whole as words: what a sentence may say of one. What is missing is a dash, never a gap. */
final class FigureTexts {

    private static final Wording WORDS = Wording.of(FigureTexts.class);

    /** What can be asked of a figure, behind its id and a dot. */
    static final List<String> ASPECTS = List.of(
            "label",
            "number",
            "previous",
            "last_year",
            "change",
            "change_last_year",
            "alike",
            "plain",
            "year_to_date",
            "numerator",
            "denominator",
            "target",
            "standing",
            "coverage",
            "kinds",
            "first",
            "last");

    private final Language language;
    private final Period period;
    private final Standings standings;
    private final Map<String, TableRow> rows = new LinkedHashMap<>();
    private final Map<String, List<TableRow>> kinds = new LinkedHashMap<>();

    FigureTexts(SummaryRequest request, Standings standings) {
        language = request.language();
        period = request.period();
        this.standings = standings;
        for (TableRow row : TableRow.of(request.tables().get(DefaultSummary.FIGURES), language)) {
            if (Boolean.TRUE.equals(row.value("top"))) {
                rows.put(row.text("figure"), row);
            } else {
                kinds.computeIfAbsent(row.text("figure"), figure -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** The value with its unit, such as {@code 1,300件} or {@code 93.12%}. */
    String value(String figure) {
        TableRow row = rows.get(figure);
        return row == null ? Display.MISSING : withUnit(shown(row, "value"), unit(row), language);
    }

    /** One of {@link #ASPECTS}. */
    String aspect(String figure, String aspect) {
        TableRow row = rows.get(figure);
        if (row == null) {
            return Display.MISSING;
        }
        return switch (aspect) {
            case "label" -> row.text("label");
            case "number" -> shown(row, "value");
            case "previous", "last_year", "year_to_date" -> withUnit(shown(row, aspect), unit(row), language);
            case "change" -> fair(row, "change_previous", "change_alike", "alike_units", "previous_reported");
            case "change_last_year" ->
                fair(row, "change_last_year", "change_alike_last_year", "alike_units_last_year", "last_year_reported");
            case "plain" -> change(row, "change_previous");
            case "alike" -> change(row, "change_alike");
            case "numerator", "denominator" -> operand(row.number(aspect));
            case "target" -> target(row);
            case "standing" -> standing(row);
            case "coverage" -> row.text("reported") + "/" + row.text("expected");
            case "kinds" -> kinds(figure);
            case "first", "last" -> standings.names(aspect, figure);
            default -> throw new IllegalArgumentException("no aspect of a figure: " + aspect);
        };
    }

    /** What the reporting came to: each rate with its change on the period before. */
    String said(String figure) {
        TableRow row = rows.get(figure);
        if (row == null || row.number("value") == null) {
            return "";
        }
        String said =
                WORDS.text("figure.said", row.text("label"), value(figure)).in(language);
        return row.number("change_previous") == null
                ? said
                : WORDS.text("figure.changed", said, period.previous().label(), change(row, "change_previous"))
                        .in(language);
    }

    /** What each kind of unit comes to, such as {@code 县直部门1,454条、乡镇996条}. */
    private String kinds(String figure) {
        List<String> said = kinds.getOrDefault(figure, List.of()).stream()
                .map(row -> WORDS.text(
                                "figure.of-kind", row.text("scope"), withUnit(shown(row, "value"), unit(row), language))
                        .in(language))
                .toList();
        return said.isEmpty() ? Display.MISSING : String.join(language == Language.ZH ? "、" : ", ", said);
    }

    /**
     * The headline figures to which several kinds of unit add up, each with a value: no rate, and no longest of all.
     */
    List<String> dividedByKind() {
        return rows.values().stream()
                .filter(row -> Boolean.TRUE.equals(row.value("headline")) && addsUp(row))
                .map(row -> row.text("figure"))
                .toList();
    }

    private boolean addsUp(TableRow whole) {
        List<BigDecimal> parts = kinds.getOrDefault(whole.text("figure"), List.of()).stream()
                .map(row -> row.number("value"))
                .filter(Objects::nonNull)
                .toList();
        BigDecimal value = whole.number("value");
        return value != null
                && parts.size() > 1
                && parts.size()
                        == kinds.getOrDefault(whole.text("figure"), List.of()).size()
                && parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(value) == 0;
    }

    /** A missing value has no unit. */
    static String withUnit(String value, String unit, Language language) {
        return unit.isEmpty() || value.equals(Display.MISSING)
                ? value
                : WORDS.text("figure.with-unit", value, unit).in(language);
    }

    private static String unit(TableRow row) {
        return format(row) == Format.RATE ? "" : row.text("unit");
    }

    private static Format format(TableRow row) {
        return Format.valueOf(row.text("format").toUpperCase(Locale.ROOT));
    }

    private static String shown(TableRow row, String column) {
        return Display.text(format(row), row.number(column));
    }

    private static String operand(@Nullable BigDecimal value) {
        return value == null
                ? Display.MISSING
                : Display.text(value.stripTrailingZeros().scale() > 0 ? Format.AMOUNT : Format.COUNT, value);
    }

    /** That of the units that count in both periods, with their number, where other units count in one. */
    private String fair(TableRow row, String plain, String alike, String units, String then) {
        String reported = row.text("reported");
        boolean same = row.number(then) == null
                || (row.text(then).equals(reported) && row.text(units).equals(reported));
        return same || row.number(alike) == null
                ? change(row, plain)
                : WORDS.text("change.same-units", change(row, alike), row.text(units))
                        .in(language);
    }

    /** {@code 上升12.3%}, {@code up 1.20 points}, {@code 持平}. */
    private String change(TableRow row, String column) {
        BigDecimal change = row.number(column);
        if (change == null) {
            return Display.MISSING;
        }
        Format format = Format.valueOf(row.text("change_format").toUpperCase(Locale.ROOT));
        String size = Display.text(format, change.abs()).replaceFirst("^\\+", "");
        if (size.chars().noneMatch(digit -> digit >= '1' && digit <= '9')) {
            return WORDS.text("change.none").in(language);
        }
        Text sized = format == Format.POINTS ? WORDS.text("change.points", size) : Text.same(size);
        return WORDS.text(change.signum() > 0 ? "change.up" : "change.down", sized)
                .in(language);
    }

    /** Whether any has a target. */
    boolean areAimed() {
        return rows.values().stream().anyMatch(row -> row.number("target") != null);
    }

    /** {@code ≥ 90%}. */
    String target(String figure) {
        TableRow row = rows.get(figure);
        return row == null ? Display.MISSING : target(row);
    }

    private static String target(TableRow row) {
        BigDecimal target = row.number("target");
        if (target == null) {
            return Display.MISSING;
        }
        boolean rate = format(row) == Format.RATE;
        String value =
                (rate ? target.movePointRight(2) : target).stripTrailingZeros().toPlainString();
        return Target.sign(row.text("target_operator")) + " " + value + (rate ? "%" : "");
    }

    private String standing(TableRow row) {
        return switch (row.text("target_standing")) {
            case "met" -> WORDS.text("standing.met").in(language);
            case "missed" -> WORDS.text("standing.missed").in(language);
            default -> Display.MISSING;
        };
    }

    /** A value of a unit, shown as the figure is. */
    String ofUnit(String figure, @Nullable BigDecimal value) {
        TableRow row = rows.get(figure);
        return row == null ? Display.MISSING : withUnit(Display.text(format(row), value), unit(row), language);
    }
}
