package org.jibao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Every period from the first one received or worked on to the last, without a gap, as rows of {@code intake.period}. */
final class PeriodRows {

    private static final String RECEIVED = SqlText.read(Store.class, "define/received_periods");
    private static final String COUNTED = SqlText.read(Store.class, "define/counted_periods");

    private final ConnectionSql sql;
    private final JobDefinition job;

    PeriodRows(ConnectionSql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /**
     * @param asOf the time of which the periods are wanted, or null for every one that anything was received for
     */
    void write(Collection<Period> workedOn, WorkingDays workingDays, @Nullable Instant asOf) {
        TreeSet<Period> periods = new TreeSet<>(workedOn);
        periods.addAll(received(asOf));
        sql.execute("DELETE FROM intake.period WHERE job = ?", job.id());
        if (periods.isEmpty()) {
            return;
        }
        sql.append("intake", "period", rows -> {
            for (Period period = periods.first();
                    !period.start().isAfter(periods.last().start()); ) {
                row(rows, period, workingDays);
                period = period.next();
            }
        });
    }

    private List<Period> received(@Nullable Instant asOf) {
        Rows rows = asOf == null ? sql.query(RECEIVED, job.id()) : sql.query(COUNTED, job.id(), asOf);
        return rows.rows().stream()
                .map(row -> Period.parse(String.valueOf(row.get(0))))
                .flatMap(Optional::stream)
                .filter(period -> period.kind() == job.periodKind())
                .toList();
    }

    private void row(RowAppender rows, Period period, WorkingDays workingDays) throws SQLException {
        LocalDate due = job.due().dueDate(period, workingDays);
        rows.row(
                job.id(),
                period.code(),
                period.kind().word(),
                period.year(),
                period.index(),
                period.start(),
                period.end(),
                due,
                due.plusDays(job.openFor()),
                period.previous().code(),
                period.sameLastYear().code(),
                period.label().zh(),
                period.label().en());
    }
}
