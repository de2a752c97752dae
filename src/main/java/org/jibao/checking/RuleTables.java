package org.jibao.checking;

import static org.jibao.support.SqlText.literal;
import static org.jibao.support.SqlText.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.support.SqlText;

/**
 * The temporary tables that the rules read. Each is made once, wide, with a column an operand: sixty rules over a wide
 * table take a tenth of a second, over a pivoting view half a minute.
 */
final class RuleTables {

    /** Of a few hundred cells each. */
    private static final int RETURNS_A_PART = 4_000;

    private final String job;
    private final List<CompiledRule> rules;
    private final Indicators indicators;

    RuleTables(JobDefinition job, List<CompiledRule> rules, Indicators indicators) {
        this.job = job.id();
        this.rules = rules;
        this.indicators = indicators;
    }

    /**
     * Over every pending return of the job.
     *
     * @param again and over those on which verdicts are due anew
     * @param returns how many these are
     */
    List<String> current(boolean again, long returns) {
        List<String> statements = new ArrayList<>();
        statements.add(SqlText.read(
                RuleTables.class,
                "pending-returns",
                Map.of("job", literal(job), "again", again ? "SELECT source FROM rule_case" : "NULL")));
        statements.add(SqlText.read(RuleTables.class, "indicators", Map.of("values", indicators.values())));
        statements.add(SqlText.read(RuleTables.class, "pending-cells", Map.of()));
        statements.addAll(listed("rule_list", "rule_return", "rule_cell", returns));
        statements.addAll(wide(false));
        for (String register : registers()) {
            statements.add(SqlText.read(
                    RuleTables.class,
                    "pending-entries",
                    Map.of("table", name("rule_entry_" + register), "entries", name("entry_" + register))));
        }
        return statements;
    }

    /**
     * Over the return that counted for the period before, for every verdict that is due in one period.
     *
     * @param returns how many these are
     */
    List<String> previous(String period, long returns) {
        List<String> statements = new ArrayList<>();
        statements.add(SqlText.read(
                RuleTables.class, "previous-returns", Map.of("job", literal(job), "period", literal(period))));
        if (rules.stream().noneMatch(CompiledRule::across)) {
            return statements;
        }
        statements.add(SqlText.read(RuleTables.class, "previous-cells", Map.of()));
        statements.addAll(listed("rule_previous_list", "rule_previous_return", "rule_previous_cell", returns));
        statements.addAll(wide(true));
        return statements;
    }

    /** Part by part: the engine holds all cells of which it makes lists, in four times the room of the lists. */
    private List<String> listed(String table, String returns, String cells, long number) {
        long parts = 1 + number / RETURNS_A_PART;
        List<String> statements = new ArrayList<>();
        for (long part = 0; part < parts; part++) {
            String begin = part == 0 ? "CREATE OR REPLACE TEMP TABLE " + table + " AS" : "INSERT INTO " + table;
            statements.add(SqlText.read(
                    RuleTables.class,
                    "listed-cells",
                    Map.of(
                            "begin",
                            begin,
                            "returns",
                            returns,
                            "cells",
                            cells,
                            "size",
                            String.valueOf(indicators.size()),
                            "part",
                            String.valueOf(part),
                            "parts",
                            String.valueOf(parts))));
        }
        return statements;
    }

    private Set<String> registers() {
        return rules.stream().flatMap(rule -> rule.registers().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> wide(boolean previous) {
        Map<String, Wide> tables = new LinkedHashMap<>();
        for (CompiledRule rule : rules) {
            if (rule.rule().scope() != Scope.ENTRY && (!previous || rule.across())) {
                tables.computeIfAbsent(table(rule.rule(), previous), table -> new Wide(table, rule.rule(), previous))
                        .add(rule);
            }
        }
        return tables.values().stream().map(table -> table.sql(indicators)).toList();
    }

    /** The name of the wide table that a rule reads. */
    static String table(RuleDefinition rule, boolean previous) {
        String prefix = previous ? "rule_previous_" : "rule_";
        return switch (rule.scope()) {
            case COLUMN -> prefix + "grid_" + rule.form() + "_by_column";
            case ROW -> prefix + "grid_" + rule.form() + "_by_row";
            case RETURN -> prefix + "whole";
            case ENTRY -> throw new IllegalArgumentException(rule.id() + " reads entries");
        };
    }

    /** The dot keeps ids from meeting the table's own columns. */
    static String cellColumn(Operand operand) {
        return "cell." + operand.ownName();
    }

    /** {@code (subject, step)} for SQL. */
    static String steps(RuleDefinition rule, Indicators indicators) {
        return indicators.steps(rule).entrySet().stream()
                .map(step -> "(" + literal(step.getKey()) + ", " + step.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    static String cells(boolean across) {
        String current = "SELECT FALSE AS previous, * FROM rule_cell";
        return across ? current + " UNION ALL SELECT TRUE, * FROM rule_previous_cell" : current;
    }

    /** One wide table: a row a return and column, a return and row, or a return. */
    private record Wide(String table, RuleDefinition first, boolean previous, Map<String, Operand> columns) {

        Wide(String table, RuleDefinition first, boolean previous) {
            this(table, first, previous, new LinkedHashMap<>());
        }

        void add(CompiledRule rule) {
            rule.cells().forEach(operand -> columns.put(cellColumn(operand), operand));
        }

        String sql(Indicators indicators) {
            return SqlText.read(
                    RuleTables.class,
                    "wide-cells",
                    Map.of(
                            "table", name(table),
                            "list", previous ? "rule_previous_list" : "rule_list",
                            "columns", columns(indicators),
                            "steps", steps(first, indicators)));
        }

        private String columns(Indicators indicators) {
            StringBuilder sql = new StringBuilder();
            columns.forEach((column, operand) -> sql.append(", l.figures[")
                    .append(indicators.first(operand))
                    .append(" + s.step] AS ")
                    .append(name(column)));
            return sql.toString();
        }
    }
}
