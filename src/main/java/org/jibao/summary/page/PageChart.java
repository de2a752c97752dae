package org.jibao.summary.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jibao.chart.ChartPainter;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.summary.ShownTable;
import org.jspecify.annotations.Nullable;

/** Charts of the page: drawn for the width of a phone, with their figures as a table below. */
final class PageChart {
    /** What a phone shows without making letters smaller than they can be read. */
    private static final int WIDTH = 400;

    private static final int USUAL = 300;
    private static final int EMPTY = 160;
    private static final int SURROUND = 100;
    private static final int BAR = 22;
    private static final int MOST_COLUMNS = 16;

    private final PageContext context;
    private final PageTable tables;

    PageChart(PageContext context, PageTable tables) {
        this.context = context;
        this.tables = tables;
    }

    /** @param shown whether the figures of a chart stand in a table beside it */
    void add(List<ChartPlan> plans, Predicate<ChartPlan> shown) {
        if (plans.isEmpty()) {
            return;
        }
        context.page().open("div", "class", "charts");
        plans.forEach(plan -> add(plan, shown.test(plan)));
        context.page().close("div");
    }

    private void add(ChartPlan plan, boolean shown) {
        PageMarkup page = context.page().open("figure");
        ChartPainter painter = context.content().painter().orElse(null);
        if (painter == null) {
            page.line("figcaption", context.speech().word("chart.no-fonts", plan.title()));
        } else {
            page.markup(painter.svg(plan, WIDTH, height(plan), context.id("c")));
        }
        if (!plan.isEmpty() && !(shown && painter != null)) {
            page.open("details").line("summary", context.word("chart.figures"));
            tables.add(figures(plan));
            page.close("details");
        }
        page.close("figure");
    }

    /** The height at which every bar shows. */
    private static int height(ChartPlan plan) {
        if (plan.isEmpty()) {
            return EMPTY;
        }
        int all = plan.categories().size();
        int count = plan.limit() > 0 ? Math.min(plan.limit(), all) : all;
        return switch (plan.type()) {
            case RANKING -> Math.max(200, SURROUND + BAR * count);
            case STACKED -> Math.max(200, SURROUND + 30 + BAR * count);
            case COLUMNS ->
                Math.max(
                        USUAL,
                        SURROUND
                                + Math.min(count, MOST_COLUMNS)
                                        * (8 + 14 * plan.series().size()));
            case TREND, RING -> USUAL;
        };
    }

    /** What the table of the chart calls its categories. */
    private String categories(ChartPlan plan) {
        for (SummaryDefinition.Chart chart : context.content().definition().charts()) {
            for (SummaryDefinition.Table table : context.content().definition().tables()) {
                if (chart.id().equals(plan.id()) && table.id().equals(chart.table())) {
                    for (SummaryDefinition.Column column : table.columns()) {
                        if (column.name().equals(chart.category())) {
                            return context.speech().say(column.label());
                        }
                    }
                }
            }
        }
        return context.word("chart.category");
    }

    /** All that the chart is made of, also where it draws a choice of it. */
    private ShownTable figures(ChartPlan plan) {
        List<ShownTable.Column> columns = new ArrayList<>();
        columns.add(new ShownTable.Column(categories(plan), Format.TEXT, 0, 0));
        for (ChartPlan.Series series : plan.series()) {
            columns.add(new ShownTable.Column(series.name(), plan.format(), 0, columns.size()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < plan.categories().size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(plan.categories().get(i));
            for (ChartPlan.Series series : plan.series()) {
                row.add(series.values().get(i));
            }
            rows.add(row);
        }
        return new ShownTable(plan.id(), plan.title(), null, "", columns, -1, rows);
    }
}
