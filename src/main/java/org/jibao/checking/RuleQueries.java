package org.jibao.checking;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A job's rules as SQL over the store, to be run by those who have one, all on one connection:
 *
 * <ol>
 *   <li>the statements of {@link #prepare()}, once, when every return is stored with verdict {@code pending} and {@code
 *       intake.period} knows its period;
 *   <li>the queries of {@link #within()};
 *   <li>for each period with pending returns, the earliest first: the statements of {@link #preparePrevious}, the queries of
 *       {@link #across()}; then for each of {@link #levels()} the statements of {@link #prepareBeyond}, the queries of {@link
 *       #beyond()} and the verdicts on those units' returns, since the next level adds them up; then the verdicts on the rest of
 *       the period's returns, since the next period looks back on them.
 * </ol>
 */
public final class RuleQueries {

    private final List<CompiledRule> rules;
    private final Indicators indicators;
    private final RuleTables tables;
    private final RuleFindings findings;
    private final JobDefinition job;
    private final OtherNumbers others = new OtherNumbers();

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
    }

    /** Makes the temporary tables over all pending returns; those of an earlier run are replaced. */
    public List<String> prepare() {
        return tables.current();
    }

    /** The rules within a period, in the order of the job folder. */
    public List<RuleQuery> within() {
        return queries(rules.stream().filter(rule -> !rule.across() && !rule.beyond()));
    }

    /** Makes the temporary tables that compare the pending returns of a period with the period before; for {@link #across()}. */
    public List<String> preparePrevious(String period) {
        boolean needless = rules.stream().noneMatch(rule -> rule.across() || rule.beyond());
        return needless ? List.of() : tables.previous(period);
    }

    /** The units whose returns are judged together where rules look at other returns, the deepest first; empty where none does. */
    public List<List<String>> levels() {
        if (rules.stream().noneMatch(CompiledRule::beyond)) {
            return List.of();
        }
        return others.subordinates()
                ? job.roster().levels()
                : List.of(job.roster().codes());
    }

    /** Makes the temporary tables of what the pending returns of some units are compared with, in the period last prepared. */
    public List<String> prepareBeyond(Period period, List<String> units) {
        return beyond().isEmpty() ? List.of() : new OtherTables(job.id(), others).statements(period, units);
    }

    /** The rules that look at other returns, over the units last prepared. */
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

    /** Reads what the query gave. Missing cells and missing earlier returns are no findings; they are counted. */
    public RuleOutcome outcome(RuleQuery query, List<String> columns, List<List<@Nullable Object>> rows) {
        return findings.of(query.rule(), columns, rows);
    }
}
