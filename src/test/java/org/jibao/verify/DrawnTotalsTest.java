package org.jibao.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.Problem;
import org.jibao.definition.SummaryDefinition.Chart;
import org.jibao.definition.SummaryDefinition.ChartType;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrawnTotalsTest {

    private static final List<List<@Nullable Object>> WITH_TOTAL = List.of(
            List.of("Letters", 3L, new BigDecimal("1.5")),
            List.of("Mails", 4L, new BigDecimal("2.0")),
            List.of("Visits", 0L, new BigDecimal("0.25")),
            List.of("Total", 7L, new BigDecimal("3.75")));

    private static List<String> warnings(ChartType type, List<String> columns, List<List<@Nullable Object>> rows) {
        Text words = Text.same("Ways");
        Chart chart = new Chart(
                "ways_bars",
                type,
                "ways",
                "way",
                List.of("received", "days"),
                null,
                List.of(),
                Format.COUNT,
                words,
                words,
                0);
        return DrawnTotals.warnings(List.of(chart), new MetricTable("ways", columns, rows)).stream()
                .map(Problem::message)
                .map(Text::en)
                .toList();
    }

    @Test
    void namesTheRowThatIsTheSumOfTheOthers() {
        assertEquals(
                List.of(
                        "the chart ways_bars draws the row \"Total\" of the table ways, which is the total of its other rows;"
                                + " give the table a column emphasis that is true for it, or leave the row out"),
                warnings(ChartType.COLUMNS, List.of("way", "received", "days"), WITH_TOTAL));
        assertEquals(
                1,
                warnings(ChartType.RANKING, List.of("way_en", "received", "days"), WITH_TOTAL)
                        .size());
    }

    @Test
    void leavesMarkedTotalsAlone() {
        List<List<@Nullable Object>> marked = new ArrayList<>();
        for (List<@Nullable Object> row : WITH_TOTAL) {
            List<@Nullable Object> copy = new ArrayList<>(row);
            copy.add("Total".equals(row.get(0)));
            marked.add(copy);
        }
        assertEquals(List.of(), warnings(ChartType.COLUMNS, List.of("way", "received", "days", "emphasis"), marked));
    }

    /** One column may add up by chance; periods have no total; of two rows the larger is no total of the other. */
    @Test
    void saysNothingWhereItIsNoTotal() {
        List<List<@Nullable Object>> byChance = new ArrayList<>(WITH_TOTAL.subList(0, 3));
        byChance.add(List.of("Calls", 7L, new BigDecimal("3.7")));
        assertEquals(List.of(), warnings(ChartType.COLUMNS, List.of("way", "received", "days"), byChance));
        assertEquals(List.of(), warnings(ChartType.TREND, List.of("way", "received", "days"), WITH_TOTAL));
        assertEquals(
                List.of(),
                warnings(
                        ChartType.COLUMNS,
                        List.of("way", "received", "days"),
                        List.of(WITH_TOTAL.get(0), WITH_TOTAL.get(0))));
    }
}
