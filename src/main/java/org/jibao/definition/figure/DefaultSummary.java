package org.jibao.definition.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jibao.definition.Figure;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** The summary that a job's figures make by themselves: leaders' page, reporting, a page a topic, rankings, trend, and the lists. */
public final class DefaultSummary {

    /** The table of the sentences of the leaders' page, which are made of facts. */
    public static final String HEADLINES = "headlines";

    /** The table of the titles of charts, which are made of the same facts. */
    public static final String MESSAGES = "messages";

    private static final Wording WORDS = Wording.of(DefaultSummary.class);

    /** Of so many parts a ring can be read; more are bars. */
    private static final int MOST_IN_RING = 6;

    private static final int MOST_CHARTS_FOR_LEADERS = 4;
    private static final int MOST_LINES = 4;
    private static final int MOST_BARS = 40;
    private static final int LONGEST_TITLE = 31;
    private static final int TARGET_WIDTH = 22;

    private final List<Figure> figures;
    private final Function<Figure, Text> topics;
    private final Function<String, Table> shared;
    private final boolean kinds;
    private final boolean successions;
    private final List<Table> tables = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();

    /**
     * @param topics the page of a figure
     * @param shared the tables that every job can use, by id
     * @param kinds whether more than one kind of unit owes the return
     * @param successions whether any unit came of others
     */
    public DefaultSummary(
            List<Figure> figures,
            Function<Figure, Text> topics,
            Function<String, Table> shared,
            boolean kinds,
            boolean successions) {
        this.figures = List.copyOf(figures);
        this.topics = topics;
        this.shared = shared;
        this.kinds = kinds;
        this.successions = successions;
    }

    /** The whole of it, every table in its place. */
    public SummaryDefinition make() {
        List<String> leaders = new ArrayList<>(List.of("key_figures", HEADLINES));
        for (String id : List.of("coverage", "period_labels", "revision_basis", "revision_causes", "revisions",
                "replacements", "reporting_kinds", "reporting_states", "reporting_units", "reporting_absent",
                "reporting_matrix", "findings")) {
            tables.add(shared.apply(id));
        }
        keyFigures();
        tables.add(table(HEADLINES, "facts", Map.of(), List.of(
                column("number", Format.COUNT, 4), column("sentence", Format.TEXT, 100))));
        tables.add(table(MESSAGES, "facts", Map.of(), List.of(
                column("id", Format.TEXT, 0), column("zh", Format.TEXT, 60), column("en", Format.TEXT, 60))));
        trend();
        List<Sheet> pages = topicPages();
        List<Sheet> rankings = rankings();
        leaders.addAll(leadersCharts());
        sheets.add(sheet("cover", SheetKind.COVER, List.of("coverage")));
        sheets.add(sheet("contents", SheetKind.CONTENTS, List.of()));
        sheets.add(sheet("leaders", SheetKind.LEADERS, leaders));
        reportingPages();
        sheets.addAll(pages);
        sheets.addAll(rankings);
        trendPages();
        sheets.add(sheet("findings", SheetKind.PAGE, List.of("findings")));
        sheets.add(sheet(
                "revisions",
                SheetKind.PAGE,
                List.of("revision_basis", "revision_causes", "revisions", "replacements")));
        sheets.add(sheet("notes", SheetKind.NOTES, List.of()));
        lists();
        return new SummaryDefinition(tables, charts, List.of(), sheets);
    }

    private void keyFigures() {
        List<Column> columns = new ArrayList<>(List.of(
                column("label", Format.TEXT, 0),
                column("value", Format.AMOUNT, 0),
                column("unit", Format.TEXT, 0),
                column("change_previous", Format.AMOUNT, 0),
                column("change_last_year", Format.AMOUNT, 0),
                column("coverage", Format.TEXT, 0)));
        tables.add(table("key_figures", "key_figures", Map.of(), columns));
    }

    // Reporting

