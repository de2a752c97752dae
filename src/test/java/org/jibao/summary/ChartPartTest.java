package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.chart.ChartPlan;
import org.jibao.finding.Language;
import org.jibao.workbook.SheetRow;
import org.junit.jupiter.api.Test;

/** Charts fill the pages that they are on. */
class ChartPartTest {

    private static final double RING = 340;

    private final Context context = new Context(County.request(Language.ZH), Optional.empty());
    private final SheetBuilder draft = new SheetBuilder("Sheet", List.of(520, 520), false);

    private List<Integer> breaksWith(double left, String... charts) {
        draft.add(SheetRow.empty((draft.pageHeight() - left) / SheetBuilder.PIXELS_PER_POINT));
        List<ChartPlan> plans = Stream.of(charts).map(context::chart).toList();
        new ChartPart(context, draft, false).add(plans);
        return draft.plan(Optional.empty(), 0, 0, false).page().breaks();
    }

    @Test
    void aChartThatNearlyFitsIsDrawnLower() {
        assertEquals(List.of(), breaksWith(RING * 0.8 + 20, "ring"));
    }

    @Test
    void aChartThatWouldBeMuchTooLowBeginsAPage() {
        assertEquals(List.of(0), breaksWith(RING * 0.8 + 10, "ring"));
    }

    @Test
    void aPairAloneIsDrawnLower() {
        assertEquals(List.of(), breaksWith(300, "columns", "answers"));
    }

    @Test
    void twoPairsFillAPageOfTheirOwn() {
        assertEquals(List.of(0), breaksWith(300, "columns", "answers", "columns", "answers"));
    }

    @Test
    void aChartThatFitsHasItsHeight() {
        assertEquals(List.of(), breaksWith(RING + 20, "ring"));
        assertEquals(20 - 10, draft.leftOnPage(), 15);
    }
}
