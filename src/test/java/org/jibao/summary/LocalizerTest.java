package org.jibao.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricTable;
import org.jibao.summary.Context.Sheets;
import org.junit.jupiter.api.Test;

final class LocalizerTest {

    @Test
    void fillsPlaceholdersAndLeavesUnknownOnesInSight() {
        Localizer speech = new Localizer(County.request(Language.ZH));
        assertEquals("2026Q3 {p9}", speech.say(Text.same("{p8} {p9}")));
        assertEquals("2026-10-20 09:00", speech.asOf());
    }

    @Test
    void blanksAPlaceholderThatTheStoreDoesNotKnow() {
        MetricTable labels = new MetricTable("period_labels", List.of("p1"), List.of(County.row((Object) null)));
        Localizer speech = new Localizer(County.request(Map.of("period_labels", labels), Language.EN));
        assertEquals("", speech.say(Text.same("{p1}")));
    }

    @Test
    void namesSheetsAsExcelAllows() {
        Localizer speech = new Localizer(County.request(Language.EN));
        List<Sheet> sheets = List.of(
                sheet("a", "Items [by kind]: 2026/Q3"),
                sheet("b", "x".repeat(40)),
                sheet("c", "X".repeat(40)),
                sheet("d", "'"));
        assertEquals(
                List.of("Items  by kind   2026 Q3", "x".repeat(31), "X".repeat(29) + " 2", "-"),
                List.copyOf(Sheets.names(sheets, List.of(speech)).values()));
    }

    private static Sheet sheet(String id, String title) {
        return new Sheet(id, SheetKind.PAGE, Text.same(title), List.of());
    }
}
