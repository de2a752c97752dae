package org.jibao.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.PackagesDefinition;
import org.jibao.definition.Unit;
import org.jibao.run.Approvals;
import org.jibao.status.StatusReport.Files;
import org.jibao.status.StatusReport.PackageLine;
import org.jibao.status.StatusReport.RejectedFile;
import org.jibao.status.StatusReport.State;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.store.Row;
import org.jibao.store.Rows;
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
        OpenWork open = new OpenQuery(sql, job).of(period.code(), asOf, StatusReport.owing(units));
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
                chase.with(open),
                new HeldQuery(sql, job).of(period.code(), asOf),
                replacements.of(period.code(), asOf),
                replacements.inTimeByReplaced(period.code(), asOf),
                open,
                packages(period, asOf),
                new Approvals(sql, job).latest(period, asOf).orElse(null));
    }

    /** Of the offices that have a key by then; a snapshot of an earlier program knows of none. */
    private List<PackageLine> packages(Period period, Instant asOf) {
        PackagesDefinition packages = job.receipt().packages();
        LocalDate day = asOf.atZone(job.zone()).toLocalDate();
        List<Unit> offices = job.roster().units().stream()
                .filter(unit -> packages.keyOf(unit.code(), day).isPresent())
                .toList();
        Map<String, Row> taken = new HashMap<>();
        if (!offices.isEmpty()
                && sql.query(SqlText.read(StatusQuery.class, "knows_packages")).number() > 0) {
            sql.query(SqlText.read(StatusQuery.class, "packages"), job.id(), period.code(), asOf)
                    .forEach(row -> taken.put(row.text("office"), row));
        }
        return offices.stream().map(unit -> line(unit, taken.get(unit.code()))).toList();
    }

    private static PackageLine line(Unit office, @Nullable Row taken) {
        return taken == null
                ? new PackageLine(office.code(), office.name(), null, null)
                : new PackageLine(office.code(), office.name(), taken.time("as_of"), taken.textOrNull("approved_by"));
    }

    /** Those that owe a return for the period, in the order of the roster. */
    public List<UnitLine> units(Period period, Instant asOf) {
        String query = SqlText.read(StatusQuery.class, "status_units");
        Instant late = startOf(due(period).plusDays(1));
        return sql
                .query(query, job.id(), period.code(), period.end(), late, asOf, ended(period), ended(period.next()))
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
                        row.text("file"), row.time("received_at"), row.text("reason"), row.textOrNull("unit")))
                .toList();
    }

    private Files files(Period period, Instant asOf) {
        Row row = ofPeriod("status_files", period, asOf).one();
        return new Files(
                row.count("received"),
                row.count("counted"),
                row.count("superseded"),
                row.count("returned"),
                row.count("rejected"),
                row.count("rejected_without_unit"),
                row.count("after_close"),
                row.count("withdrawn"),
                row.count("duplicate"),
                row.count("held"));
    }

    private Rows ofPeriod(String query, Period period, Instant asOf) {
        return sql.query(
                SqlText.read(StatusQuery.class, query),
                job.id(),
                period.code(),
                ended(period),
                ended(period.next()),
                asOf);
    }

    /** The first moment after a period. */
    private Instant ended(Period period) {
        return startOf(period.end().plusDays(1));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(job.zone()).toInstant();
    }

    private static UnitLine unit(Row row) {
        return new UnitLine(
                row.text("code"),
                row.text("name"),
                row.text("kind"),
                row.choice("state", State.class),
                row.textOrNull("file"),
                row.timeOrNull("received_at"),
                row.countOrNull("counted_revision"),
                row.count("revisions"),
                row.count("errors"),
                row.count("warnings"));
    }
}
