package org.jibao.definition.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jibao.definition.Figure;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.support.SqlText;

/**
 * The summary that a job's figures make by themselves: leaders' page, reporting, a page a topic, rankings, trend, and
 * the lists.
 */
public final class DefaultSummary {

    /** The table of the sentences of the leaders' page, which are made of facts. */
    public static final String HEADLINES = "headlines";

    /** The table of the titles of charts, which are made of the same facts. */
    public static final String MESSAGES = "messages";

    /** The table of the sentences of a bulletin, which are made of the same facts: one of every headline. */
    public static final String SENTENCES = "bulletin_sentences";

    /** The table of all figures of the whole, for the words of a bulletin. */
    public static final String FIGURES = "bulletin_figures";

    /** The table of the reasons for which a bulletin names units. */
    public static final String STANDINGS = "bulletin_standings";

    /** The table of all units with their figures: the annex of a bulletin. */
    public static final String UNITS = "bulletin_units";

    /** What is computed although no sheet shows it: words that fill others, and what a bulletin is made of. */
    public static final Set<String> UNSHOWN = Set.of("period_labels", MESSAGES, SENTENCES, FIGURES, STANDINGS, UNITS);

    private static final Wording WORDS = Wording.of(DefaultSummary.class);

    /** Of so many parts a ring can be read; more are bars. */
    private static final int MOST_IN_RING = 6;

    private static final int MOST_CHARTS_FOR_LEADERS = 4;
    private static final int MOST_PARTS_FOR_LEADERS = 6;
    private static final int MOST_LINES = 4;
    private static final int MOST_BARS = 40;
    private static final int LONGEST_TITLE = 31;

    private final List<Figure> figures;
    private final Function<Figure, Text> topics;
    private final Function<String, Table> shared;
    private final boolean kinds;
    private final boolean successions;
    private final boolean yearly;
    private final boolean bulletin;
    private final boolean estimates;
    private final boolean offices;
    private final List<Table> tables = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();

    /**
     * @param topics the page of a figure
     * @param shared the tables that every job can use, by id
     * @param kinds whether more than one kind of unit owes the return
     * @param successions whether any unit came of others
     * @param yearly whether a period is a year, so that the period before is last year and nothing adds up to a year
     * @param bulletin whether a bulletin is made, which has tables of its own
     * @param estimates whether what the figures would be about with the missing units has a table
     * @param offices whether offices below hand packages on, so that figures are shown office by office
     */
    public DefaultSummary(
            List<Figure> figures,
            Function<Figure, Text> topics,
            Function<String, Table> shared,
            boolean kinds,
            boolean successions,
            boolean yearly,
            boolean bulletin,
            boolean estimates,
            boolean offices) {
        this.figures = List.copyOf(figures);
        this.topics = topics;
        this.shared = shared;
        this.kinds = kinds;
        this.successions = successions;
        this.yearly = yearly;
        this.bulletin = bulletin;
        this.estimates = estimates;
        this.offices = offices;
    }

    /** The whole of it, every table in its place. */
    public SummaryDefinition make() {
        List<String> leaders = new ArrayList<>(List.of("key_figures", HEADLINES));
        for (String id : List.of(
                "coverage",
                "period_labels",
                "revision_basis",
                "revision_causes",
                "revisions",
                "replacements",
                "reporting_kinds",
                "reporting_states",
                "reporting_units",
                "reporting_absent",
                "reporting_matrix",
                "finding_kinds",
                "findings")) {
            tables.add(shared.apply(id));
        }
        keyFigures();
        tables.add(FigureTables.table(
                HEADLINES,
                "facts",
                Map.of(),
                List.of(
                        FigureTables.column("number", Format.COUNT, 4),
                        FigureTables.column("sentence", Format.TEXT, 100))));
        tables.add(FigureTables.table(
                MESSAGES,
                "facts",
                Map.of(),
                List.of(
                        FigureTables.column("id", Format.TEXT, 0),
                        FigureTables.column("zh", Format.TEXT, 60),
                        FigureTables.column("en", Format.TEXT, 60))));
        if (bulletin) {
            tables.addAll(new BulletinTables(figures, kinds).make());
        }
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
        sheets.add(sheet("findings", SheetKind.PAGE, List.of("finding_kinds")));
        sheets.add(sheet("findings_list", SheetKind.PAGE, List.of("findings")));
        sheets.add(sheet(
                "revisions",
                SheetKind.PAGE,
                List.of("revision_basis", "revision_causes", "revisions", "replacements")));
        sheets.add(sheet("notes", SheetKind.NOTES, List.of()));
        tables.add(FigureTables.tidy());
        tables.add(FigureTables.provenance());
        sheets.add(sheet("tidy", SheetKind.TIDY, List.of("tidy")));
        sheets.add(sheet("provenance", SheetKind.TIDY, List.of("provenance")));
        return new SummaryDefinition(tables, charts, List.of(), sheets);
    }

