package org.jibao.definition.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Figure;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** The tables that show figures: their columns, and the SQL that gives their rows. */
final class FigureTables {

    private static final Wording WORDS = Wording.of(FigureTables.class);

    private static final int TARGET_WIDTH = 22;

    private FigureTables() {}

    /** How a figure and its changes are shown: those alike share a table. */
    static String manner(Figure figure) {
        return switch (figure.format()) {
            case RATE -> "rates";
            case COUNT -> figure.isQuotient() ? "averages" : "counts";
            case AMOUNT -> figure.isQuotient() ? "averages" : "amounts";
            case DAYS -> figure.isQuotient() ? "days" : "totals";
        };
    }

    static Format format(Figure figure) {
        return Format.valueOf(figure.format().name());
    }

    static Format changeFormat(Figure figure) {
        if (!figure.isQuotient()) {
            return Format.CHANGE;
        }
        return figure.format() == Figure.Format.RATE ? Format.POINTS : Format.AMOUNT;
    }

    /** @param yearly whether a period is a year */
    static Table shownFigures(String id, Text title, List<Figure> shown, boolean yearly) {
        Figure first = shown.get(0);
        Format format = format(first);
        Format change = changeFormat(first);
        boolean add = !yearly && shown.stream().anyMatch(Figure::adds);
        List<Column> columns = new ArrayList<>(List.of(column("label", Format.TEXT, 0), column("value", format, 0)));
        if (first.isQuotient()) {
            columns.add(column("numerator", Format.COUNT, 0));
            columns.add(column("denominator", Format.COUNT, 0));
        }
        if (first.format() != Figure.Format.RATE
                && shown.stream().anyMatch(figure -> !figure.unit().zh().isEmpty())) {
            columns.add(1, column("unit", Format.TEXT, 0));
        }
        columns.add(column("previous", format, 0));
        // First what is said of the same units: the plain change holds who reported, too.
        columns.add(column("change_alike", change, 0));
        columns.add(column("change_previous", change, 0));
        if (!yearly) {
            columns.add(column("change_alike_last_year", change, 0));
            columns.add(column("change_last_year", change, 0));
        }
        if (add) {
            columns.add(column("year_to_date", format, 0));
        }
        if (add && !first.isQuotient()) {
            columns.add(column("periods_in", Format.TEXT, 0));
        }
        if (shown.stream().anyMatch(figure -> figure.target() != null)) {
            columns.add(column("target", Format.TEXT, TARGET_WIDTH));
        }
        columns.add(column("coverage", Format.TEXT, 0));
        return table(
                id,
                "shown_figures",
                Map.of(
                        "figures", names(shown),
                        "target_zh", targetText(first.format(), true),
                        "target_en", targetText(first.format(), false)),
                columns,
                WORDS.text("table." + manner(first), title),
                WORDS.text("table.alike-note"));
    }

    /** {@code ≥ 90%: ✓ met, 2.10 points above}, made by the engine of the store. */
    static String targetText(Figure.Format format, boolean zh) {
        boolean rate = format == Figure.Format.RATE;
        String places = rate ? "2" : "1";
        String shown = rate ? "(g.target * 100)::DECIMAL(30, 2)" : "g.target::DECIMAL(30, 2)";
        String size = "round(abs(g.target_difference)" + (rate ? " * 100" : "") + ", " + places + ")::DECIMAL(30, "
                + places + ")::VARCHAR";
        String target = "replace(replace(g.target_operator, '>=', '≥'), '<=', '≤') || ' ' || rtrim(rtrim(" + shown
                + "::VARCHAR, '0'), '.') || '" + (rate ? "%" : "") + "'";
        return "CASE WHEN g.target IS NULL THEN '' WHEN g.target_standing IS NULL THEN " + target + " ELSE " + target
                + " || CASE WHEN g.target_standing = 'met' THEN " + word("target.met", zh) + " ELSE "
                + word("target.missed", zh) + " END || CASE WHEN g.target_difference > 0 THEN "
                + word("target.above", zh)
                + " WHEN g.target_difference < 0 THEN " + word("target.below", zh) + " ELSE '' END"
                + " || CASE WHEN g.target_difference = 0 THEN '' ELSE " + size
                + (rate ? " || " + word("target.points", zh) : "") + " END END";
    }

