package org.jibao.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.RuleQueries;
import org.jibao.checking.RuleQuery;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.RuleDefinition;
import org.jibao.finding.Text;
import org.jibao.store.Store;
import org.jibao.store.StoreException;

/**
 * Runs every rule once where nothing is pending, those over other periods and other returns too: names are checked before,
 * but whether the types on both sides go together, only the engine can say.
 */
final class RuleTrial {

    /** How the engine begins when the types do not go together. */
    private static final Pattern REFUSAL = Pattern.compile("Binder Error: ([^\\n]*?)\\.?\\. Nothing of it");

    private final Store store;
    private final JobDefinition job;
    private final Period period;

    RuleTrial(Store store, JobDefinition job, Period period) {
        this.store = store;
        this.job = job;
        this.period = period;
    }

    /** Every rule that the engine refuses. A refusal ends the transaction, so that each begins the trial of the rest anew. */
    List<Problem> problems() {
        Map<String, Problem> refused = new LinkedHashMap<>();
        while (store.inTransactionThatIsUndone(() -> findsAnother(refused))) {
            // until none is left that is refused
        }
        return List.copyOf(refused.values());
    }

    private boolean findsAnother(Map<String, Problem> refused) {
        store.define(job, List.of(period), WorkingDays.china());
        RuleQueries rules = new RuleQueries(job);
        Stream.of(
                        rules.prepare(),
                        rules.cases(period, codes()),
                        rules.preparePrevious(period.code()),
                        rules.prepareBeyond(period))
                .flatMap(List::stream)
                .forEach(statement -> store.sql().execute(statement));
        return Stream.of(rules.within(), rules.across(), rules.beyond())
                .flatMap(List::stream)
                .filter(query -> !refused.containsKey(query.rule().id()))
                .anyMatch(query -> refuses(query, refused));
    }

    private List<String> codes() {
        return job.roster().codes();
    }

    private boolean refuses(RuleQuery query, Map<String, Problem> refused) {
        try {
            store.sql().query(query.sql());
            return false;
        } catch (StoreException e) {
            Matcher refusal = REFUSAL.matcher(e.text().en());
            if (!refusal.find()) {
                throw e;
            }
            refused.put(query.rule().id(), problem(query.rule(), refusal.group(1)));
            return true;
        }
    }

    private static Problem problem(RuleDefinition rule, String refusal) {
        return new Problem(
                rule.file(),
                rule.line(),
                new Text(
                        "规则 %s 无法计算，请检查两边的类型是否相配：%s".formatted(rule.id(), refusal),
                        "rule %s cannot be computed; check that the types go together: %s"
                                .formatted(rule.id(), refusal)));
    }
}
