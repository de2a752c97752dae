package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import org.jibao.chart.ChartPainter;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.workbook.Picture;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;

/** Puts charts on a sheet: tall ones alone, others in pairs. */
final class ChartPart {
    static final int LANDSCAPE = 1040;
    static final int PORTRAIT = 860;
    private static final int BETWEEN = 16;
    private static final int SURROUND = 100;
    private static final int TALL = 620;

    private ChartPart() {}

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

    /** Adds charts that follow each other. */
    static void add(SheetBuilder draft, Context context, List<ChartPlan> plans, boolean portrait) {
        if (context.painter().isEmpty()) {
            plans.forEach(plan -> draft.add(SheetRow.of(
                    20, SheetCell.text(context.speech().word("chart.no-fonts", plan.title()), Titles.QUIET))));
            return;
        }
        ChartPainter painter = context.painter().get();
        List<ChartPlan> waiting = new ArrayList<>();
        for (ChartPlan plan : plans) {
            waiting.add(plan);
            if (waiting.size() == 2 || !isHalf(plan)) {
                flush(draft, painter, waiting, portrait);
            }
        }
        flush(draft, painter, waiting, portrait);
    }

    private static boolean isHalf(ChartPlan plan) {
        return plan.type() != ChartType.RANKING && plan.type() != ChartType.STACKED;
    }

    private static void flush(SheetBuilder draft, ChartPainter painter, List<ChartPlan> waiting, boolean portrait) {
        if (waiting.size() == 2 && waiting.stream().allMatch(ChartPart::isHalf)) {
            int half = (width(portrait) - BETWEEN) / 2;
            List<Picture> pair =
                    waiting.stream().map(plan -> painter.paint(plan, half, 330)).toList();
            draft.pictures(pair, BETWEEN);
            draft.gap(10);
        } else {
            waiting.forEach(plan -> single(draft, painter, plan, portrait));
        }
        waiting.clear();
    }

    private static void single(SheetBuilder draft, ChartPainter painter, ChartPlan plan, boolean portrait) {
        int wanted = plan.isEmpty() ? 180 : height(plan);
        if (isTall(plan)) {
            draft.keepTogether(Math.min(wanted, draft.pageHeight() * 0.9));
        }
        double room = isTall(plan) ? draft.leftOnPage() - 20 : draft.pageHeight() - 80;
        int width = plan.type() == ChartType.RING ? width(portrait) * 6 / 10 : width(portrait);
        draft.pictures(List.of(painter.paint(plan, width, (int) Math.min(wanted, room))), 0);
        draft.gap(10);
    }
}
