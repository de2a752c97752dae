package org.jibao.store;

import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.reading.content.Entry;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jspecify.annotations.Nullable;

/** What stands in the returns themselves, table after table. */
final class ContentRows {

    private final ConnectionSql sql;
    private final JobDefinition job;
    private final LongConsumer progress;
    private long appended;

    /**
     * @param progress is told after every entry how many have been appended
     */
    ContentRows(ConnectionSql sql, JobDefinition job, LongConsumer progress) {
        this.progress = progress;
        this.sql = sql;
        this.job = job;
    }

    static List<String> entryTables(JobDefinition job) {
        return registers(job).stream().map(form -> EntryTable.name(form.id())).toList();
    }

    void append(List<Submission> submissions) {
        List<Submission> withContent = submissions.stream()
                .filter(submission -> submission.document() != null)
                .toList();
        covers(withContent);
        observations(withContent);
        explanations(withContent);
        registers(job).forEach(form -> entries(form, withContent));
    }

    private void covers(List<Submission> submissions) {
        sql.append("intake", "cover", rows -> {
            for (Submission submission : submissions) {
                // Sorted, as the map's own order differs from run to run.
                for (var field : new TreeMap<>(document(submission).cover()).entrySet()) {
                    int dot = field.getKey().indexOf('.');
                    String form = field.getKey().substring(0, Math.max(dot, 0));
                    rows.row(submission.id(), form, field.getKey().substring(dot + 1), field.getValue());
                }
            }
        });
    }

    private void observations(List<Submission> submissions) {
        sql.append("intake", "observation", rows -> {
            for (Submission submission : submissions) {
                for (Observation cell : document(submission).observations()) {
                    rows.row(
                            submission.id(),
                            cell.form(),
                            cell.row(),
                            cell.column(),
                            cell.status().word(),
                            cell.value(),
                            cell.raw(),
                            cell.sheet(),
                            cell.cell());
                }
            }
        });
    }

    private void explanations(List<Submission> submissions) {
        sql.append("intake", "explanation", rows -> {
            for (Submission submission : submissions) {
                for (var given : new TreeMap<>(document(submission).explanations()).entrySet()) {
                    rows.row(submission.id(), given.getKey(), given.getValue());
                }
            }
        });
    }

    private void entries(RegisterForm form, List<Submission> submissions) {
        List<String> columns = EntryTable.columns(sql, form.id());
        List<String> fields =
                EntryTable.stored(form).stream().map(field -> field.id()).toList();
        Columns values = new Columns(columns, fields);
        sql.append("intake", EntryTable.name(form.id()), rows -> {
            for (Submission submission : submissions) {
                document(submission).entries().<SQLException>each(form.id(), entry -> {
                    rows.row(values.of(submission.id(), entry));
                    progress.accept(++appended);
                });
            }
        });
    }

    /** One value a column of the table; a column that the form no longer has stays empty. */
    private static final class Columns {

        private static final int OWN = 3;

        private final @Nullable String[] fields;
        private final @Nullable Object[] values;

        Columns(List<String> columns, List<String> fields) {
            this.values = new Object[columns.size()];
            this.fields = new String[columns.size()];
            for (int i = OWN; i < columns.size(); i++) {
                this.fields[i] = fields.contains(columns.get(i)) ? columns.get(i) : null;
            }
        }

        /** The same array for every entry: there may be millions. */
        @Nullable
        Object[] of(long id, Entry entry) {
            values[0] = id;
            values[1] = entry.sheet();
            values[2] = entry.row();
            for (int i = OWN; i < values.length; i++) {
                values[i] = fields[i] == null ? null : entry.values().get(fields[i]);
            }
            return values;
        }
    }

    private static List<RegisterForm> registers(JobDefinition job) {
        return job.forms().stream()
                .filter(RegisterForm.class::isInstance)
                .map(RegisterForm.class::cast)
                .filter(form -> form.purpose() == RegisterForm.Purpose.ENTRIES)
                .toList();
    }

    private static ReturnDocument document(Submission submission) {
        return java.util.Objects.requireNonNull(submission.document());
    }
}
