package org.jibao.workbook;

import java.util.Map;
import java.util.Optional;
import org.jibao.workbook.SheetChart.Kind;
import org.jibao.workbook.SheetChart.Label;
import org.jibao.workbook.SheetChart.Labels;
import org.jibao.workbook.SheetChart.Says;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbl;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTManualLayout;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextWrappingType;

/** The labels of a native chart's values. */
final class ChartLabels {
    private static final String SHARE = "0.0%";

    private final SheetChart plan;
    private final ChartText text;

    ChartLabels(SheetChart plan, ChartText text) {
        this.plan = plan;
        this.text = text;
    }

    void fill(CTDLbls labels, Labels planned) {
        planned.exceptions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(exception -> one(labels.addNewDLbl(), exception.getKey(), exception.getValue(), planned));
        Optional<Label> usual = planned.usual();
        if (usual.isPresent()) {
            Label label = usual.get();
            labels.addNewNumFmt().setFormatCode(pattern(label, planned));
            labels.getNumFmt().setSourceLinked(false);
            labels.addNewSpPr().addNewNoFill();
            text.style(labels.addNewTxPr(), label.points(), label.bold(), label.colour());
            if (plan.kind() != Kind.RING) {
                labels.addNewDLblPos().setVal(position(label));
            }
        }
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal()
                .setVal(usual.map(label -> label.says() != Says.SHARE).orElse(false));
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName()
                .setVal(usual.map(label -> label.says() == Says.NAME_AND_VALUE).orElse(false));
        labels.addNewShowPercent()
                .setVal(usual.map(label -> label.says() == Says.SHARE).orElse(false));
        labels.addNewShowBubbleSize().setVal(false);
    }

    private void one(CTDLbl one, int point, Optional<Label> planned, Labels all) {
        one.addNewIdx().setVal(point);
        if (planned.isEmpty()) {
            one.addNewDelete().setVal(true);
            return;
        }
        Label label = planned.get();
        if (label.shift() != 0) {
            CTManualLayout layout = one.addNewLayout().addNewManualLayout();
            layout.addNewX().setVal(0);
            layout.addNewY().setVal(label.shift());
        }
        one.addNewNumFmt().setFormatCode(pattern(label, all));
        one.getNumFmt().setSourceLinked(false);
        one.addNewSpPr().addNewNoFill();
        text.style(one.addNewTxPr(), label.points(), label.bold(), label.colour());
        one.getTxPr().getBodyPr().setWrap(STTextWrappingType.NONE);
        if (plan.kind() != Kind.RING) {
            one.addNewDLblPos().setVal(position(label));
        }
        one.addNewShowLegendKey().setVal(false);
        one.addNewShowVal().setVal(label.says() != Says.SHARE);
        one.addNewShowCatName().setVal(false);
        one.addNewShowSerName().setVal(label.says() == Says.NAME_AND_VALUE);
        one.addNewShowPercent().setVal(label.says() == Says.SHARE);
        one.addNewShowBubbleSize().setVal(false);
        if (label.says() == Says.NAME_AND_VALUE) {
            one.setSeparator("  ");
        }
    }

    private static String pattern(Label label, Labels planned) {
        return label.says() == Says.SHARE ? SHARE : planned.pattern();
    }

    private static STDLblPos.Enum position(Label label) {
        return switch (label.place()) {
            case BEHIND -> STDLblPos.OUT_END;
            case CENTER -> STDLblPos.CTR;
            case BASE -> STDLblPos.IN_BASE;
            case RIGHT -> STDLblPos.R;
        };
    }
}
