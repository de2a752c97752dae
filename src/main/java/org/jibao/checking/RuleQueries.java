package org.jibao.checking;

import static org.jibao.support.SqlText.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.checking.OtherTables.OtherNumbers;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RuleDefinition;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * A job's rules as SQL over the store, to be run by those who have one, all on one connection:
 *
 * <ol>
 *   <li>the statements of {@link #prepare}, once, when every return is stored with verdict {@code pending} and {@code
 *       intake.period} knows its period;
 *   <li>the queries of {@link #within()};
 *   <li>where rules {@link #look()} at other returns, for each period, the earliest first, and for each of
 *   {@link #levels()}:
 *       the statements of {@link #cases(Period, List)}, which say what verdicts are due; where content is judged anew,
 *       those of {@link #prepareAgain}; those of {@link #preparePrevious} and {@link #prepareBeyond}, and the queries
 *       of {@link #across()} and {@link #beyond()}, whose outcomes go by the number of the case; then the verdicts,
 *       since the next level adds these returns up and the next period looks back on them. Otherwise the statements of
 *       {@link #cases()}, and the verdicts.
 * </ol>
 */
public final class RuleQueries {

    private final List<CompiledRule> rules;
    private final Indicators indicators;
    private final RuleTables tables;
    private final RuleFindings findings;
    private final JobDefinition job;
    private final OtherNumbers others = new OtherNumbers();
    private final RuleCases cases;

    public RuleQueries(JobDefinition job) {
        RuleNames names = new RuleNames(job);
        this.job = job;
        this.rules = job.rules().stream()
                .map(rule -> new CompiledRule(rule, names, others))
                .toList();
        this.indicators =
                new Indicators(job, rules.stream().flatMap(CompiledRule::grids).collect(Collectors.toSet()));
        this.tables = new RuleTables(job, rules, indicators);
        this.findings = new RuleFindings(job);
        this.cases = new RuleCases(
                job.id(), new OtherTables(job.id(), others), rules.stream().anyMatch(CompiledRule::across));
    }

    /**
     * Makes the temporary tables over all pending returns; those of an earlier run are replaced.
     *
     * @param returns how many these are; of very many the tables are made part by part
     */
    public List<String> prepare(long returns) {
        return tables.current(false, returns);
    }

    /** The same over those too on which {@code rule_case} says that verdicts are due. */
    public List<String> prepareAgain(long returns) {
        return tables.current(true, returns);
    }

    /** Whether any rule looks at other returns, so that its verdict may change when these do. */
    public boolean look() {
        return rules.stream().anyMatch(rule -> rule.across() || rule.beyond());
    }

    /** Whether any rule looks at returns of another job. */
    public boolean lookAtOtherJobs() {
        return others.all().keySet().stream().anyMatch(other -> !other.ofSubordinates());
    }

    /** The ids of the rules that look at other returns. */
    public List<String> looking() {
        return rules.stream()
                .filter(rule -> rule.across() || rule.beyond())
                .map(rule -> rule.rule().id())
                .toList();
    }

    /**
     * Says which verdicts are due, over all periods, where no rule looks at other returns:
     * {@code rule_changed, rule_case}.
     */
    public List<String> cases() {
        return cases.ofAllPeriods();
    }

    /** The same for the returns of one period and some units, or of all where these are null. */
    public List<String> cases(Period period, @Nullable List<String> units) {
        return cases.of(period, units, List.of());
    }

    /** The same for the returns of one period by all but some units. */
    public List<String> casesWithout(Period period, List<String> units) {
        return cases.of(period, null, units);
    }

    /** The same for files that could not be read. */
    public List<String> casesOfRejections() {
        return cases.ofRejections();
    }

    /** The rules within a period, in the order of the job folder. */
    public List<RuleQuery> within() {
        return queries(rules.stream().filter(rule -> !rule.across() && !rule.beyond()));
    }

    /**
     * Makes the temporary tables that hold what verdicts are due on against the period before; for {@link #across()}.
     *
     * @param returns on how many
     */
    public List<String> preparePrevious(String period, long returns) {
        boolean needless = rules.stream().noneMatch(rule -> rule.across() || rule.beyond());
        return needless ? List.of() : tables.previous(period, returns);
    }

    /**
     * The units whose returns are judged together where rules look at other returns, the deepest first; empty where
     * none does.
     */
    public List<List<String>> levels() {
        if (rules.stream().noneMatch(CompiledRule::beyond)) {
            return List.of();
        }
        return others.subordinates()
                ? job.roster().levels()
                : List.of(job.roster().codes());
    }

    /**
     * Makes the temporary tables of what stood in other returns when a verdict was due, in the period last prepared.
     */
    public List<String> prepareBeyond(Period period) {
        return beyond().isEmpty() ? List.of() : new OtherTables(job.id(), others).statements(period);
    }

    /** The rules that look at other returns, over the verdicts last prepared. */
    public List<RuleQuery> beyond() {
        return queries(rules.stream().filter(CompiledRule::beyond));
    }

    /** The rules that look back on the period before, over the period last prepared. */
    public List<RuleQuery> across() {
        return queries(rules.stream().filter(rule -> rule.across() && !rule.beyond()));
    }

    private List<RuleQuery> queries(Stream<CompiledRule> some) {
        return some.map(rule -> new RuleQuery(rule.rule(), rule.sql(indicators)))
                .toList();
    }

    /** What says of the returns on which verdicts are due which cells are probably at fault. */
    public ProbableCells probableCells() {
        return new ProbableCells(job, rules, indicators);
    }

    /** Reads what the query gave. Missing cells and missing earlier returns are no findings; they are counted. */
    public RuleOutcome outcome(RuleQuery query, List<String> columns, List<List<@Nullable Object>> rows) {
        return findings.of(query.rule(), columns, rows);
    }

    /**
     * The temporary tables that say which verdicts are due: on every return when it was received, and anew whenever
     * another return that its rules look at is accepted, revised or withdrawn. They follow from what was sent, when it
     * was received, and from decisions alone, whatever run took it in.
     *
     * <ul>
     *   <li>{@code rule_expected}: every verdict that is due, or that a submission is a duplicate.
     *   <li>{@code rule_changed}: the submissions on which other verdicts stand, or none.
     *   <li>{@code rule_case}: the verdicts that rules are to give, numbered.
     * </ul>
     */
    static final class RuleCases {

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
            return units.isEmpty()
                    ? "NULL"
                    : units.stream().map(SqlText::literal).collect(Collectors.joining(", "));
        }
    }

    /**
     * One rule as one SELECT over all pending returns at once. Its rows are for {@link RuleQueries#outcome}.
     *
     * @param sql reads temporary tables, so it must run on the connection on which they were made
     */
    public record RuleQuery(RuleDefinition rule, String sql) {}

    /**
     * What one rule had to say about all pending returns.
     *
     * @param failures by submission, then in the order of the form; nothing is double
     * @param passed how often it held: once a column, row, return or entry
     * @param notAssessable how often it could not be said, as an operand or the period before was missing
     */
    public record RuleOutcome(List<SubmissionFinding> failures, long passed, long notAssessable) {

        public RuleOutcome {
            failures = List.copyOf(failures);
        }
    }
}