    private void reportingPages() {
        charts.add(new Chart(
                "reporting_trend",
                ChartType.TREND,
                "trend",
                "period",
                List.of("reporting_rate", "on_time_rate"),
                null,
                List.of(),
                Format.RATE,
                label("reporting_rate"),
                WORDS.text("chart.reporting-trend"),
                0));
        List<String> blocks = new ArrayList<>(List.of("reporting_kinds"));
        if (kinds) {
            charts.add(new Chart(
                    "reporting_stack",
                    ChartType.STACKED,
                    "reporting_states",
                    "name",
                    List.of("on_time", "late", "returned", "rejected", "missing"),
                    null,
                    List.of(),
                    Format.COUNT,
                    WORDS.text("chart.reporting-stack"),
                    WORDS.text("chart.reporting-stack-of"),
                    0));
            blocks.add("reporting_stack");
        }
        blocks.add("reporting_trend");
        sheets.add(sheet("reporting", SheetKind.PAGE, blocks));
        sheets.add(sheet("reporting_absent", SheetKind.PAGE, List.of("reporting_absent")));
        sheets.add(sheet("reporting_units", SheetKind.PAGE, List.of("reporting_units")));
        sheets.add(sheet("reporting_matrix", SheetKind.PAGE, List.of("reporting_matrix")));
    }

    private Text label(String figure) {
        return figures.stream()
                .filter(one -> one.id().equals(figure))
                .findFirst()
                .orElseThrow()
                .label();
    }

    // Topics

    /** A page for each topic, in the order in which topics are first named. */
    private List<Sheet> topicPages() {
        Map<Text, List<Figure>> pages = new LinkedHashMap<>();
        figures.stream()
                .filter(figure -> !figure.kind().isBuiltIn())
                .forEach(figure ->
                        pages.computeIfAbsent(topics.apply(figure), topic -> new ArrayList<>()).add(figure));
        List<Sheet> made = new ArrayList<>();
        int number = 1;
        for (Map.Entry<Text, List<Figure>> page : pages.entrySet()) {
            String id = "topic" + number++;
            Text title = page.getKey();
            made.add(topicPage(id, title, page.getValue()));
            tables.add(scopes(id + "_units", title, page.getValue()));
            made.add(new Sheet(
                    id + "_units",
                    SheetKind.PAGE,
                    shortened(title, text -> WORDS.text("table.by-unit", text)),
                    List.of(id + "_units")));
        }
        return made;
    }

    private Sheet topicPage(String id, Text title, List<Figure> shown) {
        List<String> blocks = new ArrayList<>();
        Map<String, List<Figure>> alike = new LinkedHashMap<>();
        shown.forEach(figure ->
                alike.computeIfAbsent(manner(figure), manner -> new ArrayList<>()).add(figure));
        for (Map.Entry<String, List<Figure>> group : alike.entrySet()) {
            String table = id + "_" + group.getKey();
            tables.add(shownFigures(table, title, group.getValue()));
            blocks.add(table);
        }
        List<String> pictures = new ArrayList<>();
        for (Figure figure : shown) {
            for (Breakdown by : figure.by()) {
                String table = breakdown(figure, by);
                blocks.add(table);
                pictures.add(table + "_chart");
            }
        }
        pictures.addAll(trendCharts(id, shown));
        blocks.addAll(pictures);
        return new Sheet(id, SheetKind.PAGE, shortened(title, text -> text), blocks);
    }

    /** How a figure and its changes are shown: those alike share a table. */
    private static String manner(Figure figure) {
        return switch (figure.format()) {
            case RATE -> "rates";
            case COUNT -> figure.isQuotient() ? "averages" : "counts";
            case AMOUNT -> figure.isQuotient() ? "averages" : "amounts";
            case DAYS -> figure.isQuotient() ? "days" : "totals";
        };
    }

    private static Format format(Figure figure) {
        return Format.valueOf(figure.format().name());
    }

    private static Format changeFormat(Figure figure) {
        if (!figure.isQuotient()) {
            return Format.CHANGE;
        }
        return figure.format() == Figure.Format.RATE ? Format.POINTS : Format.AMOUNT;
    }