    private void keyFigures() {
        List<Column> columns = new ArrayList<>(List.of(
                FigureTables.column("label", Format.TEXT, 0),
                FigureTables.column("value", Format.AMOUNT, 0),
                FigureTables.column("unit", Format.TEXT, 0),
                FigureTables.column("change_previous", Format.AMOUNT, 0),
                FigureTables.column("change_last_year", Format.AMOUNT, 0),
                FigureTables.column("coverage", Format.TEXT, 0)));
        tables.add(FigureTables.table("key_figures", "key_figures", Map.of(), columns));
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
        if (offices) {
            List<String> received = List.of("package_levels", "packages", "package_differences");
            received.forEach(table -> tables.add(shared.apply(table)));
            sheets.add(sheet("packages", SheetKind.PAGE, received));
        }
        List<String> absent = new ArrayList<>(List.of("reporting_absent"));
        if (estimates) {
            tables.add(FigureTables.estimates());
            absent.add("reporting_estimates");
        }
        sheets.add(sheet("reporting_absent", SheetKind.PAGE, absent));
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
        figures.stream().filter(figure -> !figure.kind().isBuiltIn()).forEach(figure -> pages.computeIfAbsent(
                        topics.apply(figure), topic -> new ArrayList<>())
                .add(figure));
        List<Sheet> made = new ArrayList<>();
        int number = 1;
        for (Map.Entry<Text, List<Figure>> page : pages.entrySet()) {
            String id = "topic" + number++;
            Text title = page.getKey();
            made.add(topicPage(id, title, page.getValue()));
            made.addAll(unitsPages(id + "_units", title, page.getValue()));
        }
        return made;
    }

    /** A column a figure; then, each on a page of its own, the breakdowns whose parts are wanted of each unit. */
    private List<Sheet> unitsPages(String id, Text title, List<Figure> shown) {
        List<Sheet> made = new ArrayList<>();
        if (offices) {
            tables.add(FigureTables.offices(id + "_offices", title, shown));
            made.add(new Sheet(
                    id + "_offices",
                    SheetKind.PAGE,
                    shortened(title, text -> WORDS.text("table.by-office", text)),
                    List.of(id + "_offices")));
        }
        tables.add(FigureTables.scopes(id, title, shown, kinds));
        made.add(unitsPage(id, title));
        for (Figure figure : shown) {
            for (Breakdown by : figure.by()) {
                if (by.units()) {
                    String table = figure.id() + "_by_" + by.id() + "_units";
                    tables.add(FigureTables.scopes(table, figure, by, kinds));
                    made.add(unitsPage(table, WORDS.text("table.breakdown", figure.label(), by.label())));
                }
            }
        }
        return made;
    }

    private Sheet unitsPage(String table, Text title) {
        return new Sheet(
                table, SheetKind.PAGE, shortened(title, text -> WORDS.text("table.by-unit", text)), List.of(table));
    }

