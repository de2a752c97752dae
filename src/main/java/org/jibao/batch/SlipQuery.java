package org.jibao.batch;

import java.time.Instant;
import java.time.LocalDate;
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
import org.jspecify.annotations.Nullable;

/** Finds what slips may be owed for: what each unit has sent last, unless it was accepted without a warning. */
final class SlipQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final Map<String, Unit> byCode = new LinkedHashMap<>();
    private final Map<String, List<Unit>> byName;

    SlipQuery(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
        this.byName = job.roster().byName();
        job.roster().units().forEach(unit -> byCode.put(unit.code(), unit));
    }

    List<SlipSubmission> faulty(Period period, Instant asOf) {
        Instant ended = startOf(period.end().plusDays(1));
        Instant nextEnded = startOf(period.next().end().plusDays(1));
        Map<String, SlipSubmission> newest = new LinkedHashMap<>();
        sql.query(Resource.sql("slip_submissions"), job.id(), period.code(), ended, nextEnded, asOf).rows().stream()
                .map(this::submission)
                .forEach(submission -> newest.put(owner(submission), submission));
        return newest.values().stream()
                .filter(submission -> submission.verdict() != Verdict.ACCEPTED)
                .toList();
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
                code == null ? byFileName(file.substring(file.lastIndexOf('/') + 1)) : byCode.get(code),
                file,
                String.valueOf(row.get(3)),
                Verdict.valueOf(String.valueOf(row.get(4)).toUpperCase(Locale.ROOT)),
                (Instant) Objects.requireNonNull(row.get(5)));
    }

    /** A file that could not be read says only in its name who is to be told. */
    private @Nullable Unit byFileName(String fileName) {
        String name = job.fileName().read(fileName).unit();
        if (name == null) {
            return null;
        }
        List<Unit> units = byName.getOrDefault(name.strip(), List.of());
        return units.size() == 1 ? units.get(0) : byCode.get(name.strip());
    }
}
