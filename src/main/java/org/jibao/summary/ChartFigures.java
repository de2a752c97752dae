package org.jibao.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.chart.ChartPlan;
import org.jibao.chart.ChartPlan.Series;
import org.jibao.chart.NativeCharts;
import org.jibao.chart.NativeCharts.FigureCells;
import org.jibao.chart.NativeCharts.SeriesCells;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.summary.TablePart.PlacedTable;
import org.jibao.workbook.Block;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/**
 * The cells that native charts point at: rows of a table on the same sheet where these are just what is drawn, else a
 * small table of the chart's own below everything, which is seen and copied but not printed.
 */
final class ChartFigures {
    private final Context context;
    private final SheetBuilder draft;
    private final TableRows rows;
    private boolean begun;

    ChartFigures(Context context, SheetBuilder draft) {
        this.context = context;
        this.draft = draft;
        rows = new TableRows(context.shape(), context.cells());
    }

    /** The tables of figures that these charts need because no table of their sheet shows them, for their widths. */
    static List<ShownTable> apart(Context context, List<ChartPlan> charts, List<ShownTable> tables) {
        List<PlacedTable> somewhere =
                tables.stream().map(table -> new PlacedTable(table, 0)).toList();
        List<ShownTable> apart = new ArrayList<>();
        for (ChartPlan chart : charts) {
            if (!chart.isEmpty()) {
                ChartPlan drawn = chart.drawn(ChartPart.height(chart));
                if (beside(drawn, somewhere).isEmpty()) {
                    apart.add(table(context, drawn));
                }
            }
        }
        return apart;
    }

    FigureCells of(ChartPlan drawn, List<PlacedTable> tables) {
        return beside(drawn, tables).orElseGet(() -> written(drawn));
    }

    private static Optional<FigureCells> beside(ChartPlan drawn, List<PlacedTable> tables) {
        return tables.stream()
                .flatMap(placed -> new TableMatch(drawn, placed).cells().stream())
                .findFirst();
    }

    private static ShownTable table(Context context, ChartPlan drawn) {
        List<Series> series = NativeCharts.series(drawn);
        List<ShownTable.Column> columns = new ArrayList<>();
        columns.add(new ShownTable.Column(context.speech().word("chart-figures.item"), Format.TEXT, 0, 0));
        for (Series one : series) {
            columns.add(new ShownTable.Column(one.name(), drawn.format(), 0, columns.size()));
        }
        List<List<@Nullable Object>> figures = new ArrayList<>();
        for (int i = 0; i < drawn.categories().size(); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(drawn.categories().get(i));
            for (Series one : series) {
                row.add(one.values().get(i));
            }
            figures.add(row);
        }
        String title = context.speech().word("chart-figures.title", drawn.title());
        return new ShownTable("chart_" + drawn.id(), title, null, "", columns, -1, figures);
    }

    private FigureCells written(ChartPlan drawn) {
        if (!begun) {
            begun = true;
            draft.gap(30);
            draft.add(SheetRow.of(
                    24, SheetCell.text(context.speech().word("chart-figures.heading"), Titles.SHEET.sized(13))));
            draft.add(SheetRow.of(17, SheetCell.text(context.speech().word("chart-figures.note"), Titles.QUIET)));
        }
        ShownTable table = table(context, drawn);
        draft.gap(10);
        draft.add(SheetRow.of(21, SheetCell.text(table.title(), Titles.TABLE)));
        int header = draft.add(rows.header(table, draft.widths()));
        table.rows().forEach(row -> draft.add(gaps(row, rows.row(table, row, draft.widths()))));
        int last = draft.nextRow() - 1;
        draft.table(table.id(), new Block(header, last, 0, table.columns().size() - 1));
        return cells(header, last, table.columns().size() - 1, drawn.format());
    }

    /**
     * Names of categories in the first column, then a column for each series.
     *
     * @param header row of the names of the series
     * @param last row of figures
     */
    static FigureCells cells(int header, int last, int series, Format format) {
        List<SeriesCells> cells = new ArrayList<>();
        for (int column = 1; column <= series; column++) {
            cells.add(new SeriesCells(
                    new Block(header, header, column, column), new Block(header + 1, last, column, column), format));
        }
        return new FigureCells(new Block(header + 1, last, 0, 0), cells);
    }

    /** A dash in a cell would be drawn as zero; an empty cell is a gap. */
    private static SheetRow gaps(List<@Nullable Object> values, SheetRow row) {
        List<SheetCell> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            SheetCell cell = row.cells().get(i);
            cells.add(
                    values.get(i) == null
                            ? SheetCell.blank(Look.BODY.ruled(cell.look().rule()))
                            : cell);
        }
        return new SheetRow(row.points(), cells);
    }

    /** Rows of one table that show what a chart draws, in its order and without a missing value. */
    private record TableMatch(ChartPlan drawn, PlacedTable placed) {

        Optional<FigureCells> cells() {
            for (int column = 0; column < columns().size(); column++) {
                int first = columns().get(column).format() == Format.TEXT ? firstRow(column) : -1;
                Optional<FigureCells> found = first < 0 ? Optional.empty() : series(column, first);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private List<ShownTable.Column> columns() {
            return placed.table().columns();
        }

        private @Nullable Object value(int row, int column) {
            return placed.table().rows().get(row).get(columns().get(column).index());
        }

        /** The row at which the chart's names begin in a column, or -1. */
        private int firstRow(int column) {
            int wanted = drawn.categories().size();
            int last = placed.table().rows().size() - wanted;
            for (int first = 0; first <= last; first++) {
                int same = 0;
                while (same < wanted && drawn.categories().get(same).equals(value(first + same, column))) {
                    same++;
                }
                if (same == wanted) {
                    return first;
                }
            }
            return -1;
        }

        private Optional<FigureCells> series(int names, int first) {
            int top = placed.header() + 1 + first;
            int bottom = top + drawn.categories().size() - 1;
            List<SeriesCells> found = new ArrayList<>();
            for (Series series : NativeCharts.series(drawn)) {
                for (int column = 0; column < columns().size(); column++) {
                    if (shows(series, column, first)) {
                        found.add(new SeriesCells(
                                new Block(placed.header(), placed.header(), column, column),
                                new Block(top, bottom, column, column),
                                columns().get(column).format()));
                        break;
                    }
                }
            }
            return found.size() == NativeCharts.series(drawn).size()
                    ? Optional.of(new FigureCells(new Block(top, bottom, names, names), found))
                    : Optional.empty();
        }

        private boolean shows(Series series, int column, int first) {
            ShownTable.Column shown = columns().get(column);
            if (!Display.isNumeric(shown.format()) || !shown.label().equals(series.name())) {
                return false;
            }
            for (int i = 0; i < series.values().size(); i++) {
                BigDecimal wanted = series.values().get(i);
                boolean same = wanted != null
                        && value(first + i, column) instanceof Number number
                        && !(number instanceof Double real && !Double.isFinite(real))
                        && Display.cellValue(shown.format(), number)
                                        .compareTo(Display.cellValue(drawn.format(), wanted))
                                == 0;
                if (!same) {
                    return false;
                }
            }
            return true;
        }
    }
}
