package org.jibao.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Deadline;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.definition.Unit.Contact;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.status.ChaseList.FirstError;
import org.jibao.status.ChaseList.History;
import org.jibao.status.ChaseList.Line;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.store.Row;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Asks a store or its snapshot who still owes a return, as of a time. Whom to call comes from the job folder: contacts
 * are not in the store.
 */
final class ChaseQuery {

    /** Nothing at all before something unusable; then the least reliable; then, as the sort is stable, by the roster. */
    private static final Comparator<Line> URGENCY = Comparator.comparing(Line::state)
            .thenComparing(line -> line.history().failures(), Comparator.reverseOrder());

    private final Sql sql;
    private final JobDefinition job;
    private final WorkingDays workingDays;

    ChaseQuery(Sql sql, JobDefinition job, WorkingDays workingDays) {
        this.sql = sql;
        this.job = job;
        this.workingDays = workingDays;
    }

    ChaseList list(Period period, LocalDate due, Instant asOf, List<UnitLine> units) {
        LocalDate today = asOf.atZone(job.zone()).toLocalDate();
        Map<String, History> histories = histories(period, today, asOf);
        Map<String, HeldFile> held = new HashMap<>();
        new HeldQuery(sql, job).of(period.code(), asOf).forEach(file -> held.put(file.unit(), file));
        List<Line> lines = sql
                .query(
                        SqlText.read(ChaseQuery.class, "chase_units"),
                        job.id(),
                        period.code(),
                        period.end(),
                        asOf,
                        ended(period),
                        ended(period.next()))
                .stream()
                .map(row -> line(row, histories, held))
                .sorted(URGENCY)
                .toList();
        return new ChaseList(
                Deadline.of(due, due.plusDays(job.openFor()), today, workingDays),
                units.size(),
                count(units, StatusReport.State.ON_TIME) + count(units, StatusReport.State.LATE),
                count(units, StatusReport.State.LATE),
                lines);
    }

    private Instant ended(Period period) {
        return period.end().plusDays(1).atStartOfDay(job.zone()).toInstant();
    }

    private static long count(List<UnitLine> units, StatusReport.State state) {
        return units.stream().filter(unit -> unit.state() == state).count();
    }

    private Map<String, History> histories(Period period, LocalDate today, Instant asOf) {
        Map<String, History> histories = new HashMap<>();
        sql.query(
                        SqlText.read(ChaseQuery.class, "chase_history"),
                        job.id(),
                        period.start(),
                        today,
                        asOf,
                        job.zone().getId())
                .forEach(row -> histories.put(
                        row.text("unit"), new History(row.count("periods"), row.count("late"), row.count("missing"))));
        return histories;
    }

    private Line line(Row row, Map<String, History> histories, Map<String, HeldFile> held) {
        String code = row.text("code");
        Unit unit = job.roster().byCode(code).orElse(null);
        return new Line(
                code,
                unit == null ? code : unit.name(),
                unit == null ? Contact.NONE : unit.contact(),
                row.choice("state", ChaseList.State.class),
                row.textOrNull("file"),
                row.timeOrNull("received_at"),
                row.count("errors"),
                first(row, held.get(code)),
                histories.getOrDefault(code, History.NONE),
                null);
    }

    /** What is held has no error to mend: somebody must decide. */
    private static @Nullable FirstError first(Row row, @Nullable HeldFile held) {
        if (held != null && row.text("state").equals("held")) {
            return new FirstError(Place.FILE, held.why(), held.cure());
        }
        return row.textOrNull("message_zh") == null ? null : firstError(row);
    }

    private static FirstError firstError(Row row) {
        return new FirstError(
                new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                new Text(row.text("message_zh"), row.text("message_en")),
                new Text(row.textOr("cure_zh", ""), row.textOr("cure_en", "")));
    }
}
