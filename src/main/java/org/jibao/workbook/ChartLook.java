package org.jibao.workbook;

import java.util.Map;
import java.util.Optional;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.jibao.workbook.SheetChart.Area;
import org.jibao.workbook.SheetChart.Kind;
import org.jibao.workbook.SheetChart.Paint;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLayout;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLegend;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTManualLayout;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPieSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutMode;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutTarget;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLegendPos;
import org.openxmlformats.schemas.drawingml.x2006.chart.STMarkerStyle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.STLineCap;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextAlignType;

/** The look of a native chart, where POI's own chart types have no call for it. */
final class ChartLook {
    /** The hole of a ring, in per cent of its size. */
    static final int HOLE = 64;

    private static final double SEPARATOR = 1.9;
    private static final double PART_SEPARATOR = 0.9;
    private static final double HAIR = 0.75;
    private static final short MARKER = 7;

    private final XSSFChart chart;
    private final SheetChart plan;
    private final String language;
    private final ChartText text;

    ChartLook(XSSFChart chart, SheetChart plan, String language) {
        this.chart = chart;
        this.plan = plan;
        this.language = language;
        this.text = new ChartText(language);
    }

    void apply() {
        CTChartSpace space = chart.getCTChartSpace();
        space.addNewRoundedCorners().setVal(false);
        if (!space.isSetLang()) {
            space.addNewLang().setVal(language);
        }
        ground(space.isSetSpPr() ? space.getSpPr() : space.addNewSpPr());
        text.style(space.addNewTxPr(), 9, false, Palette.INK);
        CTChart drawn = chart.getCTChart();
        title(drawn.isSetTitle() ? drawn.getTitle() : drawn.addNewTitle());
        chart.setAutoTitleDeleted(false);
        CTPlotArea area = drawn.getPlotArea();
        place(area.isSetLayout() ? area.getLayout() : area.addNewLayout(), plan.plot(), true);
        for (int i = 0; i < plan.series().size(); i++) {
            paint(area, i);
        }
        if (plan.kind() != Kind.RING) {
            axes(area.getCatAxArray(0), area.getValAxArray(0));
        }
        legend(drawn);
        ChartOverlays.add(chart, plan, language);
    }

    private static void ground(CTShapeProperties shape) {
        fill(shape, Palette.PAPER);
        shape.addNewLn().addNewNoFill();
    }

    private void title(CTTitle title) {
        SheetChart.Heading heading = plan.heading();
        CTTextBody rich = title.addNewTx().addNewRich();
        rich.addNewBodyPr();
        rich.addNewLstStyle();
        text.paragraph(rich, heading.title(), heading.titlePoints(), true, Palette.INK, STTextAlignType.L);
        if (!heading.subtitle().isEmpty()) {
            text.paragraph(rich, heading.subtitle(), heading.subtitlePoints(), false, Palette.QUIET, STTextAlignType.L);
        }
        CTManualLayout layout = title.addNewLayout().addNewManualLayout();
        layout.addNewXMode().setVal(STLayoutMode.EDGE);
        layout.addNewYMode().setVal(STLayoutMode.EDGE);
        layout.addNewX().setVal(5.0 / plan.width());
        layout.addNewY().setVal(8.0 / plan.height());
        title.addNewOverlay().setVal(false);
    }

    private static void place(CTLayout layout, Area area, boolean inner) {
        CTManualLayout manual = layout.addNewManualLayout();
        if (inner) {
            manual.addNewLayoutTarget().setVal(STLayoutTarget.INNER);
        }
        manual.addNewXMode().setVal(STLayoutMode.EDGE);
        manual.addNewYMode().setVal(STLayoutMode.EDGE);
        manual.addNewX().setVal(area.left());
        manual.addNewY().setVal(area.top());
        manual.addNewW().setVal(area.width());
        manual.addNewH().setVal(area.height());
    }

    private void paint(CTPlotArea area, int index) {
        SheetChart.Series series = plan.series().get(index);
        Paint paint = series.paint();
        ChartLabels labels = new ChartLabels(plan, text);
        switch (plan.kind()) {
            case LINES -> {
                CTLineSer line = area.getLineChartArray(0).getSerArray(index);
                line(line, paint);
                series.labels().ifPresent(planned -> labels.fill(line.addNewDLbls(), planned));
            }
            case RING -> {
                CTPieSer ring = area.getDoughnutChartArray(0).getSerArray(index);
                paint.points().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(point -> {
                            var part = ring.addNewDPt();
                            part.addNewIdx().setVal(point.getKey());
                            part.addNewBubble3D().setVal(false);
                            shape(part.addNewSpPr(), point.getValue(), SEPARATOR);
                        });
                series.labels().ifPresent(planned -> labels.fill(ring.addNewDLbls(), planned));
            }
            case COLUMNS, BARS, STACKED -> {
                CTBarSer bars = area.getBarChartArray(0).getSerArray(index);
                bars(bars, paint);
                series.labels().ifPresent(planned -> labels.fill(bars.addNewDLbls(), planned));
            }
        }
    }

