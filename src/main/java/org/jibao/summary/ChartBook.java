package org.jibao.summary;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jibao.chart.ChartPlan;
import org.jibao.chart.ChartPlan.Series;
import org.jibao.chart.NativeCharts;
import org.jibao.chart.NativeCharts.FigureCells;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetChart;
import org.jibao.workbook.SheetPlan.PlacedChart;
import org.jibao.workbook.SheetRow;
import org.jibao.workbook.WorkbookFile;
import org.jibao.workbook.WorkbookFile.WorkbookPlan;

/**
 * A native chart with a small workbook of its figures, as documents hold it that are no workbooks: it is copied and edited with
 * its numbers there as well.
 *
 * @param chart the chart's part, whose formulas name cells of the workbook
 * @param overlays the part of the lines and words over its plot, to which the chart refers; empty for none
 * @param workbook the figures, with the same chart beside them
 * @param alternative the chart in words, for those who cannot see it
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the writer to the file, never compared
public record ChartBook(byte[] chart, Optional<byte[]> overlays, byte[] workbook, String alternative) {
    private static final int NAMES = 200;
    private static final int FIGURES = 110;
    private static final double ROW = 17;

    /**
     * @param plan with a value at least
     * @param width in pixels of 1/96 inch
     * @param height likewise
     */
    public static ChartBook of(Context context, ChartPlan plan, int width, int height) throws IOException {
        ChartPlan drawn = plan.drawn(height);
        List<Series> series = NativeCharts.series(drawn);
        SheetBuilder draft = new SheetBuilder(context.speech().word("chart-figures.heading"), widths(series), false);
        SheetChart chart =
                new NativeCharts(context.measure()).chart(drawn, written(context, draft, drawn, series), width, height);
        draft.chart(new PlacedChart(chart, 0, series.size() + 1, 0));
        SummaryRequest request = context.request();
        byte[] workbook = WorkbookFile.bytes(new WorkbookPlan(
                drawn.title(),
                "Jibao " + request.version(),
                request.asOf(),
                request.language().tag(),
                "",
                List.of(draft.plan(Optional.empty(), 0, 0, false))));
        Map<String, byte[]> parts = parts(workbook);
        return new ChartBook(
                Objects.requireNonNull(parts.get("xl/charts/chart1.xml")),
                parts.entrySet().stream()
                        .filter(part -> part.getKey().startsWith("xl/drawings/chartshapes"))
                        .map(Map.Entry::getValue)
                        .findFirst(),
                workbook,
                chart.heading().alternative());
    }

    private static List<Integer> widths(List<Series> series) {
        List<Integer> widths = new ArrayList<>(List.of(NAMES));
        widths.addAll(Collections.nCopies(series.size(), FIGURES));
        return widths;
    }

    /** A header with the names of the series, then a row for each category; a missing value is an empty cell. */
    private static FigureCells written(Context context, SheetBuilder draft, ChartPlan drawn, List<Series> series) {
        Look head = Look.BODY.strong();
        List<SheetCell> header = new ArrayList<>();
        header.add(SheetCell.text(context.speech().word("chart-figures.item"), head));
        series.forEach(one -> header.add(SheetCell.text(one.name(), head)));
        draft.add(new SheetRow(ROW, header));
        Look figure = Look.BODY.patterned(Display.pattern(drawn.format()));
        for (int i = 0; i < drawn.categories().size(); i++) {
            List<SheetCell> row = new ArrayList<>();
            row.add(SheetCell.text(drawn.categories().get(i), Look.BODY));
            for (Series one : series) {
                BigDecimal value = one.values().get(i);
                row.add(
                        value == null
                                ? SheetCell.blank(figure)
                                : SheetCell.number(Display.cellValue(drawn.format(), value), figure));
            }
            draft.add(new SheetRow(ROW, row));
        }
        return ChartFigures.cells(0, drawn.categories().size(), series.size(), drawn.format());
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook), StandardCharsets.UTF_8)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}
