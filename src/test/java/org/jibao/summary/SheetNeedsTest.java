package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.SummaryDefinition.Table;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricException;
import org.jibao.metrics.MetricTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SheetNeedsTest {

    private static final Text NAME = Text.same("x");
    private static final SummaryDefinition SUMMARY = new SummaryDefinition(
            List.of(
                    new Table("others", NAME, null, NAME, List.of(), "tables/others.sql", ""),
                    new Table("figures", NAME, null, NAME, List.of(), "tables/figures.sql", "")),
            List.of(),
            List.of(),
            List.of(new Sheet("leaders", SheetKind.LEADERS, NAME, List.of("figures", "others"))));

    private static void check(List<String> columns, @Nullable Object... row) {
        MetricTable figures =
                new MetricTable("figures", columns, row.length == 0 ? List.of() : List.of(Arrays.asList(row)));
        SheetNeeds.check(SUMMARY, Map.of("figures", figures), Language.EN);
    }

    @Test
    void namesTheColumnsThatTheLeadersPageLacks() {
        MetricException lacking =
                assertThrows(MetricException.class, () -> check(List.of("label_en", "value_text", "unit")));
        assertEquals("tables/figures.sql", lacking.file());
        assertEquals(
                "tables/figures.sql does not give the columns [value, format] that the leaders' page \"leaders\" needs: its"
                        + " table of figures has label, value and format, and may have unit, coverage, change_previous,"
                        + " change_last_year and change_format",
                lacking.text().en());
    }

    @Test
    void namesFormatsThatItDoesNotKnow() {
        List<String> columns = List.of("label", "value", "format", "change_format");
        MetricException unknown = assertThrows(MetricException.class, () -> check(columns, "a", 1, "number", "pct"));
        assertEquals(
                "tables/figures.sql gives formats that the leaders' page \"leaders\" does not know: [format=number,"
                        + " change_format=pct]. Use one of text, count, amount, rate, change, points, days, date, time",
                unknown.text().en());
        assertThrows(MetricException.class, () -> check(columns, "a", 1, null, null));
        assertDoesNotThrow(() -> check(columns, "a", 1, "count", null));
        assertDoesNotThrow(() -> check(columns));
    }
}
