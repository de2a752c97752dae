package org.jibao.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jibao.chart.ChartPainter;
import org.jibao.chart.ChartPlan;
import org.jibao.chart.NativeCharts;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.summary.SheetBuilder.Corner;
import org.jibao.summary.SheetBuilder.Extent;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetPlan.PlacedChart;
import org.jibao.workbook.SheetRow;

/** Puts charts on a sheet: tall ones alone, others in pairs. */
final class ChartPart {
    static final int LANDSCAPE = 1040;
    static final int PORTRAIT = 860;
    private static final int BETWEEN = 16;
    private static final int SURROUND = 100;
    private static final int TALL = 620;
    private static final int LOW = 310;
    private static final int LOWEST = 250;
    private static final int FEW = 8;
    private static final double LARGEST = 1.45;
    /** Of the height that shows a chart well. */
    private static final double LEAST_SHARE = 0.8;

    private final Context context;
    private final SheetBuilder draft;
    private final boolean portrait;
    private final List<Waiting> natives = new ArrayList<>();

    /** A chart that waits for its figures. */
    private record Waiting(ChartPlan drawn, Corner corner, int width, int height) {}

    ChartPart(Context context, SheetBuilder draft, boolean portrait) {
        this.context = context;
        this.draft = draft;
        this.portrait = portrait;
    }

    static int width(boolean portrait) {
        return portrait ? PORTRAIT : LANDSCAPE;
    }

    /** The height that shows every bar well. */
    static int height(ChartPlan plan) {
        int count = plan.limit() > 0
                ? Math.min(plan.limit(), plan.categories().size())
                : plan.categories().size();
        return switch (plan.type()) {
            case RANKING -> Math.max(240, SURROUND + 22 * count);
            case STACKED -> Math.max(260, SURROUND + 30 + 25 * count);
            case COLUMNS, TREND -> 400;
            case RING -> 340;
        };
    }

    /** Whether a chart wants a portrait page of its own. */
    static boolean isTall(ChartPlan plan) {
        return !plan.isEmpty() && height(plan) > TALL;
    }

    /** Says that charts are missing because the machine has no typeface. */
    static void withoutFonts(SheetBuilder draft, Context context, List<ChartPlan> plans) {
        plans.forEach(plan -> draft.add(
                SheetRow.of(20, SheetCell.text(context.speech().word("chart.no-fonts", plan.title()), Titles.QUIET))));
    }

    /** Adds charts that follow each other. */
    void add(List<ChartPlan> plans) {
        if (context.drawsPictures() && context.painter().isEmpty()) {
            withoutFonts(draft, context, plans);
            return;
        }
        List<ChartPlan> waiting = new ArrayList<>();
        for (ChartPlan plan : plans) {
            if (plan.isEmpty() && !context.drawsPictures()) {
                without(plan);
                continue;
            }
            waiting.add(plan);
            if (waiting.size() == 2 || !isHalf(plan, portrait)) {
                flush(waiting, plans.size() == 2);
            }
        }
        flush(waiting, false);
    }

    /**
     * Where the next part would begin a new page, fills this one with charts that could stand anywhere.
     *
     * @param pixels the height of that part
     * @param free what is placed is taken from it
     */
    void fillBefore(double pixels, List<ChartPlan> free) {
        while (free.size() > 1 && draft.leftOnPage() < pixels && draft.leftOnPage() > LOWEST + 20) {
            List<ChartPlan> pair = List.copyOf(free.subList(0, 2));
            if (!pair.stream().allMatch(plan -> isHalf(plan, portrait) && !plan.isEmpty())
                    || context.drawsPictures() && context.painter().isEmpty()) {
                return;
            }
            place(pair, halfWidth(), (int) Math.min(halfHeight(), draft.leftOnPage() - 16));
            free.subList(0, 2).clear();
        }
    }

    private int halfWidth() {
        return (int) (width(portrait) * scale() - BETWEEN) / 2;
    }

    private int halfHeight() {
        return (int) Math.min((portrait ? 290 : 330) * scale(), (draft.pageHeight() - 40) / 2);
    }

