package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jibao.chart.ChartPlan;
import org.jibao.finding.Language;
import org.jibao.workbook.SheetRow;
import org.junit.jupiter.api.Test;

/** Charts fill the pages that they are on. */
class ChartPartTest {

    private static final double RING = 340;

    private final Context context = new Context(County.request(Language.ZH), Optional.empty());
    private final SheetBuilder draft = new SheetBuilder("Sheet", List.of(520, 520), false);

    private List<Integer> breaksWith(double left) {
        draft.add(SheetRow.empty((draft.pageHeight() - left) / SheetBuilder.PIXELS_PER_POINT));
        ChartPlan ring = context.chart("ring");
        new ChartPart(context, draft, false).add(List.of(ring));
        return draft.plan(Optional.empty(), 0, 0, false).page().breaks();
    }

    @Test
    void aChartThatNearlyFitsIsDrawnLower() {
        assertEquals(List.of(), breaksWith(RING * 0.8 + 20));
    }

    @Test
    void aChartThatWouldBeMuchTooLowBeginsAPage() {
        assertEquals(List.of(0), breaksWith(RING * 0.8 + 10));
    }

    @Test
    void aChartThatFitsHasItsHeight() {
        assertEquals(List.of(), breaksWith(RING + 20));
        assertEquals(20 - 10, draft.leftOnPage(), 15);
    }
}