    private Table shownFigures(String id, Text title, List<Figure> shown) {
        Figure first = shown.get(0);
        Format format = format(first);
        Format change = changeFormat(first);
        boolean stocks = shown.stream().noneMatch(Figure::adds);
        List<Column> columns = new ArrayList<>(List.of(column("label", Format.TEXT, 0), column("value", format, 0)));
        if (first.isQuotient()) {
            columns.add(column("numerator", operandFormat(shown), 0));
            columns.add(column("denominator", operandFormat(shown), 0));
        }
        if (first.format() != Figure.Format.RATE
                && shown.stream().anyMatch(figure -> !figure.unit().zh().isEmpty())) {
            columns.add(1, column("unit", Format.TEXT, 0));
        }
        columns.add(column("previous", format, 0));
        columns.add(column("change_previous", change, 0));
        columns.add(column("change_alike", change, 0));
        columns.add(column("change_last_year", change, 0));
        if (!stocks) {
            columns.add(column("year_to_date", format, 0));
        }
        if (!stocks && !first.isQuotient()) {
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

    /** Counts are whole; anything else may have decimals. */
    private static Format operandFormat(List<Figure> shown) {
        return shown.stream().allMatch(figure -> figure.kind() == Figure.Kind.RATE) ? Format.COUNT : Format.AMOUNT;
    }

    /** {@code ≥ 90%: ✓ met, 2.10 points above}, made by the engine of the store. */
    private static String targetText(Figure.Format format, boolean zh) {
        boolean rate = format == Figure.Format.RATE;
        String places = rate ? "2" : "1";
        String shown = rate ? "(g.target * 100)::DECIMAL(30, 2)" : "g.target::DECIMAL(30, 2)";
        String size = "round(abs(g.target_difference)" + (rate ? " * 100" : "") + ", " + places + ")::DECIMAL(30, " + places
                + ")::VARCHAR";
        String target = "replace(replace(g.target_operator, '>=', '≥'), '<=', '≤') || ' ' || rtrim(rtrim(" + shown
                + "::VARCHAR, '0'), '.') || '" + (rate ? "%" : "") + "'";
        return "CASE WHEN g.target IS NULL THEN '' WHEN g.target_standing IS NULL THEN " + target + " ELSE " + target
                + " || CASE WHEN g.target_standing = 'met' THEN " + word("target.met", zh) + " ELSE "
                + word("target.missed", zh) + " END || CASE WHEN g.target_difference > 0 THEN " + word("target.above", zh)
                + " WHEN g.target_difference < 0 THEN " + word("target.below", zh) + " ELSE '' END"
                + " || CASE WHEN g.target_difference = 0 THEN '' ELSE " + size
                + (rate ? " || " + word("target.points", zh) : "") + " END END";
    }

    private static String word(String key, boolean zh) {
        Text text = WORDS.text(key);
        return SqlText.literal(zh ? text.zh() : text.en());
    }

    /** @return the table; its chart is called so, too, with {@code _chart} behind it */
    private String breakdown(Figure figure, Breakdown by) {
        String id = figure.id() + "_by_" + by.id();
        boolean whole = !figure.isQuotient();
        Format format = format(figure);
        Format change = changeFormat(figure);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("item", by.label(), Format.TEXT, 0));
        columns.add(new Column("value", figure.label(), format, 0));
        if (whole) {
            columns.add(column("share", Format.RATE, 0));
        } else {
            columns.add(column("numerator", operandFormat(List.of(figure)), 0));
            columns.add(column("denominator", operandFormat(List.of(figure)), 0));
        }
        columns.add(column("previous", format, 0));
        columns.add(column("change_previous", change, 0));
        columns.add(column("change_last_year", change, 0));
        if (figure.adds()) {
            columns.add(column("year_to_date", format, 0));
        }
        columns.add(column("coverage", Format.TEXT, 0));
        tables.add(table(
                id,
                "breakdown",
                Map.of("figure", SqlText.literal(figure.id()), "dimension", SqlText.literal(by.id())),
                columns,
                WORDS.text("table.breakdown", figure.label(), by.label()),
                null));
        boolean ring = whole && by.items().size() <= MOST_IN_RING;
        charts.add(new Chart(
                id + "_chart",
                ring ? ChartType.RING : ChartType.COLUMNS,
                id,
                "item",
                ring ? List.of("value") : List.of("value", "previous"),
                null,
                List.of(),
                format,
                WORDS.text("table.breakdown", figure.label(), by.label()),
                ring ? inUnit(figure) : WORDS.text("chart.this-and-previous", inUnit(figure)),
                0));
        return id;
    }

    /** What is plotted, with its unit. */
    private static Text inUnit(Figure figure) {
        return figure.format() == Figure.Format.RATE || figure.unit().zh().isEmpty()
                ? figure.label()
                : WORDS.text("chart.in-unit", figure.label(), figure.unit());
    }

    /** The rates of a page in one chart, and its first counts in charts of their own. */
    private List<String> trendCharts(String id, List<Figure> shown) {
        List<String> made = new ArrayList<>();
        List<Figure> rates = shown.stream()
                .filter(figure -> figure.format() == Figure.Format.RATE)
                .limit(MOST_LINES)
                .toList();
        if (!rates.isEmpty()) {
            charts.add(trendChart(id + "_rates", ChartType.TREND, rates, Format.RATE));
            made.add(id + "_rates");
        }
        shown.stream()
                .filter(figure -> figure.format() != Figure.Format.RATE)
                .sorted((one, other) -> Boolean.compare(other.headline(), one.headline()))
                .limit(2)
                .forEach(figure -> {
                    charts.add(trendChart(figure.id() + "_trend", ChartType.COLUMNS, List.of(figure), format(figure)));
                    made.add(figure.id() + "_trend");
                });
        return made;
    }

    private Chart trendChart(String id, ChartType type, List<Figure> shown, Format format) {
        Text names = new Text(
                String.join("、", shown.stream().map(figure -> figure.label().zh()).toList()),
                String.join(", ", shown.stream().map(figure -> figure.label().en()).toList()));
        return new Chart(
                id,
                type,
                "trend",
                "period",
                shown.stream().map(Figure::id).toList(),
                null,
                List.of(),
                format,
                shown.get(0).label(),
                WORDS.text("chart.eight-periods", shown.size() == 1 ? inUnit(shown.get(0)) : names),
                0);
    }

    private Table scopes(String id, Text title, List<Figure> shown) {
        List<Column> columns = new ArrayList<>(List.of(column("name", Format.TEXT, 0)));
        StringBuilder values = new StringBuilder();
        for (Figure figure : shown) {
            columns.add(new Column(figure.id(), figure.label(), format(figure), 0));
            values.append(pivoted(figure));
        }
        columns.add(column("coverage", Format.TEXT, 0));
        return table(
                id,
                "scopes",
                Map.of(
                        "values", values.toString(),
                        "figures", names(shown),
                        "first", SqlText.literal(shown.get(0).id()),
                        "levels", kinds ? "'unit', 'kind'" : "'unit'"),
                columns,
                WORDS.text("table.by-unit", title),
                null);
    }

    private static String pivoted(Figure figure) {
        return "    max(value) FILTER (figure = " + SqlText.literal(figure.id()) + ") AS " + SqlText.name(figure.id()) + ",\n";
    }

    private static String names(List<Figure> shown) {
        return String.join(", ", shown.stream().map(figure -> SqlText.literal(figure.id())).toList());
    }

    // Rankings and trend

    private List<Sheet> rankings() {
        List<Sheet> made = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.minimum() == null) {
                continue;
            }
            String id = "ranking_" + figure.id();
            List<Column> columns = new ArrayList<>(List.of(column("rank", Format.COUNT, 6), column("name", Format.TEXT, 0)));
            if (kinds) {
                columns.add(column("kind", Format.TEXT, 0));
                columns.add(column("rank_in_kind", Format.COUNT, 0));
            }
            columns.add(new Column("value", figure.label(), format(figure), 0));
            if (figure.isQuotient()) {
                columns.add(column("numerator", operandFormat(List.of(figure)), 0));
                columns.add(column("denominator", operandFormat(List.of(figure)), 0));
            }
            columns.add(column("remark", Format.TEXT, 0));
            Text title = WORDS.text("table.ranking", figure.label());
            Text note = figure.minimum() > 0
                    ? WORDS.text("table.ranking-minimum", figure.minimum())
                    : WORDS.text("table.ranking-note");
            tables.add(table(id, "ranked", ranked(figure, false), columns, title, note));
            tables.add(table(id + "_bars", "ranked", ranked(figure, true), columns, title, null));
            charts.add(new Chart(
                    id + "_chart",
                    ChartType.RANKING,
                    id + "_bars",
                    "name",
                    List.of("value"),
                    null,
                    List.of(),
                    format(figure),
                    title,
                    inUnit(figure),
                    MOST_BARS));
            made.add(new Sheet(
                    id,
                    SheetKind.PAGE,
                    shortened(figure.label(), text -> WORDS.text("sheet.ranking", text)),
                    List.of(id + "_chart", id)));
        }
        return made;
    }

    private static Map<String, String> ranked(Figure figure, boolean only) {
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

    private List<Figure> followed() {
        return figures.stream()
                .filter(figure -> figure.headline() || figure.kind().isBuiltIn())
                .toList();
    }

    private void trend() {
        StringBuilder values = new StringBuilder();
        List<Column> columns = new ArrayList<>(List.of(column("period", Format.TEXT, 0), column("coverage", Format.TEXT, 0)));
        for (Figure figure : figures) {
            values.append(pivoted(figure));
            if (followed().contains(figure)) {
                columns.add(new Column(figure.id(), figure.label(), format(figure), 0));
            }
        }
        figures.stream()
                .filter(figure -> !followed().contains(figure))
                .forEach(figure -> columns.add(new Column(figure.id(), figure.label(), format(figure), 0)));
        tables.add(table(
                "trend", "trend", Map.of("values", values.toString(), "figures", names(figures)), columns));
    }

    private void trendPages() {
        List<String> blocks = new ArrayList<>(List.of("trend"));
        charts.stream()
                .filter(chart -> chart.table().equals("trend"))
                .limit(MOST_CHARTS_FOR_LEADERS)
                .forEach(chart -> blocks.add(chart.id()));
        sheets.add(sheet("trend", SheetKind.PAGE, blocks));
        figures.stream()
                .filter(figure -> figure.headline() && !figure.kind().isBuiltIn())
                .findFirst()
                .ifPresent(figure -> {
                    List<Column> columns = new ArrayList<>(List.of(column("name", Format.TEXT, 0)));
                    for (int n = 1; n <= 8; n++) {
                        columns.add(new Column("p" + n, Text.same("{p" + n + "}"), format(figure), 0));
                    }
                    if (successions) {
                        columns.add(column("predecessors", Format.TEXT, 30));
                    }
                    tables.add(table(
                            "unit_trend",
                            "unit_trend",
                            unitTrend(figure),
                            columns,
                            WORDS.text("table.unit-trend", figure.label()),
                            successions ? WORDS.text("table.unit-trend-note") : null));
                    sheets.add(sheet("unit_trend", SheetKind.PAGE, List.of("unit_trend")));
                });
    }

    private static Map<String, String> unitTrend(Figure figure) {
        return Map.of(
                "figure", SqlText.literal(figure.id()),
                "merged_zh", word("succession.merged", true),
                "merged_en", word("succession.merged", false),
                "divided_zh", word("succession.divided", true),
                "divided_en", word("succession.divided", false));
    }

    /** Of the headlines: first how each is broken down, then how it has moved. */
    private List<String> leadersCharts() {
        List<String> chosen = new ArrayList<>();
        List<String> trends = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.headline() && !figure.kind().isBuiltIn()) {
                charts.stream()
                        .filter(chart -> chart.table().equals("trend") && chart.values().contains(figure.id()))
                        .map(Chart::id)
                        .filter(id -> !trends.contains(id))
                        .findFirst()
                        .ifPresent(trends::add);
                figure.by().stream()
                        .limit(1)
                        .forEach(by -> chosen.add(figure.id() + "_by_" + by.id() + "_chart"));
            }
        }
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < Math.max(trends.size(), chosen.size()); i++) {
            trends.stream().skip(i).limit(1).forEach(mixed::add);
            chosen.stream().skip(i).limit(1).forEach(mixed::add);
        }
        return mixed.subList(0, Math.min(MOST_CHARTS_FOR_LEADERS, mixed.size()));
    }

    private void lists() {
        tables.add(table("tidy", "tidy", Map.of(), List.of(
                column("period", Format.TEXT, 0), column("level", Format.TEXT, 0), column("scope", Format.TEXT, 0),
                column("name", Format.TEXT, 0), column("figure", Format.TEXT, 0), column("dimension", Format.TEXT, 0),
                column("item", Format.TEXT, 0), column("value", Format.AMOUNT, 0), column("numerator", Format.AMOUNT, 0),
                column("denominator", Format.AMOUNT, 0), column("unit", Format.TEXT, 0), column("reported", Format.COUNT, 0),
                column("expected", Format.COUNT, 0), column("previous", Format.AMOUNT, 0),
                column("change_previous", Format.AMOUNT, 0), column("change_alike", Format.AMOUNT, 0),
                column("alike_units", Format.COUNT, 0), column("last_year", Format.AMOUNT, 0),
                column("change_last_year", Format.AMOUNT, 0), column("year_to_date", Format.AMOUNT, 0),
                column("target", Format.AMOUNT, 0), column("target_standing", Format.TEXT, 0),
                column("missing_because", Format.TEXT, 0))));
        tables.add(table("provenance", "provenance", Map.of(), List.of(
                column("figure", Format.TEXT, 0),
                column("part", Format.TEXT, 0), column("name", Format.TEXT, 0), column("sheet", Format.TEXT, 0),
                column("cell", Format.TEXT, 0), column("raw", Format.TEXT, 0), column("status", Format.TEXT, 0),
                column("factor", Format.AMOUNT, 0), column("value", Format.AMOUNT, 0), column("included", Format.TEXT, 0),
                column("file", Format.TEXT, 36), column("sha256", Format.TEXT, 66))));
        sheets.add(sheet("tidy", SheetKind.TIDY, List.of("tidy")));
        sheets.add(sheet("provenance", SheetKind.TIDY, List.of("provenance")));
    }

    // Parts

    private static Column column(String name, Format format, int width) {
        return new Column(name, WORDS.text("column." + name.replace('_', '-')), format, width);
    }

    private static Table table(String id, String sql, Map<String, String> fragments, List<Column> columns) {
        return table(id, sql, fragments, columns, WORDS.text("table." + id.replace('_', '-')), null);
    }

    private static Table table(
            String id, String sql, Map<String, String> fragments, List<Column> columns, Text title, @Nullable Text note) {
        return new Table(
                id,
                title,
                note,
                WORDS.text("table.empty"),
                columns,
                Figure.FILE,
                SqlText.read(DefaultSummary.class, sql, fragments));
    }

    private static Sheet sheet(String id, SheetKind kind, List<String> blocks) {
        return new Sheet(id, kind, WORDS.text("sheet." + id.replace('_', '-')), blocks);
    }

    /** A sheet's name made of a title, which is cut where the name would be too long. */
    private static Text shortened(Text title, Function<Text, Text> name) {
        Text plain = new Text(plain(title.zh()), plain(title.en()));
        Text around = name.apply(Text.same(""));
        return name.apply(new Text(
                cut(plain.zh(), LONGEST_TITLE - around.zh().length()),
                cut(plain.en(), LONGEST_TITLE - around.en().length())));
    }

    private static String plain(String title) {
        return title.replaceAll("[\\[\\]:*?/\\\\]", " ").replaceAll("^'|'$", "").strip();
    }

    private static String cut(String title, int longest) {
        return title.length() <= longest ? title : title.substring(0, longest - 1).strip() + "…";
    }
}