    /** In place of a native chart without values, which would be an empty frame. */
    private void without(ChartPlan plan) {
        draft.keepTogether(60);
        draft.add(SheetRow.of(21, SheetCell.text(plan.title(), Titles.TABLE)));
        String words = plan.subtitle().isEmpty() ? plan.nothing() : plan.subtitle() + " · " + plan.nothing();
        draft.add(SheetRow.of(17, SheetCell.text(words, Titles.QUIET)));
        draft.gap(10);
    }

    /** Whether a chart is read well on half of a page's width; of a page that stands upright, only a simple one is. */
    private static boolean isHalf(ChartPlan plan, boolean portrait) {
        boolean simple = plan.series().size() == 1 && plan.categories().size() <= FEW;
        return switch (plan.type()) {
            case RANKING, STACKED -> false;
            case RING -> true;
            case COLUMNS, TREND -> !portrait || simple;
        };
    }

    /** @param only whether no other charts follow or precede; four fill a page of their own */
    private void flush(List<ChartPlan> waiting, boolean only) {
        if (waiting.size() == 2 && waiting.stream().allMatch(plan -> isHalf(plan, portrait))) {
            place(waiting, halfWidth(), only ? fitted(halfHeight()) : halfHeight());
        } else {
            waiting.forEach(this::single);
        }
        waiting.clear();
    }

    /** On a sheet that tables make wider, charts are larger, and so fill the page all the same. */
    private double scale() {
        return Math.max(1, Math.min(draft.printedWidth() / (double) width(portrait), LARGEST));
    }

    private void single(ChartPlan plan) {
        boolean low = portrait && (plan.type() == ChartType.COLUMNS || plan.type() == ChartType.TREND);
        int whole = plan.isEmpty() ? 180 : (int) ((low ? LOW : height(plan)) * scale());
        int wanted = isTall(plan) ? whole : fitted(whole);
        if (isTall(plan)) {
            draft.keepTogether(Math.min(wanted, draft.pageHeight() * 0.9));
        }
        double room = isTall(plan) ? draft.leftOnPage() - 20 : draft.pageHeight() - 80;
        int full = (int) (width(portrait) * scale());
        int width = plan.type() == ChartType.RING ? full * 6 / 10 : full;
        place(List.of(plan), width, (int) Math.min(wanted, room));
    }

    /** A little lower than wanted where a chart so fits on the page that is begun, which would else stay half empty. */
    private int fitted(int wanted) {
        double left = draft.leftOnPage() - 16;
        boolean fits = left < wanted && left >= Math.max(LOWEST, wanted * LEAST_SHARE);
        return fits ? (int) left : wanted;
    }

    private void place(List<ChartPlan> side, int width, int height) {
        if (context.drawsPictures()) {
            ChartPainter painter = context.painter().orElseThrow();
            draft.pictures(
                    side.stream()
                            .map(plan -> painter.paint(plan, width, height))
                            .toList(),
                    BETWEEN);
        } else {
            List<Corner> corners = draft.room(Collections.nCopies(side.size(), new Extent(width, height)), BETWEEN);
            for (int i = 0; i < side.size(); i++) {
                natives.add(new Waiting(side.get(i).drawn(height), corners.get(i), width, height));
            }
        }
        draft.gap(10);
    }

    /** Once all tables stand: points native charts at their figures, those of no table being written below, not printed. */
    void finish(TablePart tables) {
        draft.endOfPrint();
        List<TablePart.PlacedTable> beside = List.copyOf(tables.placed());
        ChartFigures figures = new ChartFigures(context, draft);
        NativeCharts charts = new NativeCharts(context.measure());
        for (Waiting waiting : natives) {
            Corner corner = waiting.corner();
            draft.chart(new PlacedChart(
                    charts.chart(
                            waiting.drawn(), figures.of(waiting.drawn(), beside), waiting.width(), waiting.height()),
                    corner.row(),
                    corner.column(),
                    corner.indent()));
        }
    }
}