    private Sheet topicPage(String id, Text title, List<Figure> shown) {
        List<String> blocks = new ArrayList<>();
        Map<String, List<Figure>> alike = new LinkedHashMap<>();
        shown.forEach(figure -> alike.computeIfAbsent(FigureTables.manner(figure), manner -> new ArrayList<>())
                .add(figure));
        for (Map.Entry<String, List<Figure>> group : alike.entrySet()) {
            String table = id + "_" + group.getKey();
            tables.add(FigureTables.shownFigures(table, title, group.getValue(), yearly));
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

    /** @return the table; its chart is called so, too, with {@code _chart} behind it */
    private String breakdown(Figure figure, Breakdown by) {
        String id = figure.id() + "_by_" + by.id();
        boolean whole = !figure.isQuotient();
        Format format = FigureTables.format(figure);
        Format change = FigureTables.changeFormat(figure);
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("item", by.label(), Format.TEXT, 0));
        columns.add(new Column("value", figure.label(), format, 0));
        if (whole) {
            columns.add(FigureTables.column("share", Format.RATE, 0));
        } else {
            columns.add(FigureTables.column("numerator", Format.COUNT, 0));
            columns.add(FigureTables.column("denominator", Format.COUNT, 0));
        }
        columns.add(FigureTables.column("previous", format, 0));
        columns.add(FigureTables.column("change_alike", change, 0));
        columns.add(FigureTables.column("change_previous", change, 0));
        if (!yearly) {
            columns.add(FigureTables.column("change_last_year", change, 0));
        }
        if (figure.adds() && !yearly) {
            columns.add(FigureTables.column("year_to_date", format, 0));
        }
        columns.add(FigureTables.column("coverage", Format.TEXT, 0));
        tables.add(FigureTables.table(
                id,
                "breakdown",
                Map.of(
                        "figure", SqlText.literal(figure.id()),
                        "dimension", SqlText.literal(by.id()),
                        "shown", onlyNamed(figure) ? "value <> 0 OR previous <> 0" : "true"),
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
                ring ? FigureTables.inUnit(figure) : WORDS.text("chart.this-and-previous", FigureTables.inUnit(figure)),
                0));
        return id;
    }

    /** The labels of a metric's column may name more than it ever has: those without an entry are not shown. */
    private static boolean onlyNamed(Figure figure) {
        return figure.numerator() instanceof Figure.Entries entries && entries.ofMetric();
    }

    /** The rates of a page in one chart, and its first counts in charts of their own. */
    private List<String> trendCharts(String id, List<Figure> shown) {
        List<String> made = new ArrayList<>();
        List<Figure> rates = shown.stream()
                .filter(figure -> figure.format() == Figure.Format.RATE)
                .limit(MOST_LINES)
                .toList();
        if (!rates.isEmpty()) {
            charts.add(trendChart(id + "_rates_trend", ChartType.TREND, rates, Format.RATE));
            made.add(id + "_rates_trend");
        }
        shown.stream()
                .filter(figure -> figure.format() != Figure.Format.RATE)
                .sorted((one, other) -> Boolean.compare(other.headline(), one.headline()))
                .limit(2)
                .forEach(figure -> {
                    charts.add(trendChart(
                            figure.id() + "_trend", ChartType.COLUMNS, List.of(figure), FigureTables.format(figure)));
                    made.add(figure.id() + "_trend");
                });
        return made;
    }

    private Chart trendChart(String id, ChartType type, List<Figure> shown, Format format) {
        Text names = new Text(
                String.join(
                        "、", shown.stream().map(figure -> figure.label().zh()).toList()),
                String.join(
                        ", ", shown.stream().map(figure -> figure.label().en()).toList()));
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
                WORDS.text("chart.eight-periods", shown.size() == 1 ? FigureTables.inUnit(shown.get(0)) : names),
                0);
    }

    // Rankings and trend

