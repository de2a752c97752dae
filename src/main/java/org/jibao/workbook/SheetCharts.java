package org.jibao.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFDoughnutChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jibao.workbook.SheetChart.Kind;
import org.jibao.workbook.SheetChart.Scale;
import org.jibao.workbook.SheetChart.Series;
import org.jibao.workbook.SheetPlan.PlacedChart;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

/** Puts native charts on a sheet: series from cells with their values beside, so that the chart is drawn before it is computed. */
final class SheetCharts {
    private final XSSFSheet sheet;
    private final SheetChart plan;
    private final XSSFChart chart;
    private final ChartLook look;

    private SheetCharts(XSSFSheet sheet, SheetChart plan, XSSFChart chart, String language) {
        this.sheet = sheet;
        this.plan = plan;
        this.chart = chart;
        look = new ChartLook(chart, plan, language);
    }

    /** @param language of the workbook, as {@code zh-CN} */
    static void place(XSSFSheet sheet, PlacedChart placed, String language) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = new XSSFClientAnchor();
        anchor.setCol1(placed.column());
        anchor.setRow1(placed.row());
        anchor.setDx1(Units.pixelToEMU(placed.indent()));
        XSSFChart chart = drawing.createChart(anchor);
        SheetChart plan = placed.chart();
        CTNonVisualDrawingProps properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setName(plan.name());
        properties.setDescr(plan.heading().alternative());
        new SheetCharts(sheet, plan, chart, language).write();
        Anchors.fixSize(drawing.getCTDrawing(), plan.width(), plan.height());
    }

    private void write() {
        chart.displayBlanksAs(DisplayBlanks.GAP);
        chart.setPlotOnlyVisibleCells(true);
        XDDFChartData figures = figures();
        figures.setVaryColors(plan.kind() == Kind.RING);
        XDDFCategoryDataSource names = XDDFDataSourcesFactory.fromArray(
                plan.categories().names().toArray(String[]::new),
                formula(plan.categories().cells()));
        for (Series series : plan.series()) {
            figures.addSeries(names, values(series))
                    .setTitle(
                            series.name(),
                            new CellReference(
                                    sheet.getSheetName(),
                                    series.nameCell().firstRow(),
                                    series.nameCell().firstColumn(),
                                    true,
                                    true));
        }
        chart.plot(figures);
        look.apply();
    }

    private XDDFChartData figures() {
        if (plan.kind() == Kind.RING) {
            XDDFDoughnutChartData ring = (XDDFDoughnutChartData) chart.createData(ChartTypes.DOUGHNUT, null, null);
            ring.setFirstSliceAngle(0);
            ring.setHoleSize(ChartLook.HOLE);
            return ring;
        }
        boolean lying = plan.kind() == Kind.BARS || plan.kind() == Kind.STACKED;
        XDDFCategoryAxis categories = chart.createCategoryAxis(lying ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis axis = chart.createValueAxis(lying ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        axes(categories, axis, plan.scale().orElseThrow(), lying);
        if (plan.kind() == Kind.LINES) {
            XDDFLineChartData lines = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, axis);
            lines.setGrouping(Grouping.STANDARD);
            return lines;
        }
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, axis);
        bars.setBarDirection(lying ? BarDirection.BAR : BarDirection.COL);
        bars.setBarGrouping(plan.kind() == Kind.STACKED ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        bars.setGapWidth(plan.gap());
        bars.setOverlap((byte) (plan.kind() == Kind.STACKED ? 100 : 0));
        return bars;
    }

    private static void axes(XDDFCategoryAxis categories, XDDFValueAxis axis, Scale scale, boolean lying) {
        categories.setMajorTickMark(AxisTickMark.NONE);
        categories.setMinorTickMark(AxisTickMark.NONE);
        categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
        categories.setOrientation(lying ? AxisOrientation.MAX_MIN : AxisOrientation.MIN_MAX);
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.setCrossBetween(AxisCrossBetween.BETWEEN);
        // With the first category on top, the value axis stands below only if it crosses at the last one.
        axis.setCrosses(lying ? AxisCrosses.MAX : AxisCrosses.AUTO_ZERO);
        axis.setMinimum(scale.least());
        axis.setMaximum(scale.most());
        axis.setMajorUnit(scale.step());
        axis.setNumberFormat(scale.pattern());
        axis.setVisible(scale.shown());
        categories.crossAxis(axis);
        axis.crossAxis(categories);
    }

    private XDDFNumericalDataSource<Double> values(Series series) {
        List<BigDecimal> planned = series.values();
        Double[] values = new Double[planned.size()];
        for (int i = 0; i < values.length; i++) {
            BigDecimal value = planned.get(i);
            values[i] = value == null ? null : Double.valueOf(value.doubleValue());
        }
        XDDFNumericalDataSource<Double> source = XDDFDataSourcesFactory.fromArray(values, formula(series.cells()));
        source.setFormatCode(series.pattern());
        return source;
    }

    private String formula(Block block) {
        return new CellRangeAddress(block.firstRow(), block.lastRow(), block.firstColumn(), block.lastColumn())
                .formatAsString(sheet.getSheetName(), true);
    }
}