    private void bars(CTBarSer bars, Paint paint) {
        CTShapeProperties shape = bars.isSetSpPr() ? bars.getSpPr() : bars.addNewSpPr();
        double separator = plan.kind() == Kind.STACKED ? PART_SEPARATOR : 0;
        paint.colour().ifPresentOrElse(colour -> shape(shape, colour, separator), () -> {
            shape.addNewNoFill();
            shape.addNewLn().addNewNoFill();
        });
        if (bars.isSetInvertIfNegative()) {
            bars.getInvertIfNegative().setVal(false);
        } else {
            bars.addNewInvertIfNegative().setVal(false);
        }
        paint.points().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(point -> {
            var bar = bars.addNewDPt();
            bar.addNewIdx().setVal(point.getKey());
            bar.addNewInvertIfNegative().setVal(false);
            bar.addNewBubble3D().setVal(false);
            shape(bar.addNewSpPr(), point.getValue(), separator);
        });
    }

    private static void line(CTLineSer line, Paint paint) {
        int colour = paint.colour().orElse(Palette.MUTED);
        CTShapeProperties shape = line.isSetSpPr() ? line.getSpPr() : line.addNewSpPr();
        CTLineProperties stroke = shape.addNewLn();
        stroke(stroke, colour, paint.line());
        stroke.setCap(STLineCap.RND);
        stroke.addNewRound();
        CTMarker marker = line.isSetMarker() ? line.getMarker() : line.addNewMarker();
        if (!marker.isSetSymbol()) {
            marker.addNewSymbol();
        }
        marker.getSymbol().setVal(paint.marked() ? STMarkerStyle.CIRCLE : STMarkerStyle.NONE);
        if (paint.marked()) {
            (marker.isSetSize() ? marker.getSize() : marker.addNewSize()).setVal(MARKER);
            CTShapeProperties circle = marker.addNewSpPr();
            fill(circle, Palette.PAPER);
            stroke(circle.addNewLn(), colour, 1.5);
        }
        (line.isSetSmooth() ? line.getSmooth() : line.addNewSmooth()).setVal(false);
    }

    private void axes(CTCatAx categories, CTValAx values) {
        stroke(categories.addNewSpPr().addNewLn(), Palette.AXIS, HAIR);
        CTTextBody names = categories.addNewTxPr();
        text.style(names, plan.categories().points(), false, Palette.INK);
        names.getBodyPr().setRot(plan.categories().slanted() ? -30 * 60_000 : 0);
        categories.addNewNoMultiLvlLbl().setVal(true);
        SheetChart.Scale scale = plan.scale().orElseThrow();
        text.style(values.addNewTxPr(), scale.points(), false, Palette.QUIET);
        values.addNewSpPr().addNewLn().addNewNoFill();
        if (scale.shown()) {
            stroke(values.addNewMajorGridlines().addNewSpPr().addNewLn(), Palette.GRID, HAIR);
        }
    }

    /**
     * Every series stands in it, also one of which only labels are seen. LibreOffice counts the entries of lying bars from
     * the last one: an entry that is left out for Excel is another series' entry there.
     */
    private void legend(CTChart drawn) {
        Optional<SheetChart.Legend> planned = plan.legend();
        if (planned.isEmpty()) {
            return;
        }
        SheetChart.Legend asked = planned.get();
        CTLegend legend = drawn.addNewLegend();
        legend.addNewLegendPos().setVal(asked.beside() ? STLegendPos.R : STLegendPos.T);
        place(legend.addNewLayout(), asked.area(), false);
        legend.addNewOverlay().setVal(false);
        text.style(legend.addNewTxPr(), asked.points(), false, Palette.INK);
    }

    private static void shape(CTShapeProperties shape, int colour, double separator) {
        fill(shape, colour);
        if (separator > 0) {
            stroke(shape.addNewLn(), Palette.PAPER, separator);
        } else {
            shape.addNewLn().addNewNoFill();
        }
    }

    private static void fill(CTShapeProperties shape, int colour) {
        shape.addNewSolidFill().addNewSrgbClr().setVal(ChartText.rgb(colour));
    }

    private static void stroke(CTLineProperties line, int colour, double points) {
        line.setW(Units.toEMU(points));
        line.addNewSolidFill().addNewSrgbClr().setVal(ChartText.rgb(colour));
    }
}
