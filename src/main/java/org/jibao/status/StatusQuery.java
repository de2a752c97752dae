package org.jibao.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.status.StatusReport.Files;
import org.jibao.status.StatusReport.RejectedFile;
import org.jibao.status.StatusReport.State;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Asks a store or its snapshot who has sent what for a period, as of a time. */
public final class StatusQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final WorkingDays workingDays;

    public StatusQuery(Sql sql, JobDefinition job, WorkingDays workingDays) {
        this.sql = sql;
        this.job = job;
        this.workingDays = workingDays;
    }

    public StatusReport report(Period period, Instant asOf) {
        return report(period, asOf, units(period, asOf));
    }

    /** The same, where the units have been asked for already. */
    public StatusReport report(Period period, Instant asOf, List<UnitLine> units) {
        LocalDate due = due(period);
        ChaseList chase = new ChaseQuery(sql, job, workingDays).list(period, due, asOf, units);
        ReplacementQuery replacements = new ReplacementQuery(sql, job);
        return new StatusReport(
                job.id(),
                job.title(),
                job.zone(),
                period,
                asOf,
                due,
                units,
                rejected(period, asOf),
                files(period, asOf),
                chase,
                new HeldQuery(sql, job).of(period.code(), asOf),
                replacements.of(period.code(), asOf),
                replacements.inTimeByReplaced(period.code(), asOf));
    }

    /** Those that owe a return for the period, in the order of the roster. */
    public List<UnitLine> units(Period period, Instant asOf) {
        String query = SqlText.read(StatusQuery.class, "status_units");
        Instant late = startOf(due(period).plusDays(1));
        return sql
                .query(query, job.id(), period.code(), period.end(), late, asOf, ended(period), ended(period.next()))
                .rows()
                .stream()
                .map(StatusQuery::unit)
                .toList();
    }

    private LocalDate due(Period period) {
        return job.due().dueDate(period, workingDays);
    }

    private List<RejectedFile> rejected(Period period, Instant asOf) {
        return ofPeriod("status_rejected", period, asOf).stream()
                .map(row -> new RejectedFile(
                        String.valueOf(row.get(0)), time(row.get(1)), String.valueOf(row.get(2)), (String) row.get(3)))
                .toList();
    }

    private Files files(Period period, Instant asOf) {
        List<@Nullable Object> row = ofPeriod("status_files", period, asOf).get(0);
        return new Files(
                number(row.get(0)),
                number(row.get(1)),
                number(row.get(2)),
                number(row.get(3)),
                number(row.get(4)),
                number(row.get(5)),
                number(row.get(6)),
                number(row.get(7)),
                number(row.get(8)),
                number(row.get(9)));
    }

    private List<List<@Nullable Object>> ofPeriod(String query, Period period, Instant asOf) {
        return sql.query(
                        SqlText.read(StatusQuery.class, query),
                        job.id(),
                        period.code(),
                        ended(period),
                        ended(period.next()),
                        asOf)
                .rows();
    }

    /** The first moment after a period. */
    private Instant ended(Period period) {
        return startOf(period.end().plusDays(1));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(job.zone()).toInstant();
    }

    private static UnitLine unit(List<@Nullable Object> row) {
        return new UnitLine(
                String.valueOf(row.get(0)),
                String.valueOf(row.get(1)),
                String.valueOf(row.get(2)),
                State.valueOf(String.valueOf(row.get(3)).toUpperCase(Locale.ROOT)),
                (String) row.get(4),
                (Instant) row.get(5),
                (Long) row.get(6),
                number(row.get(7)),
                number(row.get(8)),
                number(row.get(9)));
    }

    private static Instant time(@Nullable Object value) {
        return (Instant) java.util.Objects.requireNonNull(value);
    }

    private static long number(@Nullable Object value) {
        return value instanceof Long number ? number : 0;
    }
}
