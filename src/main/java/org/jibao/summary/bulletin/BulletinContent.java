package org.jibao.summary.bulletin;

import java.util.List;
import java.util.Objects;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.Context;
import org.jibao.summary.KeyFigure;
import org.jspecify.annotations.Nullable;

/** What each placeholder stands for. */
final class BulletinContent {

    private final Context context;
    private final Standings standings;
    private final FigureTexts figures;
    private final Prose prose;

    BulletinContent(Context context) {
        this.context = context;
        standings = new Standings(context.request());
        figures = new FigureTexts(context.request(), standings);
        prose = new Prose(context, standings, figures);
    }

    /** What takes the place of a whole paragraph. */
    sealed interface Block permits ProseBlock, GridBlock, ChartBlock {}

    /** Paragraphs that look like the one whose place they take. */
    record ProseBlock(List<String> paragraphs) implements Block {}

    record GridBlock(Grid grid) implements Block {}

    record ChartBlock(ChartPlan plan) implements Block {}

    Context context() {
        return context;
    }

    Prose prose() {
        return prose;
    }

    /** @param placeholder one that {@link PlaceholderNames} knows, and no block */
    String words(Placeholder placeholder) {
        return switch (placeholder.kind()) {
            case PlaceholderNames.LIST -> standings.names(placeholder.named());
            case PlaceholderNames.COUNT -> String.valueOf(standings.count(placeholder.named()));
            case PlaceholderNames.CAPTION -> caption(placeholder);
            case PlaceholderNames.FIGURE -> figure(placeholder);
            default ->
                switch (placeholder.named()) {
                    case "title" -> prose.title();
                    case "heading" -> prose.heading();
                    case "period" -> prose.period();
                    case "as_of" -> prose.asOf();
                    case "date" -> prose.date();
                    default -> figure(placeholder);
                };
        };
    }

    private String figure(Placeholder placeholder) {
        return placeholder.aspect().isEmpty()
                ? figures.value(placeholder.name())
                : figures.aspect(placeholder.name(), placeholder.aspect());
    }

    private String caption(Placeholder placeholder) {
        return tables().stream()
                .filter(table -> table.id().equals(placeholder.table()))
                .map(table -> context.speech().say(table.title()))
                .findFirst()
                .orElseGet(() -> context.chart(placeholder.named()).title());
    }

    private List<SummaryDefinition.Table> tables() {
        return context.definition().tables();
    }

    Block block(Placeholder placeholder) {
        return switch (placeholder.kind()) {
            case PlaceholderNames.TABLE -> new GridBlock(Grid.of(placeholder.table(), context));
            case PlaceholderNames.CHART -> new ChartBlock(context.chart(placeholder.named()));
            default ->
                switch (placeholder.named()) {
                    case "figures" -> new GridBlock(Grid.ofFigures(headlines(), context));
                    case "annex" -> new GridBlock(Grid.of(DefaultSummary.UNITS, context));
                    case "opening" -> new ProseBlock(prose.opening());
                    case "overview" -> new ProseBlock(prose.overview());
                    case "sentences" -> new ProseBlock(prose.sentences());
                    case "praised" -> new ProseBlock(prose.praised());
                    case "criticised" -> new ProseBlock(prose.criticised());
                    default -> throw new IllegalArgumentException("no block " + placeholder.written());
                };
        };
    }

    /** The figures of the leaders' page, whatever the summary shows. */
    private List<KeyFigure> headlines() {
        MetricTable all = Objects.requireNonNull(computed(DefaultSummary.FIGURES));
        int headline = all.column("headline");
        int top = all.column("top");
        MetricTable chosen = new MetricTable(
                all.id(),
                all.columns(),
                all.rows().stream()
                        .filter(row -> Boolean.TRUE.equals(row.get(headline)) && Boolean.TRUE.equals(row.get(top)))
                        .toList());
        return KeyFigure.of(chosen, context.speech().language());
    }

    /** A table's rows, or null where it was not computed. */
    @Nullable
    MetricTable computed(String id) {
        return context.request().tables().get(id);
    }

    /** The charts that a bulletin shows: the first of the leaders' page, else of the summary. */
    List<String> charts(int most) {
        List<String> all = context.definition().charts().stream().map(Chart::id).toList();
        List<String> leaders = context.definition().sheets().stream()
                .filter(sheet -> sheet.kind() == SummaryDefinition.SheetKind.LEADERS)
                .flatMap(sheet -> sheet.blocks().stream())
                .filter(all::contains)
                .toList();
        return (leaders.isEmpty() ? all : leaders)
                .stream().filter(id -> !context.chart(id).isEmpty()).limit(most).toList();
    }
}
