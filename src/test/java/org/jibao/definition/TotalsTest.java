package org.jibao.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.RuleDefinition.Missing;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.definition.Totals.Breakdown;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.junit.jupiter.api.Test;

class TotalsTest {

    private static final GridForm GRID = new GridForm(
            "requests",
            Text.same("Requests"),
            new SheetNames("Requests", List.of()),
            false,
            new CellType(CellType.Kind.COUNT, null, false),
            labels("letters", "e_mail", "total"),
            labels("men", "women", "total"));

    private static List<Label> labels(String... ids) {
        return List.of(ids).stream()
                .map(id -> new Label(id, Text.same(id), List.of(), null, null, false))
                .toList();
    }

    private static RuleDefinition rule(Scope scope, List<String> only, String left, String operator, String right) {
        return new RuleDefinition(
                "requests.rule",
                "requests",
                scope,
                only,
                Map.of(),
                Map.of(),
                left,
                operator,
                right,
                Missing.SKIP_IF_ANY,
                BigDecimal.ZERO,
                Severity.ERROR,
                Text.same("message"),
                Text.same("cure"),
                "checks/requests.yaml",
                1);
    }

    private static Totals totals(RuleDefinition... rules) {
        return Totals.of(GRID, List.of(rules));
    }

    @Test
    void findsTotalRowsAndColumnsWithTheirParts() {
        Totals totals = totals(
                rule(Scope.COLUMN, List.of("men"), "total", "=", "letters + e_mail"),
                rule(Scope.ROW, List.of(), "men + women", "=", "total"));
        assertEquals(
                List.of(new Breakdown("total", List.of("letters", "e_mail"), List.of("men"), "requests.rule")),
                totals.rows());
        assertEquals(Set.of("total"), totals.columnIds());
        assertEquals(List.of("letters", "e_mail"), totals.partsOfRow("total"));
        assertEquals(List.of("men", "women"), totals.partsOfColumn("total"));
        assertEquals(List.of(), totals.partsOfRow("letters"));
    }

    @Test
    void takesNoBalanceComparisonOrLastReturnForTotal() {
        Totals totals = totals(
                rule(Scope.COLUMN, List.of(), "letters + total", "=", "e_mail + total"),
                rule(Scope.COLUMN, List.of(), "total", "<=", "letters + e_mail"),
                rule(Scope.COLUMN, List.of(), "total", "=", "letters"),
                rule(Scope.COLUMN, List.of(), "total", "=", "letters - e_mail"),
                rule(Scope.COLUMN, List.of(), "total", "=", "letters + previous.e_mail"),
                rule(Scope.COLUMN, List.of(), "total", "=", "letters + entries"),
                rule(Scope.COLUMN, List.of(), "total", "=", "letters + total"),
                rule(Scope.RETURN, List.of(), "total", "=", "letters + e_mail"));
        assertEquals(Set.of(), totals.rowIds());
        assertEquals(Set.of(), totals.columnIds());
    }
}