    private List<Sheet> rankings() {
        List<Sheet> made = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.minimum() == null) {
                continue;
            }
            String id = "ranking_" + figure.id();
            List<Column> columns = new ArrayList<>(
                    List.of(FigureTables.column("rank", Format.COUNT, 6), FigureTables.column("name", Format.TEXT, 0)));
            if (kinds) {
                columns.add(FigureTables.column("kind", Format.TEXT, 0));
                columns.add(FigureTables.column("rank_in_kind", Format.COUNT, 0));
            }
            columns.add(new Column("value", figure.label(), FigureTables.format(figure), 0));
            if (figure.isQuotient()) {
                columns.add(FigureTables.column("numerator", Format.COUNT, 0));
                columns.add(FigureTables.column("denominator", Format.COUNT, 0));
            }
            columns.add(FigureTables.column("remark", Format.TEXT, 0));
            Text title = WORDS.text("table.ranking", figure.label());
            Text note = figure.minimum() > 0
                    ? WORDS.text("table.ranking-minimum", figure.minimum())
                    : WORDS.text("table.ranking-note");
            tables.add(FigureTables.table(id, "ranked", FigureTables.ranked(figure, false), columns, title, note));
            tables.add(FigureTables.table(
                    id + "_bars", "ranked", FigureTables.ranked(figure, true), columns, title, null));
            charts.add(new Chart(
                    id + "_chart",
                    ChartType.RANKING,
                    id + "_bars",
                    "name",
                    List.of("value"),
                    null,
                    List.of(),
                    FigureTables.format(figure),
                    title,
                    FigureTables.inUnit(figure),
                    MOST_BARS));
            made.add(new Sheet(
                    id,
                    SheetKind.PAGE,
                    shortened(figure.label(), text -> WORDS.text("sheet.ranking", text)),
                    List.of(id + "_chart", id)));
        }
        return made;
    }

    private List<Figure> followed() {
        return figures.stream()
                .filter(figure -> figure.headline() || figure.kind().isBuiltIn())
                .toList();
    }

    private void trend() {
        StringBuilder values = new StringBuilder();
        List<Column> columns = new ArrayList<>(List.of(
                FigureTables.column("period", Format.TEXT, 0), FigureTables.column("coverage", Format.TEXT, 0)));
        for (Figure figure : figures) {
            values.append(FigureTables.pivoted(figure));
            if (followed().contains(figure)) {
                columns.add(new Column(figure.id(), figure.label(), FigureTables.format(figure), 0));
            }
        }
        figures.stream()
                .filter(figure -> !followed().contains(figure))
                .forEach(
                        figure -> columns.add(new Column(figure.id(), figure.label(), FigureTables.format(figure), 0)));
        tables.add(FigureTables.table(
                "trend",
                "trend",
                Map.of("values", values.toString(), "figures", FigureTables.names(figures)),
                columns));
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
                    List<Column> columns = new ArrayList<>(List.of(FigureTables.column("name", Format.TEXT, 0)));
                    for (int n = 1; n <= 8; n++) {
                        columns.add(new Column("p" + n, Text.same("{p" + n + "}"), FigureTables.format(figure), 0));
                    }
                    if (successions) {
                        columns.add(FigureTables.column("predecessors", Format.TEXT, 30));
                    }
                    tables.add(FigureTables.table(
                            "unit_trend",
                            "unit_trend",
                            FigureTables.unitTrend(figure),
                            columns,
                            WORDS.text("table.unit-trend", figure.label()),
                            successions ? WORDS.text("table.unit-trend-note") : null));
                    sheets.add(sheet("unit_trend", SheetKind.PAGE, List.of("unit_trend")));
                });
    }

    /** The chart of a breakdown, or one of its largest parts where all of them would not be read on half a page. */
    private String leadersChart(Figure figure, Breakdown by) {
        String id = figure.id() + "_by_" + by.id() + "_chart";
        if (by.items().size() <= MOST_PARTS_FOR_LEADERS) {
            return id;
        }
        Chart whole = charts.stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow();
        charts.add(new Chart(
                id + "_largest",
                whole.type(),
                whole.table(),
                whole.category(),
                whole.values(),
                whole.series(),
                whole.focus(),
                whole.format(),
                whole.title(),
                whole.subtitle(),
                MOST_PARTS_FOR_LEADERS));
        return id + "_largest";
    }

    /** Of the headlines: first how each is broken down, then how it has moved. */
    private List<String> leadersCharts() {
        List<String> chosen = new ArrayList<>();
        List<String> trends = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure.headline() && !figure.kind().isBuiltIn()) {
                charts.stream()
                        .filter(chart ->
                                chart.table().equals("trend") && chart.values().contains(figure.id()))
                        .map(Chart::id)
                        .filter(id -> !trends.contains(id))
                        .findFirst()
                        .ifPresent(trends::add);
                figure.by().stream().limit(1).forEach(by -> chosen.add(leadersChart(figure, by)));
            }
        }
        List<String> mixed = new ArrayList<>();
        for (int i = 0; i < Math.max(trends.size(), chosen.size()); i++) {
            trends.stream().skip(i).limit(1).forEach(mixed::add);
            chosen.stream().skip(i).limit(1).forEach(mixed::add);
        }
        return mixed.subList(0, Math.min(MOST_CHARTS_FOR_LEADERS, mixed.size()));
    }

    // Parts

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
        return title.length() <= longest
                ? title
                : title.substring(0, longest - 1).strip() + "…";
    }
}
