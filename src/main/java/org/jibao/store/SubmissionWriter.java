package org.jibao.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jibao.checking.CheckedReturn;
import org.jibao.checking.Verdict;
import org.jibao.definition.JobDefinition;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Appends checked returns in the current transaction, numbered in the order in which they are given. A return that can
 * be judged is left pending; rejected files are settled here. Writing the same files twice changes nothing.
 */
public final class SubmissionWriter {

    private static final List<String> PARTS = List.of("cover", "observation", "finding", "explanation");

    private final ConnectionSql sql;
    private final JobDefinition job;
    private final Instant decidedAt;

    SubmissionWriter(ConnectionSql sql, JobDefinition job, Instant decidedAt) {
        this.sql = sql;
        this.job = job;
        this.decidedAt = decidedAt;
    }

    /**
     * Every file of the job that the store has, with the time until which its coming again under the same name is nothing new;
     * {@link Instant#MAX} where it never is. It is sent anew after a withdrawal, after other bytes under its name, and after
     * what its rules look at has changed.
     */
    public Map<KnownFile, Instant> known() {
        Map<KnownFile, Instant> known = new HashMap<>();
        known(null).forEach(known::put);
        return known;
    }

    private Map<KnownFile, Instant> known(@Nullable String hashes) {
        Map<KnownFile, Instant> known = new HashMap<>();
        sql.query(SqlText.read(Store.class, "intake/known"), job.id(), hashes)
                .rows()
                .forEach(row -> known.merge(
                        new KnownFile(String.valueOf(row.get(0)), String.valueOf(row.get(1))),
                        row.get(2) instanceof Instant time ? time : Instant.MAX,
                        (one, other) -> one.isAfter(other) ? one : other));
        return known;
    }

    public void write(List<? extends CheckedReturn> returns) {
        write(returns, stored -> {});
    }

    /**
     * @param progress is told after every entry of a register how many have been appended
     */
    public void write(List<? extends CheckedReturn> returns, LongConsumer progress) {
        long last = sql.query("SELECT coalesce(max(id), 0)::BIGINT FROM intake.submission")
                .number();
        clearAfter(last);
        List<Submission> submissions = numbered(returns, last);
        sql.append("intake", "submission", rows -> {
            for (Submission submission : submissions) {
                row(rows, submission);
            }
        });
        new ContentRows(sql, job, progress).append(submissions);
        new FindingRows(sql, job).append(submissions);
        sql.execute(SqlText.read(Store.class, "intake/add_rejections"), last);
    }

    private List<Submission> numbered(List<? extends CheckedReturn> returns, long last) {
        Map<KnownFile, Instant> known = known(returns.stream()
                .map(checked -> checked.reading().file().sha256())
                .collect(Collectors.joining(",")));
        List<Submission> submissions = new ArrayList<>();
        for (CheckedReturn checked : returns) {
            InboxFile file = checked.reading().file();
            KnownFile key = new KnownFile(file.name(), file.sha256());
            Instant until = known.get(key);
            if (until == null || file.receivedAt().isAfter(until)) {
                submissions.add(Submission.of(last + submissions.size() + 1, checked));
                known.put(key, Instant.MAX);
            }
        }
        return submissions;
    }

    /** Nothing can stand under a number that was never given, unless an earlier writer failed half-way. */
    private void clearAfter(long last) {
        sql.execute("DELETE FROM intake.judgement WHERE submission > ?", last);
        for (String part : PARTS) {
            sql.execute("DELETE FROM intake." + part + " WHERE submission > ?", last);
        }
        for (String table : ContentRows.entryTables(job)) {
            sql.execute("DELETE FROM intake." + SqlText.name(table) + " WHERE submission > ?", last);
        }
    }

    private void row(RowAppender rows, Submission submission) throws java.sql.SQLException {
        InboxFile file = submission.file();
        rows.row(
                submission.id(),
                job.id(),
                PersonalNumbers.masked(file.name()),
                file.sha256(),
                file.size(),
                file.receivedAt(),
                submission.verdict() == Verdict.PENDING ? null : decidedAt,
                submission.unit(),
                submission.period(),
                submission.identity() == null ? null : submission.identity().formVersion(),
                null,
                submission.verdict().word(),
                submission.reason(),
                null,
                null,
                null,
                submission.afterClose(),
                submission.document() != null,
                file.sender(),
                submission.evidence().kind().word(),
                submission.evidence().against() == null
                        ? null
                        : submission.evidence().against().word(),
                submission.evidence().againstUnit());
    }
}
