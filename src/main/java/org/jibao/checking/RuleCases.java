package org.jibao.checking;

import static org.jibao.support.SqlText.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * The temporary tables that say which verdicts are due: on every return when it was received, and anew whenever another
 * return that its rules look at is accepted, revised or withdrawn. They follow from what was sent, when it was received, and
 * from decisions alone, whatever run took it in.
 *
 * <ul>
 *   <li>{@code rule_expected}: every verdict that is due, or that a submission is a duplicate.
 *   <li>{@code rule_changed}: the submissions on which other verdicts stand, or none.
 *   <li>{@code rule_case}: the verdicts that rules are to give, numbered.
 * </ul>
 */
final class RuleCases {

    private final String job;
    private final OtherTables others;
    private final boolean previous;

    RuleCases(String job, OtherTables others, boolean previous) {
        this.job = job;
        this.others = others;
        this.previous = previous;
    }

    /** Of all periods at once: for rules that look at no other returns. */
    List<String> ofAllPeriods() {
        return statements("TRUE", List.of());
    }

    /**
     * Of one period. What its rules look at must have been settled before.
     *
     * @param units whose returns are judged together, or null for all
     * @param without units whose returns are left out
     */
    List<String> of(Period period, @Nullable List<String> units, List<String> without) {
        List<String> looks = new ArrayList<>();
        if (previous) {
            looks.add(text(
                    "look-previous",
                    Map.of("previous", literal(period.previous().code()))));
        }
        looks.addAll(others.looks(period));
        String some = units == null ? "" : " AND unit IN (" + listed(units) + ")";
        String but = without.isEmpty() ? "" : " AND unit NOT IN (" + listed(without) + ")";
        return statements("period = " + literal(period.code()) + some + but, looks);
    }

    /** Of files that could not be read. */
    List<String> ofRejections() {
        return List.of(text("case-rejections", Map.of()), text("case-rejections-changed", Map.of()));
    }

    private List<String> statements(String only, List<String> looks) {
        List<String> statements = new ArrayList<>();
        statements.add(text("case-sent", Map.of("only", only)));
        statements.add(text("case-looks", Map.of()));
        statements.addAll(looks);
        for (String name : List.of("case-counted", "case-versions", "case-expected", "case-changed", "cases")) {
            statements.add(text(name, Map.of()));
        }
        return statements;
    }

    private String text(String name, Map<String, String> fragments) {
        Map<String, String> all = new java.util.HashMap<>(fragments);
        all.put("job", literal(job));
        return SqlText.read(RuleCases.class, name, all);
    }

    private static String listed(List<String> units) {
        return units.isEmpty() ? "NULL" : units.stream().map(SqlText::literal).collect(Collectors.joining(", "));
    }
}
