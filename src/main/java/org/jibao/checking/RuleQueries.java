package org.jibao.checking;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 *       {@link #across()}, and then the verdicts on that period's returns, since the next period looks back on them.
 * </ol>
 */
public final class RuleQueries {

    private final List<CompiledRule> rules;
    private final Indicators indicators;
    private final RuleTables tables;
    private final RuleFindings findings;

    public RuleQueries(JobDefinition job) {
        RuleNames names = new RuleNames(job);
        this.rules =
                job.rules().stream().map(rule -> new CompiledRule(rule, names)).toList();
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
        return queries(rules.stream().filter(rule -> !rule.across()));
    }

    /** Makes the temporary tables that compare the pending returns of a period with the period before; for {@link #across()}. */
    public List<String> preparePrevious(String period) {
        return across().isEmpty() ? List.of() : tables.previous(period);
    }

    /** The rules that look back on the period before, over the period last prepared. */
    public List<RuleQuery> across() {
        return queries(rules.stream().filter(CompiledRule::across));
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