    static String word(String key, boolean zh) {
        Text text = WORDS.text(key);
        return SqlText.literal(zh ? text.zh() : text.en());
    }

    /** What is plotted, with its unit. */
    static Text inUnit(Figure figure) {
        return figure.format() == Figure.Format.RATE || figure.unit().zh().isEmpty()
                ? figure.label()
                : WORDS.text("chart.in-unit", figure.label(), figure.unit());
    }

    /** @param kinds whether kinds of unit have rows of their own */
    static Table scopes(String id, Text title, List<Figure> shown, boolean kinds) {
        StringBuilder values = new StringBuilder();
        List<Column> columns = pivoted(shown, values);
        return scopes(id, columns, values.toString(), shown, "", kinds, WORDS.text("table.by-unit", title));
    }

    /** Figures of each office: a column a figure, each office above those below it. */
    static Table offices(String id, Text title, List<Figure> shown) {
        StringBuilder values = new StringBuilder();
        List<Column> columns = pivoted(shown, values);
        return table(
                id,
                "offices",
                Map.of(
                        "values", values.toString(),
                        "figures", names(shown),
                        "first", SqlText.literal(shown.get(0).id())),
                columns,
                WORDS.text("table.by-office", title),
                null);
    }

    private static List<Column> pivoted(List<Figure> shown, StringBuilder values) {
        List<Column> columns = new ArrayList<>(List.of(column("name", Format.TEXT, 0)));
        for (Figure figure : shown) {
            columns.add(new Column(figure.id(), heading(figure), format(figure), 0));
            values.append(pivoted(figure));
        }
        columns.add(column("coverage", Format.TEXT, 0));
        return columns;
    }

