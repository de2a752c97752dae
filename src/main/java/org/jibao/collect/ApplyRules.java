package org.jibao.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.checking.ProbableCells;
import org.jibao.checking.RuleQueries;
import org.jibao.checking.RuleQueries.RuleQuery;
import org.jibao.checking.SubmissionFinding;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.store.SubmissionVerdicts;
import org.jspecify.annotations.Nullable;

/**
 * Runs the job's rules over everything pending and gives all verdicts that are due, also those that have become due on
 * earlier returns: period after period, as rules look back at what counted for the one before, and within a period from
 * below upwards. All in the transaction of the step, so that nothing is ever half judged.
 */
public final class ApplyRules {

    private final Store store;
    private final RuleQueries rules;
    private final ProbableCells probable;
    private final SubmissionVerdicts verdicts;
    private final Progress progress;
    private final List<@Nullable List<String>> levels = new ArrayList<>();
    private boolean prepared;
    private long total;
    private long done;

    public ApplyRules(Store store, JobDefinition job, Instant asOf, Progress progress) {
        this.progress = progress;
        this.store = store;
        this.rules = new RuleQueries(job);
        this.probable = rules.probableCells();
        this.verdicts = store.verdicts(job, asOf);
        levels.addAll(rules.levels());
        if (levels.isEmpty()) {
            levels.add(null);
        }
    }

    /** After files were taken in. */
    public void run() {
        run(Set.copyOf(verdicts.pendingPeriods()));
    }

    /** After something was decided about a period. */
    public void runAfterDecision(Period period) {
        run(Set.of(period));
    }

    /** Whether verdicts are due because of what became of another job's returns. */
    boolean behindOtherJobs() {
        return rules.lookAtOtherJobs()
                && store.inTransaction(() -> verdicts.sentPeriods().stream()
                        .anyMatch(period -> levels.stream().anyMatch(level -> {
                            rules.cases(period, level).forEach(this::execute);
                            return verdicts.due();
                        })));
    }

    private void run(Set<Period> touched) {
        long looking =
                (long) levels.size() * (rules.across().size() + rules.beyond().size());
        // One more for the verdicts: rules may be run again for what is judged anew, and the stage ends once.
        total = rules.within().size() + touched.size() * looking + 1;
        progress.at(Stage.RULES, 0, total);
        prepared = !verdicts.pendingPeriods().isEmpty();
        if (prepared) {
            rules.prepare(verdicts.pending()).forEach(this::execute);
            verdicts.add(found(rules.within()));
        }
        rules.casesOfRejections().forEach(this::execute);
        verdicts.settleRejections();
        if (rules.look()) {
            look(touched);
        } else {
            rules.cases().forEach(this::execute);
            if (verdicts.due()) {
                prepareAgain();
                settle(new HashMap<>());
            }
        }
        progress.at(Stage.RULES, total, total);
    }

    /** A period is judged where something was sent or decided, or where the period before has changed. */
    private void look(Set<Period> touched) {
        Set<Period> changed = new HashSet<>(touched);
        for (Period period : verdicts.sentPeriods()) {
            if (changed.contains(period) || changed.contains(period.previous()) || rules.lookAtOtherJobs()) {
                if (judge(period)) {
                    changed.add(period);
                }
            }
        }
    }

    private boolean judge(Period period) {
        boolean changed = false;
        for (List<String> units : levels) {
            rules.cases(period, units).forEach(this::execute);
            changed |= judgeDue(period);
        }
        List<String> known = levels.stream()
                .filter(java.util.Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        if (!known.isEmpty()) {
            rules.casesWithout(period, known).forEach(this::execute);
            changed |= judgeDue(period);
        }
        return changed;
    }

    private boolean judgeDue(Period period) {
        if (!verdicts.due()) {
            return false;
        }
        prepareAgain();
        rules.preparePrevious(period.code(), verdicts.cases()).forEach(this::execute);
        rules.prepareBeyond(period).forEach(this::execute);
        List<RuleQuery> queries = new ArrayList<>(rules.across());
        queries.addAll(rules.beyond());
        settle(found(queries));
        return true;
    }

    private void prepareAgain() {
        if (!prepared || verdicts.dueAnew()) {
            rules.prepareAgain(verdicts.pending() + verdicts.cases()).forEach(this::execute);
            prepared = true;
        }
    }

    /** The probable cells follow from all that the rules found, and hold from the same moment. */
    private void settle(Map<Long, List<Finding>> findings) {
        probable.notes(findings, new Asked())
                .forEach((number, notes) -> findings.computeIfAbsent(number, none -> new ArrayList<>())
                        .addAll(notes));
        verdicts.settle(findings, rules.looking());
    }

    /** The store as the rules ask it. */
    private final class Asked implements ProbableCells.RuleStore {

        @Override
        public void execute(String statement) {
            store.sql().execute(statement);
        }

        @Override
        public List<List<@Nullable Object>> query(String sql) {
            return store.sql().query(sql).rows();
        }
    }

    private void execute(String statement) {
        store.sql().execute(statement);
    }

    private Map<Long, List<Finding>> found(List<RuleQuery> queries) {
        Map<Long, List<Finding>> findings = new HashMap<>();
        for (RuleQuery query : queries) {
            Rows rows = store.sql().query(query.sql());
            for (SubmissionFinding failure :
                    rules.outcome(query, rows.columns(), rows.rows()).failures()) {
                findings.computeIfAbsent(failure.submission(), submission -> new ArrayList<>())
                        .add(failure.finding());
            }
            progress.at(Stage.RULES, Math.min(++done, total - 1), total);
        }
        return findings;
    }
}
