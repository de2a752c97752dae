package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jibao.definition.SummaryDefinition.Column;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.jibao.workbook.Look;
import org.jibao.workbook.SheetCell;
import org.junit.jupiter.api.Test;

/** A change has an arrow and a sign, whatever the unit of its figure. */
class CellsTest {

    private final Localizer speech = new Localizer(County.request(Language.EN));
    private final Cells cells = new Cells(List.of(speech), ZoneOffset.UTC);
    private final ShownTable table = ShownTable.of(
            new Table(
                    "averages",
                    Text.same("Averages"),
                    null,
                    Text.same("None"),
                    List.of(column("value"), column("change_previous")),
                    "",
                    ""),
            new MetricTable(
                    "averages",
                    List.of("value", "change_previous", "better"),
                    List.of(
                            Arrays.asList(new BigDecimal("3.3"), new BigDecimal("0.09"), "down"),
                            Arrays.asList(new BigDecimal("5.5"), new BigDecimal("-0.05"), "down"),
                            Arrays.asList(new BigDecimal("10.9"), BigDecimal.ZERO, "down"))),
            List.of(speech));

    private static Column column(String name) {
        return new Column(name, Text.same(name), Format.AMOUNT, 0);
    }

    @Test
    void anAverageChangesWithAnArrow() {
        ShownTable.Column change = table.columns().get(1);
        assertEquals(
                List.of("▲ +0.09", "▼ -0.05", "0.00"),
                table.rows().stream().map(row -> cells.text(row.get(1), change)).toList());
        SheetCell cell = cells.cell(table.rows().get(0).get(1), change, Look.BODY);
        assertEquals("▲ +#,##0.00;▼ -#,##0.00;#,##0.00", cell.look().pattern());
    }

    @Test
    void aValueHasNone() {
        assertEquals(
                "3.30", cells.text(table.rows().get(0).get(0), table.columns().get(0)));
    }

    @Test
    void aChangeOfAnAverageIsForTheBetterOrTheWorse() {
        assertEquals(
                List.of(-1, 1, 0),
                table.rows().stream()
                        .map(row -> table.goodness(row, table.columns().get(1)))
                        .toList());
    }
}
