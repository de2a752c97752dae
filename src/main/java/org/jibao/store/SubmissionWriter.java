package org.jibao.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jibao.checking.CheckedReturn;
import org.jibao.checking.Verdict;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Appends checked returns in the current transaction, numbered in the order in which they are given. A return that can
 * be judged is left pending; rejected files are settled here. Writing the same files twice changes nothing.
 */
public final class SubmissionWriter {

    private static final List<String> PARTS =
            List.of("submission", "judgement", "cover", "observation", "finding", "explanation");

    private final ConnectionSql sql;
    private final JobDefinition job;
    private final Instant decidedAt;

    SubmissionWriter(ConnectionSql sql, JobDefinition job, Instant decidedAt) {
        this.sql = sql;
        this.job = job;
        this.decidedAt = decidedAt;
    }

    /**
     * Every file of the job that the store has, with the time until which its coming again under the same name is
     * nothing new; {@link Instant#MAX} where it never is. It is sent anew after a withdrawal, after other bytes under
     * its name, and after what its rules look at has changed.
     */
    public Map<KnownFile, Instant> known() {
        Map<KnownFile, Instant> known = new HashMap<>();
        known(null).forEach(known::put);
        return known;
    }

    private Map<KnownFile, Instant> known(@Nullable String hashes) {
        Map<KnownFile, Instant> known = new HashMap<>();
        sql.query(SqlText.read(Store.class, "intake/known"), job.id(), hashes)
                .forEach(row -> known.merge(
                        new KnownFile(row.text("file"), row.text("sha256")),
                        Optional.ofNullable(row.timeOrNull("until")).orElse(Instant.MAX),
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
        writeAfter(last(), returns, progress);
    }

    /** The highest number that a submission has; 0 where there is none. */
    public long last() {
        return sql.query("SELECT coalesce(max(id), 0)::BIGINT FROM intake.submission")
                .number();
    }

    /**
     * The same for a store that takes a part of the files.
     *
     * @param last the number after which these are numbered
     */
    public void writeAfter(long last, List<? extends CheckedReturn> returns, LongConsumer progress) {
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
        String hashes = returns.stream()
                .map(checked -> checked.reading().file().sha256())
                .collect(Collectors.joining(","));
        // That all are new, as they nearly always are, the engine says in a quarter of the time.
        Map<KnownFile, Instant> known = hasAny(hashes) ? known(hashes) : new HashMap<>();
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

    private boolean hasAny(String hashes) {
        String any =
                "SELECT count(*) FROM intake.submission WHERE job = ? AND sha256 IN (SELECT unnest(string_split(?, ',')))";
        return sql.query(any, job.id(), hashes).number() > 0;
    }

    /** Nothing can stand under a number that was never given, unless an earlier writer failed half-way. */
    private void clearAfter(long last) {
        String left = tables(job).stream()
                .filter(table -> !table.equals("submission"))
                .map(table -> "SELECT " + SqlText.literal(table) + " AS left_in WHERE EXISTS (FROM intake."
                        + SqlText.name(table) + " WHERE submission > " + last + ")")
                .collect(Collectors.joining(" UNION ALL "));
        for (Row table : sql.query(left)) {
            sql.execute("DELETE FROM intake." + SqlText.name(table.text("left_in")) + " WHERE submission > ?", last);
        }
    }

    /** The tables in which rows of a new submission stand. */
    static List<String> tables(JobDefinition job) {
        List<String> tables = new ArrayList<>(PARTS);
        tables.addAll(ContentRows.entryTables(job));
        return tables;
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

    /** What stands in the returns themselves, table after table. */
    static final class ContentRows {

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
            return registers(job).stream()
                    .map(form -> EntryTable.name(form.id()))
                    .toList();
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

    /**
     * A file that the store has a submission of; the same bytes under the same name are not taken again. The store has
     * names without numbers of persons.
     */
    public record KnownFile(String name, String sha256) {

        public KnownFile {
            name = Characters.storable(PersonalNumbers.masked(name));
        }

        // Written out: those that a record makes for itself it makes at their first use, which takes a process that has
        // just
        // started longer than all the comparisons of a night.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof KnownFile file && name.equals(file.name) && sha256.equals(file.sha256);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + sha256.hashCode();
        }
    }
}
