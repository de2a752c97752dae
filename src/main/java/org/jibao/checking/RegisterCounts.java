package org.jibao.checking;

import static org.jibao.support.SqlText.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.definition.RuleDefinition.RegisterCount;
import org.jibao.support.SqlText;

/** The named counts of a rule as joins {@code n0, n1, …} to the table that it goes through. */
final class RegisterCounts {

    private final Map<String, RegisterCount> counts;
    private final List<String> order;
    private final RuleNames names;

    RegisterCounts(Map<String, RegisterCount> counts, RuleNames names) {
        this.counts = counts;
        this.order = new ArrayList<>(counts.keySet());
        this.names = names;
    }

    /** A register that may be left out, and was, counts nothing rather than zero. */
    String source(String count) {
        int index = order.indexOf(count);
        // No entries add up to 0; entries none of which has a figure add up to nothing.
        String entries = sums(count)
                ? "CASE WHEN n" + index + ".submission IS NULL THEN 0 ELSE n" + index + ".entries END"
                : "coalesce(n" + index + ".entries, 0)";
        return mayBeLeftOut(count)
                ? "CASE WHEN f" + index + ".submission IS NOT NULL THEN " + entries + " END"
                : entries;
    }

    /** @param returns the table of the returns whose entries count */
    String joins(String returns) {
        StringBuilder joins = new StringBuilder();
        for (String count : order) {
            joins.append(join(count, returns));
        }
        return joins.toString();
    }

    private String join(String name, String returns) {
        RegisterCount count = count(name);
        String where = new Expression(count.where(), names.ofEntries(count.register()))
                .rewritten(operand -> (operand.kind() == Operand.Kind.PERIOD ? "r." : "c.") + name(operand.name()));
        Map<String, String> fragments = Map.of(
                "returns",
                returns,
                "entries",
                table(count),
                "by",
                by(count),
                "figure",
                count.sum() == null ? "NULL" : "c." + name(count.sum()),
                "value",
                count.sum() == null ? "count(*)" : "sum(figure)",
                "where",
                where,
                "index",
                String.valueOf(order.indexOf(name)));
        String join = SqlText.read(RegisterCounts.class, "rule-count", fragments);
        return mayBeLeftOut(name) ? join + SqlText.read(RegisterCounts.class, "rule-count-filed", fragments) : join;
    }

    private boolean sums(String name) {
        return count(name).sum() != null;
    }

    /** A field of several values is counted once under each; a whole return is the subject {@code ''}. */
    private String by(RegisterCount count) {
        if (count.by() == null) {
            return "''";
        }
        boolean many = names.register(count.register()).fields().stream()
                .anyMatch(field -> field.id().equals(count.by()) && field.many());
        String field = "c." + name(count.by());
        return many ? "unnest(string_split(" + field + ", ','))" : field;
    }

    private boolean mayBeLeftOut(String name) {
        return names.register(count(name).register()).optional();
    }

    private RegisterCount count(String name) {
        return Objects.requireNonNull(counts.get(name));
    }

    private static String table(RegisterCount count) {
        return name("rule_entry_" + count.register());
    }
}
