package org.jibao.checking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.checking.localisation.CellFigure;
import org.jibao.checking.localisation.LinearConstraint;
import org.jibao.checking.localisation.Localisation;
import org.jibao.checking.localisation.Localiser;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RuleDefinition.Scope;
import org.jibao.finding.Finding;
import org.jibao.finding.Severity;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Says of returns in which rules fail which cells are probably at fault. It takes what the rules saw at the moment of
 * the verdict and nothing else, so that a return gets the same note in whatever run it was taken in. Entries of
 * registers, the period before and other returns count as right; rules over entries, and rules that are no linear sums,
 * are not looked at. A warning need not hold: what it warns of may be so; it tells which of several sets is likelier.
 */
public final class ProbableCells {

    /** Returns in memory at a time. */
    private static final int AT_A_TIME = 100;

    private final List<CompiledRule> rules;
    private final Indicators indicators;
    private final ProbableCellFindings findings;
    private final boolean across;
    private @Nullable List<LinearRule> linear;

    ProbableCells(JobDefinition job, List<CompiledRule> rules, Indicators indicators) {
        this.rules = rules.stream()
                .filter(rule ->
                        rule.rule().scope() != Scope.ENTRY && rule.rule().severity() != Severity.NOTE)
                .toList();
        this.indicators = indicators;
        this.findings = new ProbableCellFindings(job, indicators);
        this.across = rules.stream().anyMatch(CompiledRule::across);
    }

    /** Runs statements and queries on the connection on which the rules run. */
    public interface RuleStore {

        void execute(String statement);

        List<List<@Nullable Object>> query(String sql);
    }

    /**
     * The notes of the verdicts that {@code rule_case} says are due, by the number of the case.
     *
     * @param found what the rules that look at other returns found, likewise; what others found stands in the store
     */
    public Map<Long, List<Finding>> notes(Map<Long, List<Finding>> found, RuleStore store) {
        List<String> codes = codes();
        Map<Long, List<Finding>> notes = new LinkedHashMap<>();
        if (codes.isEmpty()) {
            return notes;
        }
        store.execute(failing(found, codes));
        long cases = number(store.query("SELECT count(*) FROM rule_failing"));
        if (cases == 0) {
            return notes;
        }
        List<Map<String, List<@Nullable BigDecimal>>> constants = constants(store);
        for (int first = 1; first <= cases; first += AT_A_TIME) {
            Map<Long, List<Localisation>> located = new LinkedHashMap<>();
            Map<Long, List<LinearRule>> broken = new HashMap<>();
            for (List<@Nullable Object> row : store.query(figuresSql(first))) {
                CaseFigures figures = CaseFigures.of(row);
                List<LinearRule> owners = new ArrayList<>();
                located.put(figures.number(), localisations(figures, constants, owners, store));
                broken.put(figures.number(), owners);
            }
            notes.putAll(findings.of(located, broken, store));
        }
        return notes;
    }

    Indicators indicators() {
        return indicators;
    }

    private static long number(List<List<@Nullable Object>> rows) {
        return ((Number) Objects.requireNonNull(rows.get(0).get(0))).longValue();
    }

    /** Of the rules that must hold. */
    private List<String> codes() {
        return rules.stream()
                .filter(rule -> rule.rule().severity() == Severity.ERROR)
                .map(rule -> rule.rule().id())
                .toList();
    }

