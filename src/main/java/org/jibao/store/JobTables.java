package org.jibao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.PackagesDefinition.SenderKey;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * What a job folder puts into the store: its roster, periods, labels and reference tables, and the tables and views of
 * its forms.
 */
final class JobTables {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private final ConnectionSql sql;
    private final JobDefinition job;

    JobTables(ConnectionSql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    /** All but the periods: what the job folder alone decides. */
    void writeFolder() {
        sql.execute("DELETE FROM intake.job WHERE job = ?", job.id());
        sql.execute(
                "INSERT INTO intake.job (job, digest, zone) VALUES (?, ?, ?)",
                job.id(),
                job.digest(),
                job.zone().getId());
        new RosterRows(sql, job).write();
        offices();
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

    void writePeriods(Collection<Period> periods, WorkingDays workingDays, @Nullable Instant asOf) {
        new PeriodRows(sql, job).write(periods, workingDays, asOf);
    }

    /** Which offices below hand packages on, and in which days, from the lines of their keys. */
    private void offices() {
        sql.execute("DELETE FROM intake.office WHERE job = ?", job.id());
        List<SenderKey> lines = job.receipt().packages().keys();
        if (lines.isEmpty()) {
            return;
        }
        sql.append("intake", "office", rows -> {
            for (SenderKey line : lines) {
                if (line.key() != null) {
                    LocalDate since = line.begins();
                    LocalDate until = lines.stream()
                            .filter(other -> other.unit().equals(line.unit()))
                            .map(SenderKey::begins)
                            .filter(since::isBefore)
                            .min(Comparator.naturalOrder())
                            .orElse(null);
                    rows.row(job.id(), line.unit(), since.isBefore(FIRST_DAY) ? FIRST_DAY : since, until);
                }
            }
        });
    }

    /** Words for ids, as rows of {@code intake.label}. A field of a register or a cover is a column. */
    static final class LabelRows {

        private final ConnectionSql sql;
        private final JobDefinition job;

        LabelRows(ConnectionSql sql, JobDefinition job) {
            this.sql = sql;
            this.job = job;
        }

        void write() {
            sql.execute("DELETE FROM intake.label WHERE job = ?", job.id());
            sql.append("intake", "label", rows -> {
                kinds(rows);
                int position = 0;
                for (FormDefinition form : job.forms()) {
                    row(rows, form.id(), "form", "", form.id(), form.title(), ++position);
                    axes(rows, form);
                }
            });
        }

        private void kinds(RowAppender rows) throws SQLException {
            int position = 0;
            for (var kind : job.unitKinds().entrySet()) {
                row(rows, "", "kind", "", kind.getKey(), kind.getValue(), ++position);
            }
        }

        private void axes(RowAppender rows, FormDefinition form) throws SQLException {
            if (form instanceof GridForm grid) {
                labels(rows, form.id(), "row", "", grid.rows());
                labels(rows, form.id(), "column", "", grid.columns());
            } else if (form instanceof CoverForm cover) {
                labels(rows, form.id(), "column", "", cover.fields());
            } else if (form instanceof RegisterForm register) {
                labels(
                        rows,
                        form.id(),
                        "column",
                        "",
                        register.fields().stream().map(Field::label).toList());
                for (Field field : register.fields()) {
                    labels(rows, form.id(), "value", field.id(), field.values());
                }
            }
        }

        private void labels(RowAppender rows, String form, String axis, String parent, List<Label> labels)
                throws SQLException {
            int position = 0;
            for (Label label : labels) {
                row(rows, form, axis, parent, label.id(), label.text(), ++position);
            }
        }

        private void row(RowAppender rows, String form, String axis, String parent, String id, Text text, int position)
                throws SQLException {
            rows.row(job.id(), form, axis, parent, id, text.zh(), text.en(), position);
        }
    }

    /**
     * Every period from the first one received or worked on to the last, without a gap, as rows of
     * {@code intake.period}.
     */
    static final class PeriodRows {

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
            return rows.stream()
                    .map(row -> job.periods().parse(row.text("period")))
                    .flatMap(Optional::stream)
                    .filter(job.periods()::has)
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

    /** The roster as rows of {@code intake.unit} and {@code intake.predecessor}. */
    static final class RosterRows {

        private final ConnectionSql sql;
        private final JobDefinition job;

        RosterRows(ConnectionSql sql, JobDefinition job) {
            this.sql = sql;
            this.job = job;
        }

        void write() {
            sql.execute("DELETE FROM intake.unit WHERE job = ?", job.id());
            sql.execute("DELETE FROM intake.predecessor WHERE job = ?", job.id());
            sql.append("intake", "unit", rows -> {
                int position = 0;
                for (Unit unit : job.roster().units()) {
                    rows.row(
                            job.id(),
                            unit.code(),
                            unit.name(),
                            unit.kind(),
                            unit.parent(),
                            unit.activeFrom(),
                            unit.activeTo(),
                            job.owes(unit),
                            ++position);
                }
            });
            sql.append("intake", "predecessor", rows -> {
                for (Unit unit : job.roster().units()) {
                    for (String predecessor : unit.predecessors()) {
                        rows.row(job.id(), unit.code(), predecessor);
                    }
                }
            });
        }
    }
}
