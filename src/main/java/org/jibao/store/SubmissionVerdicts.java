package org.jibao.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Gives verdicts: an error returns the return, a warning is noted, a duplicate counts for nothing, and a newer acceptable
 * revision supersedes the older one. Which verdicts are due, the temporary tables {@code rule_expected}, {@code rule_changed}
 * and {@code rule_case} say, which {@link org.jibao.checking.RuleQueries#cases} makes; each holds from the moment of its case.
 */
public final class SubmissionVerdicts {

    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ConnectionSql sql;
    private final JobDefinition job;
    private final Instant decidedAt;

    SubmissionVerdicts(ConnectionSql sql, JobDefinition job, Instant decidedAt) {
        this.sql = sql;
        this.job = job;
        this.decidedAt = decidedAt;
    }

    /** The periods that have pending submissions, in time. */
    public List<Period> pendingPeriods() {
        return periods("intake/pending_periods");
    }

    /** How many submissions are pending. */
    public long pending() {
        return sql.query("SELECT count(*) FROM intake.submission WHERE job = ? AND verdict = 'pending'", job.id())
                .number();
    }

    /** How many verdicts are looked at, due or not. */
    public long cases() {
        return sql.query("SELECT count(*) FROM rule_case").number();
    }

    /** The periods for which anything was sent that could be read, in time. */
    public List<Period> sentPeriods() {
        return periods("intake/sent_periods");
    }

    private List<Period> periods(String query) {
        return sql.query(SqlText.read(Store.class, query), job.id()).stream()
                .map(row -> job.periods().parse(row.textOr("period", "")))
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** Adds what rules found in the content of pending submissions, by submission. It holds whatever becomes of others. */
    public void add(Map<Long, List<Finding>> findings) {
        List<FindingRows.Dated> dated = new ArrayList<>();
        findings.forEach((submission, some) ->
                some.forEach(finding -> dated.add(new FindingRows.Dated(submission, finding, null, null))));
        new FindingRows(sql, job).add(dated);
    }

    /** Whether other verdicts are due than those given. */
    public boolean due() {
        return sql.query("SELECT count(*) FROM rule_changed").number() > 0;
    }

    /** Whether verdicts are due on content that the temporary tables of the rules do not hold. */
    public boolean dueAnew() {
        return sql.query(
                                "SELECT count(*) FROM rule_case ANTI JOIN rule_return ON rule_return.submission = rule_case.source")
                        .number()
                > 0;
    }

    /**
     * Gives the verdicts that are due.
     *
     * @param findings what the rules that look at other returns found, by the number of the case
     * @param looking the ids of those rules
     */
    public void settle(Map<Long, List<Finding>> findings, List<String> looking) {
        end(looking);
        give(dated(findings));
        sql.execute(SqlText.read(Store.class, "intake/number"));
        sql.execute(SqlText.read(Store.class, "intake/supersede"));
    }

    /** Gives the verdicts that are due on files that could not be read. */
    public void settleRejections() {
        if (due()) {
            end(List.of());
            give(List.of());
        }
    }

    private void end(List<String> looking) {
        sql.execute(SqlText.read(Store.class, "intake/end_findings"), String.join(",", looking));
        sql.execute(SqlText.read(Store.class, "intake/date_findings"));
    }

    private void give(List<FindingRows.Dated> findings) {
        List<FindingRows.Dated> dated = new ArrayList<>(duplicates());
        dated.addAll(findings);
        new FindingRows(sql, job).add(dated);
        sql.execute("DELETE FROM intake.judgement WHERE submission IN (SELECT id FROM rule_changed)");
        sql.execute(SqlText.read(Store.class, "intake/judge"));
        sql.execute(SqlText.read(Store.class, "intake/decide"), decidedAt);
    }

    private List<FindingRows.Dated> duplicates() {
        ZoneId zone = job.zone();
        return sql.query(SqlText.read(Store.class, "intake/duplicates")).stream()
                .map(row -> new FindingRows.Dated(
                        row.count("id"),
                        Finding.of(
                                FindingCode.FILE_DUPLICATE,
                                Place.FILE,
                                "",
                                null,
                                row.text("file"),
                                TO_THE_MINUTE.format(row.time("received_at").atZone(zone))),
                        row.time("since"),
                        null))
                .toList();
    }

    private List<FindingRows.Dated> dated(Map<Long, List<Finding>> findings) {
        List<FindingRows.Dated> all = new ArrayList<>();
        List<FindingRows.Dated> own = new ArrayList<>();
        long last = 0;
        for (Row row : sql.query(SqlText.read(Store.class, "intake/cases"))) {
            long submission = row.count("source");
            if (submission != last) {
                all.addAll(own);
                own.clear();
                last = submission;
            }
            Instant since = row.time("moment");
            Instant until = row.timeOrNull("until");
            findings.getOrDefault(row.count("number"), List.of())
                    .forEach(finding -> goesOn(own, submission, finding, since, until));
        }
        all.addAll(own);
        return all;
    }

    /** What is found again at the next moment is one finding that goes on. */
    private static void goesOn(
            List<FindingRows.Dated> own, long submission, Finding finding, Instant since, @Nullable Instant until) {
        for (int i = 0; i < own.size(); i++) {
            FindingRows.Dated earlier = own.get(i);
            if (since.equals(earlier.until()) && earlier.finding().equals(finding)) {
                own.set(i, new FindingRows.Dated(submission, finding, earlier.since(), until));
                return;
            }
        }
        own.add(new FindingRows.Dated(submission, finding, since, until));
    }
}