    private static String failing(Map<Long, List<Finding>> found, Collection<String> codes) {
        String numbers = found.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(finding -> codes.contains(finding.code())))
                .map(one -> String.valueOf(one.getKey()))
                .collect(Collectors.joining(", "));
        return SqlText.read(
                ProbableCells.class,
                "probable-failing",
                Map.of(
                        "numbers",
                        numbers.isEmpty() ? "NULL" : numbers,
                        "codes",
                        codes.stream().map(SqlText::literal).collect(Collectors.joining(", "))));
    }

    String figuresSql(int first) {
        return SqlText.read(
                ProbableCells.class,
                "probable-figures",
                Map.of(
                        "first",
                        String.valueOf(first),
                        "last",
                        String.valueOf(first + AT_A_TIME - 1),
                        "previous_there",
                        across ? "v.previous IS NOT NULL" : "FALSE",
                        "previous",
                        across ? "p.figures" : "NULL",
                        "previous_tables",
                        across
                                ? "LEFT JOIN rule_previous_return v ON v.submission = f.number"
                                        + " LEFT JOIN rule_previous_list p ON p.submission = f.number"
                                : ""));
    }

    private List<LinearRule> linear(RuleStore store) {
        if (linear == null) {
            List<String> statements =
                    rules.stream().flatMap(rule -> rule.statements().stream()).toList();
            String sql = SqlText.read(
                    ProbableCells.class,
                    "probable-trees",
                    Map.of(
                            "statements",
                            statements.stream().map(SqlText::literal).collect(Collectors.joining(",\n"))));
            List<List<@Nullable Object>> trees = store.query(sql);
            linear = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                Optional<ExpressionTree> left = tree(trees.get(2 * i));
                Optional<ExpressionTree> right = tree(trees.get(2 * i + 1));
                if (left.isPresent() && right.isPresent()) {
                    linear.add(new LinearRule(rules.get(i), indicators, left.get(), right.get()));
                }
            }
        }
        return linear;
    }

    private static Optional<ExpressionTree> tree(List<@Nullable Object> row) {
        return ExpressionTree.of(Objects.toString(row.get(0), ""));
    }

    /** Of each rule, by case and what it goes through. */
    List<Map<String, List<@Nullable BigDecimal>>> constants(RuleStore store) {
        List<Map<String, List<@Nullable BigDecimal>>> all = new ArrayList<>();
        for (LinearRule rule : linear(store)) {
            Map<String, List<@Nullable BigDecimal>> values = new HashMap<>();
            if (rule.takesConstants()) {
                for (List<@Nullable Object> row : store.query(rule.constantsSql())) {
                    values.put(row.get(0) + " " + row.get(1), decimals(row.subList(2, row.size())));
                }
            }
            all.add(values);
        }
        return all;
    }

    private static List<@Nullable BigDecimal> decimals(List<@Nullable Object> values) {
        List<@Nullable BigDecimal> decimals = new ArrayList<>();
        values.forEach(value -> decimals.add(value == null ? null : new BigDecimal(value.toString())));
        return decimals;
    }

    /** @param owners takes for each constraint the rule that it comes from */
    List<Localisation> localisations(
            CaseFigures figures,
            List<Map<String, List<@Nullable BigDecimal>>> constants,
            List<LinearRule> owners,
            RuleStore store) {
        List<LinearConstraint> constraints = new ArrayList<>();
        Set<Integer> totals = new HashSet<>();
        List<LinearRule> some = linear(store);
        for (int i = 0; i < some.size(); i++) {
            LinearRule rule = some.get(i);
            Map<String, List<@Nullable BigDecimal>> values = constants.get(i);
            rule.steps().forEach((subject, step) -> {
                List<@Nullable BigDecimal> own =
                        rule.takesConstants() ? values.get(figures.number() + " " + subject) : List.of();
                if (own != null && rule.holdsFor(subject)) {
                    totals.add(rule.total(step));
                    rule.constraint(figures, step, own).ifPresent(constraint -> {
                        constraints.add(constraint);
                        owners.add(rule);
                    });
                }
            });
        }
        return new Localiser(cells(figures, totals), constraints).localisations();
    }

    private List<CellFigure> cells(CaseFigures figures, Collection<Integer> totals) {
        List<CellFigure> cells = new ArrayList<>();
        for (Indicators.NumberedCell cell : indicators.all()) {
            cells.add(cell(figures, cell, cells.size() + 1, totals.contains(cells.size() + 1)));
        }
        return cells;
    }

    private static CellFigure cell(CaseFigures figures, Indicators.NumberedCell cell, int number, boolean total) {
        BigDecimal figure = figures.figure(number);
        String status = figures.unusual().get(number);
        boolean inFile = figure != null || status != null;
        boolean may = inFile && cell.takesFigures() && !"suppressed".equals(status);
        return new CellFigure(
                figure != null,
                figure == null ? 0 : scaled(figure),
                cell.takesWholeNumbers(),
                may,
                total,
                nearby(figures, cell, number));
    }

    private static List<Long> nearby(CaseFigures figures, Indicators.NumberedCell cell, int number) {
        int width = cell.form().columns().size();
        List<@Nullable BigDecimal> nearby = new ArrayList<>();
        nearby.add(figures.before(number));
        nearby.add(cell.column() > 0 ? figures.figure(number - 1) : null);
        nearby.add(cell.column() < width - 1 ? figures.figure(number + 1) : null);
        nearby.add(cell.row() > 0 ? figures.figure(number - width) : null);
        nearby.add(cell.row() < cell.form().rows().size() - 1 ? figures.figure(number + width) : null);
        return nearby.stream()
                .filter(Objects::nonNull)
                .map(ProbableCells::scaled)
                .toList();
    }

    private static long scaled(BigDecimal figure) {
        return figure.multiply(BigDecimal.valueOf(CellFigure.ONE)).longValue();
    }
}