    /** The parts of a figure of each unit: a column a part. */
    static Table scopes(String id, Figure figure, Breakdown by, boolean kinds) {
        List<Column> columns = new ArrayList<>(List.of(column("name", Format.TEXT, 0)));
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < by.items().size(); i++) {
            Item item = by.items().get(i);
            columns.add(new Column("part" + i, item.label(), format(figure), 0));
            values.append("    max(value) FILTER (item = " + SqlText.literal(item.id()) + ") AS part" + i + ",\n");
        }
        columns.add(column("coverage", Format.TEXT, 0));
        Text title = WORDS.text("table.by-unit", WORDS.text("table.breakdown", figure.label(), by.label()));
        return scopes(id, columns, values.toString(), List.of(figure), by.id(), kinds, title);
    }

    private static Table scopes(
            String id,
            List<Column> columns,
            String values,
            List<Figure> shown,
            String dimension,
            boolean kinds,
            Text title) {
        return table(
                id,
                "scopes",
                Map.of(
                        "values", values,
                        "figures", names(shown),
                        "first", SqlText.literal(shown.get(0).id()),
                        "dimension", SqlText.literal(dimension),
                        "levels", kinds ? "'unit', 'kind'" : "'unit'"),
                columns,
                title,
                null);
    }

    /** Amounts say their unit, which may be yuan or ten thousand of them. */
    private static Text heading(Figure figure) {
        return figure.format() == Figure.Format.AMOUNT ? inUnit(figure) : figure.label();
    }

    static String pivoted(Figure figure) {
        return "    max(value) FILTER (figure = " + SqlText.literal(figure.id()) + ") AS " + SqlText.name(figure.id())
                + ",\n";
    }

    static String names(List<Figure> shown) {
        return String.join(
                ", ", shown.stream().map(figure -> SqlText.literal(figure.id())).toList());
    }

    static Map<String, String> ranked(Figure figure, boolean only) {
        Map<String, String> fragments = new LinkedHashMap<>();
        fragments.put("figure", SqlText.literal(figure.id()));
        fragments.put("ranked_only", String.valueOf(only));
        for (String reason : List.of("no_return", "no_value", "below_minimum")) {
            String key = "unranked." + reason.replace('_', '-');
            fragments.put(reason + "_zh", word(key, true));
            fragments.put(reason + "_en", word(key, false));
        }
        return fragments;
    }

    static Map<String, String> unitTrend(Figure figure) {
        return Map.of(
                "figure", SqlText.literal(figure.id()),
                "merged_zh", word("succession.merged", true),
                "merged_en", word("succession.merged", false),
                "divided_zh", word("succession.divided", true),
                "divided_en", word("succession.divided", false));
    }

    static Column column(String name, Format format, int width) {
        return new Column(name, WORDS.text("column." + name.replace('_', '-')), format, width);
    }

    static Table table(String id, String sql, Map<String, String> fragments, List<Column> columns) {
        return table(id, sql, fragments, columns, WORDS.text("table." + id.replace('_', '-')), null);
    }

    static Table table(
            String id,
            String sql,
            Map<String, String> fragments,
            List<Column> columns,
            Text title,
            @Nullable Text note) {
        return new Table(
                id,
                title,
                note,
                WORDS.text("table.empty"),
                columns,
                Figure.FILE,
                SqlText.read(FigureTables.class, sql, fragments));
    }

    /** What the figures would be about with the units that are missing; each as a text, as their formats differ. */
    static Table estimates() {
        return table(
                "reporting_estimates",
                "reporting_estimates",
                Map.of(),
                List.of(
                        column("label", Format.TEXT, 0),
                        column("unit", Format.TEXT, 0),
                        column("coverage", Format.TEXT, 0),
                        column("counted", Format.TEXT, 14),
                        column("estimated_units", Format.COUNT, 0),
                        column("estimate", Format.TEXT, 14),
                        column("range", Format.TEXT, 22)),
                WORDS.text("table.reporting-estimates"),
                WORDS.text("table.reporting-estimates-note"));
    }

    static Table tidy() {
        return table(
                "tidy",
                "tidy",
                Map.of(),
                List.of(
                        column("period", Format.TEXT, 0),
                        column("level", Format.TEXT, 0),
                        column("scope", Format.TEXT, 0),
                        column("name", Format.TEXT, 0),
                        column("figure", Format.TEXT, 0),
                        column("dimension", Format.TEXT, 0),
                        column("item", Format.TEXT, 0),
                        column("value", Format.AMOUNT, 0),
                        column("numerator", Format.AMOUNT, 0),
                        column("denominator", Format.AMOUNT, 0),
                        column("unit", Format.TEXT, 0),
                        column("reported", Format.COUNT, 0),
                        column("expected", Format.COUNT, 0),
                        column("previous", Format.AMOUNT, 0),
                        column("change_previous", Format.AMOUNT, 0),
                        column("change_alike", Format.AMOUNT, 0),
                        column("alike_units", Format.COUNT, 0),
                        column("last_year", Format.AMOUNT, 0),
                        column("change_last_year", Format.AMOUNT, 0),
                        column("change_alike_last_year", Format.AMOUNT, 0),
                        column("alike_units_last_year", Format.COUNT, 0),
                        column("year_to_date", Format.AMOUNT, 0),
                        column("target", Format.AMOUNT, 0),
                        column("target_standing", Format.TEXT, 0),
                        column("missing_because", Format.TEXT, 0)));
    }

    static Table provenance() {
        return table(
                "provenance",
                "provenance",
                Map.of(),
                List.of(
                        column("figure", Format.TEXT, 0),
                        column("part", Format.TEXT, 0),
                        column("name", Format.TEXT, 0),
                        column("sheet", Format.TEXT, 0),
                        column("cell", Format.TEXT, 0),
                        column("raw", Format.TEXT, 0),
                        column("status", Format.TEXT, 0),
                        column("factor", Format.AMOUNT, 0),
                        column("value", Format.AMOUNT, 0),
                        column("included", Format.TEXT, 0),
                        column("file", Format.TEXT, 36),
                        column("sha256", Format.TEXT, 66)));
    }
}
