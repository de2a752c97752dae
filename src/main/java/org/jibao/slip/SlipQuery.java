package org.jibao.slip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.Period;
import org.jibao.checking.Verdict;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Finds what slips may be owed for: what each unit has sent last, unless it was accepted without a warning. Where that was
 * rejected, the return that was accepted before it, too: it counts still.
 */
public final class SlipQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final Map<String, Unit> byCode = new LinkedHashMap<>();

    public SlipQuery(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
        job.roster().units().forEach(unit -> byCode.put(unit.code(), unit));
    }

    public List<SlipSubmission> faulty(Period period, Instant asOf) {
        Instant ended = startOf(period.end().plusDays(1));
        Instant nextEnded = startOf(period.next().end().plusDays(1));
        Map<String, Newest> newest = new LinkedHashMap<>();
        sql
                .query(
                        SqlText.read(SlipQuery.class, "slip_submissions"),
                        job.id(),
                        period.code(),
                        ended,
                        nextEnded,
                        asOf)
                .rows()
                .stream()
                .map(this::submission)
                .forEach(submission -> newest.computeIfAbsent(owner(submission), owner -> new Newest())
                        .add(submission));
        return newest.values().stream()
                .flatMap(one -> one.submissions.stream())
                .filter(submission -> submission.verdict() != Verdict.ACCEPTED)
                .toList();
    }

    /** Of one unit. */
    private static final class Newest {

        private final List<SlipSubmission> submissions = new ArrayList<>();

        void add(SlipSubmission submission) {
            submissions.removeIf(older ->
                    submission.verdict() != Verdict.REJECTED || !older.verdict().accepted());
            submissions.add(submission);
        }
    }

    private static String owner(SlipSubmission submission) {
        Unit unit = submission.unit();
        return unit == null ? "file " + submission.sha256() : "unit " + unit.code();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(job.zone()).toInstant();
    }

    private SlipSubmission submission(List<@Nullable Object> row) {
        String code = (String) row.get(1);
        String file = String.valueOf(row.get(2));
        return new SlipSubmission(
                (Long) Objects.requireNonNull(row.get(0)),
                code == null ? null : byCode.get(code),
                file,
                String.valueOf(row.get(3)),
                Verdict.valueOf(String.valueOf(row.get(4)).toUpperCase(Locale.ROOT)),
                (Instant) Objects.requireNonNull(row.get(5)));
    }
}
