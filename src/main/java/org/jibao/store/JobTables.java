package org.jibao.store;

import java.time.Instant;
import java.util.Collection;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jspecify.annotations.Nullable;

/** What a job folder puts into the store: its roster, periods, labels and reference tables, and the tables and views of its forms. */
final class JobTables {

    private final ConnectionSql sql;
    private final JobDefinition job;

    JobTables(ConnectionSql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    void write(Collection<Period> periods, WorkingDays workingDays, @Nullable Instant asOf) {
        sql.execute("DELETE FROM intake.job WHERE job = ?", job.id());
        sql.execute(
                "INSERT INTO intake.job (job, digest, zone) VALUES (?, ?, ?)",
                job.id(),
                job.digest(),
                job.zone().getId());
        new RosterRows(sql, job).write();
        new PeriodRows(sql, job).write(periods, workingDays, asOf);
        new LabelRows(sql, job).write();
        new ReferenceRows(sql, job).write();
        for (FormDefinition form : job.forms()) {
            if (form instanceof GridForm grid) {
                new GridViews(sql, grid).create();
            } else if (form instanceof RegisterForm register && register.purpose() == RegisterForm.Purpose.ENTRIES) {
                new EntryTable(sql, register).create();
            }
        }
    }
}
