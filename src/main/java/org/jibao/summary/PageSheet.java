package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.chart.ChartPlan;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.workbook.Paper;
import org.jibao.workbook.SheetPlan;

/** Tables and charts from top to bottom. */
final class PageSheet {
    private static final int WITHOUT_CHARTS = 640;
    private static final int LONG = 22;
    private static final int ROWS_OF_A_CHART = 6;
    /** Print below seven points: such a table is printed on pages side by side. */
    private static final double TOO_SMALL = 1.43;

    private static final int FEW_COLUMNS = 8;
    private static final int NARROW = 220;

    private final Context context;
    private final Sheet sheet;
    private final Map<String, ChartPlan> charts = new TreeMap<>();

    PageSheet(Context context, Sheet sheet) {
        this.context = context;
        this.sheet = sheet;
        for (String block : sheet.blocks()) {
            if (!context.isTable(block)) {
                charts.put(block, context.chart(block));
            }
        }
    }

    SheetPlan plan() {
        boolean portrait = isPortrait();
        List<Integer> widths = widths(portrait);
        SheetBuilder draft = new SheetBuilder(context.sheetName(sheet), widths, portrait, pagesWide(widths, portrait));
        printWhatFits(draft, portrait);
        Titles.add(draft, context, sheet);
        TablePart tables = new TablePart(context, draft);
        ChartPart drawings = new ChartPart(context, draft, portrait);
        List<ChartPlan> waiting = new ArrayList<>();
        List<ChartPlan> free = chartsAtTheEnd();
        int header = -1;
        for (String block : sheet.blocks()) {
            ChartPlan chart = charts.get(block);
            if (chart != null) {
                if (!free.contains(chart)) {
                    waiting.add(chart);
                }
                continue;
            }
            drawings.add(waiting);
            waiting.clear();
            drawings.fillBefore(tables.height(context.table(block)), free);
            header = tables.add(context.table(block));
            draft.gap(14);
        }
        boolean endsInTable = free.isEmpty() && waiting.isEmpty();
        drawings.add(free);
        drawings.finish(tables);
        boolean only = header >= 0 && sheet.blocks().size() == 1 + undrawn();
        Optional<Integer> repeated = endsInTable && header >= 0 ? Optional.of(header) : Optional.empty();
        return draft.plan(repeated, only ? header + 1 : 0, only ? frozenColumns(draft) : 0, false);
    }

    /** Charts behind the last table may go before it, where a page would else stay half empty. */
    private List<ChartPlan> chartsAtTheEnd() {
        List<ChartPlan> last = new ArrayList<>();
        for (String block : sheet.blocks()) {
            if (context.isTable(block)) {
                last.clear();
            } else {
                last.add(Objects.requireNonNull(charts.get(block)));
            }
        }
        return last;
    }

    /** For tall charts, and for what is long and narrow enough to be read upright: such a page has more to fill it. */
    private boolean isPortrait() {
        if (charts.values().stream().anyMatch(ChartPart::isTall)) {
            return true;
        }
        int rows = sheet.blocks().stream()
                .filter(context::isTable)
                .mapToInt(block -> context.table(block).rows().size())
                .sum();
        boolean isLong = rows + ROWS_OF_A_CHART * charts.size() > LONG;
        // Texts that would have to be wrapped upright are read better lying.
        int unwrapped = Widths.sum(Widths.widest(context.shape(), tables()));
        return isLong && unwrapped <= Widths.readable(true);
    }

    private boolean isTooWide(int width, boolean portrait) {
        return width > Paper.width(portrait) * TOO_SMALL;
    }

    /** A table alone on its sheet is printed on pages side by side if it would be too small on one. */
    private int pagesWide(List<Integer> widths, boolean portrait) {
        int width = Widths.sum(widths);
        boolean split = charts.isEmpty() && isTooWide(width, portrait);
        return split ? (int) Math.ceil(width / (double) Widths.readable(portrait)) : 1;
    }

    /** Charts of which only a line says that there is nothing to draw. */
    private long undrawn() {
        return context.drawsPictures()
                ? 0
                : charts.values().stream().filter(ChartPlan::isEmpty).count();
    }

    /** Beside charts, only the first columns of such a table are printed; what matters most stands first. */
    private void printWhatFits(SheetBuilder draft, boolean portrait) {
        if (!charts.isEmpty() && isTooWide(draft.width(), portrait)) {
            draft.printOnly(draft.columnAt(Widths.readable(portrait)));
        }
    }

    /** As wide as the tables need, then as many columns as the charts are wide. */
    private List<Integer> widths(boolean portrait) {
        int least = charts.isEmpty() ? WITHOUT_CHARTS : ChartPart.width(portrait);
        List<Integer> shared = Widths.shared(context.shape(), tables(), portrait);
        boolean split = charts.isEmpty() && isTooWide(Widths.sum(shared), portrait);
        return Widths.fill(split ? Widths.widest(context.shape(), tables()) : shared, least);
    }

    /** Those of the sheet, and those of its charts' figures. */
    private List<ShownTable> tables() {
        List<ShownTable> tables = new ArrayList<>(sheet.blocks().stream()
                .filter(context::isTable)
                .map(context::table)
                .toList());
        if (!context.drawsPictures()) {
            tables.addAll(ChartFigures.apart(context, List.copyOf(charts.values()), List.copyOf(tables)));
        }
        return tables;
    }

    /** The names of a wide table stay in sight, unless they would fill a phone. */
    private int frozenColumns(SheetBuilder draft) {
        ShownTable table = tables().get(0);
        boolean named = table.columns().get(0).format() == Format.TEXT;
        return named && table.columns().size() > FEW_COLUMNS && draft.widths().get(0) <= NARROW ? 1 : 0;
    }
}
