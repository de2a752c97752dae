package org.jibao.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows and columns of one grid that are sums of other rows or columns, as the job's rules declare them. Whoever adds up
 * or draws all rows leaves the totals out, so that nothing counts twice.
 *
 * @param rows in the order of the rules; one total may be broken down in several ways
 * @param columns likewise
 */
public record Totals(List<Breakdown> rows, List<Breakdown> columns) {

    /**
     * A total and what adds up to it.
     *
     * @param total the row's or column's id
     * @param parts ids of rows or columns, two or more, in the order of the rule
     * @param only the columns (of a row) or rows (of a column) for which it holds; empty for all
     * @param rule the id of the rule that says so
     */
    public record Breakdown(String total, List<String> parts, List<String> only, String rule) {

        public Breakdown {
            parts = List.copyOf(parts);
            only = List.copyOf(only);
        }
    }

    public Totals {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** @param rules those of the job; rules of other forms, and rules that say something else, are passed over */
    public static Totals of(GridForm grid, Collection<RuleDefinition> rules) {
        List<Breakdown> rows = new ArrayList<>();
        List<Breakdown> columns = new ArrayList<>();
        for (RuleDefinition rule : rules) {
            if (rule.form().equals(grid.id()) && rule.operator().equals("=")) {
                switch (rule.scope()) {
                    case COLUMN -> breakdown(rule, grid.rows()).ifPresent(rows::add);
                    case ROW -> breakdown(rule, grid.columns()).ifPresent(columns::add);
                    default -> {}
                }
            }
        }
        return new Totals(rows, columns);
    }

    /** Ids of the rows that are totals. */
    public Set<String> rowIds() {
        return ids(rows);
    }

    /** Ids of the columns that are totals. */
    public Set<String> columnIds() {
        return ids(columns);
    }

    /** What the first rule that says so adds up to the row; empty where it is no total. */
    public List<String> partsOfRow(String id) {
        return parts(rows, id);
    }

    /** What the first rule that says so adds up to the column; empty where it is no total. */
    public List<String> partsOfColumn(String id) {
        return parts(columns, id);
    }

    /** What adds up to these rows or columns, and to what adds up to them. */
    public Set<String> within(Collection<String> of, boolean ofRows) {
        Set<String> within = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(of);
        while (!open.isEmpty()) {
            String total = open.remove();
            for (String part : ofRows ? partsOfRow(total) : partsOfColumn(total)) {
                if (within.add(part)) {
                    open.add(part);
                }
            }
        }
        return within;
    }

    private static Set<String> ids(List<Breakdown> breakdowns) {
        return breakdowns.stream().map(Breakdown::total).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> parts(List<Breakdown> breakdowns, String id) {
        return breakdowns.stream()
                .filter(breakdown -> breakdown.total().equals(id))
                .map(Breakdown::parts)
                .findFirst()
                .orElse(List.of());
    }

    /** The total may stand on either side. */
    private static Optional<Breakdown> breakdown(RuleDefinition rule, List<Label> labels) {
        return breakdown(rule, rule.left(), rule.right(), labels)
                .or(() -> breakdown(rule, rule.right(), rule.left(), labels));
    }

    private static Optional<Breakdown> breakdown(RuleDefinition rule, String one, String other, List<Label> labels) {
        Optional<String> total = Sum.of(one).flatMap(Sum::single);
        Optional<List<String>> parts = Sum.of(other).flatMap(Sum::parts);
        List<String> known = labels.stream().map(Label::id).toList();
        boolean sum = total.isPresent()
                && parts.isPresent()
                && known.contains(total.get())
                && known.containsAll(parts.get())
                && !parts.get().contains(total.get());
        return sum ? Optional.of(new Breakdown(total.get(), parts.get(), rule.only(), rule.id())) : Optional.empty();
    }
}
