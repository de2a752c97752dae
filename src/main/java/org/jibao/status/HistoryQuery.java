package org.jibao.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.definition.Field;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.RegisterForm;
import org.jibao.definition.Unit;
import org.jibao.finding.Place;
import org.jibao.finding.Text;
import org.jibao.status.HistoryReport.CellChange;
import org.jibao.status.HistoryReport.Changes;
import org.jibao.status.HistoryReport.DecisionLine;
import org.jibao.status.HistoryReport.EntryChange;
import org.jibao.status.HistoryReport.EntryChange.Kind;
import org.jibao.status.HistoryReport.FieldChange;
import org.jibao.status.HistoryReport.OfPeriod;
import org.jibao.status.HistoryReport.SubmissionLine;
import org.jibao.store.Sql;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/** Asks a snapshot for everything that a unit has sent, as of a time. */
public final class HistoryQuery {

    private final Sql sql;
    private final JobDefinition job;
    private final Instant asOf;

    public HistoryQuery(Sql sql, JobDefinition job, Instant asOf) {
        this.sql = sql;
        this.job = job;
        this.asOf = asOf;
    }

    /** @param period the only one wanted, or empty for all */
    public HistoryReport report(Unit unit, Optional<Period> period) {
        @Nullable String code = period.map(Period::code).orElse(null);
        Map<Period, Gathered> periods = new TreeMap<>();
        for (List<@Nullable Object> row : rows("history_submissions", unit.code())) {
            Period of = periodOf(row);
            if (period.isEmpty() || period.get().equals(of)) {
                gathered(periods, of).add(row);
            }
        }
        for (List<@Nullable Object> row : rows("history_decisions", unit.code(), code)) {
            gathered(periods, parsed(row)).decisions.add(decision(row));
        }
        List<OfPeriod> lines = new ArrayList<>();
        periods.forEach(
                (one, all) -> lines.add(new OfPeriod(one, all.submissions, all.decisions, changes(all.withContent))));
        return new HistoryReport(job.id(), job.title(), job.zone(), unit, asOf, lines);
    }

    private List<List<@Nullable Object>> rows(String query, @Nullable Object... which) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(job.id(), asOf));
        parameters.addAll(Arrays.asList(which));
        return sql.query(SqlText.read(HistoryQuery.class, query), parameters.toArray())
                .rows();
    }

    /** A rejected file that names no period belongs to the last one that had ended when it came. */
    private Period periodOf(List<@Nullable Object> row) {
        if (row.get(0) != null) {
            return parsed(row);
        }
        Instant received = (Instant) Objects.requireNonNull(row.get(3));
        return Period.containing(job.periodKind(), received.atZone(job.zone()).toLocalDate())
                .previous();
    }

    private static Period parsed(List<@Nullable Object> row) {
        return Period.parse(text(row.get(0))).orElseThrow();
    }

    /** What there is of one period. */
    private static final class Gathered {

        private final List<SubmissionLine> submissions = new ArrayList<>();
        private final List<DecisionLine> decisions = new ArrayList<>();
        private final Map<Long, Long> withContent = new TreeMap<>();

        void add(List<@Nullable Object> row) {
            SubmissionLine line = submission(row);
            submissions.add(line);
            if (Boolean.TRUE.equals(row.get(8)) && line.revision() != null) {
                withContent.put(line.revision(), line.number());
            }
        }
    }

    private static Gathered gathered(Map<Period, Gathered> periods, Period period) {
        return periods.computeIfAbsent(period, one -> new Gathered());
    }

    private static SubmissionLine submission(List<@Nullable Object> row) {
        return new SubmissionLine(
                (Long) Objects.requireNonNull(row.get(1)),
                text(row.get(2)),
                (Instant) Objects.requireNonNull(row.get(3)),
                text(row.get(4)),
                (Long) row.get(5),
                text(row.get(6)),
                (Long) row.get(7));
    }

    private static DecisionLine decision(List<@Nullable Object> row) {
        return new DecisionLine(
                text(row.get(1)),
                (Long) row.get(2),
                (String) row.get(3),
                new Place((String) row.get(4), (String) row.get(5)),
                text(row.get(6)),
                text(row.get(7)),
                (String) row.get(9),
                (String) row.get(10),
                (Instant) Objects.requireNonNull(row.get(8)));
    }

    /** @param byRevision the submissions that have content, by revision */
    private List<Changes> changes(Map<Long, Long> byRevision) {
        List<Changes> changes = new ArrayList<>();
        @Nullable Long older = null;
        for (Long newer : byRevision.values()) {
            if (older != null) {
                RegisterChanges registers = new RegisterChanges(sql, job, older, newer);
                changes.add(new Changes(older, newer, cells(older, newer), registers.entries(), registers.more()));
            }
            older = newer;
        }
        return changes;
    }

    private List<CellChange> cells(long older, long newer) {
        return sql.query(SqlText.read(HistoryQuery.class, "history_cells"), job.id(), older, newer).rows().stream()
                .map(row -> new CellChange(
                        new Text(text(row.get(0)), text(row.get(1))),
                        new Text(text(row.get(2)), text(row.get(3))),
                        new Text(text(row.get(4)), text(row.get(5))),
                        new Place((String) row.get(6), (String) row.get(7)),
                        text(row.get(8)),
                        text(row.get(9))))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    /** What changed in the registers from one submission to another. */
    static final class RegisterChanges {

        /** Of each register so many changed entries are told; who has more of them compares the files. */
        private static final long MOST = 200;

        /** Of what an entry's row gives, the fields come after so many columns. */
        private static final int OWN = 5;

        private final Sql sql;
        private final long older;
        private final long newer;
        private final List<EntryChange> entries = new ArrayList<>();
        private long more;

        RegisterChanges(Sql sql, JobDefinition job, long older, long newer) {
            this.sql = sql;
            this.older = older;
            this.newer = newer;
            job.forms().stream()
                    .filter(RegisterForm.class::isInstance)
                    .map(RegisterForm.class::cast)
                    .filter(form -> form.purpose() == RegisterForm.Purpose.ENTRIES)
                    .forEach(this::compare);
        }

        List<EntryChange> entries() {
            return entries;
        }

        /** How many changed entries are not among them. */
        long more() {
            return more;
        }

        private void compare(RegisterForm form) {
            List<Field> fields = stored(form);
            if (fields.isEmpty()) {
                return;
            }
            List<List<@Nullable Object>> rows =
                    sql.query(statement(form, fields), older, newer, MOST).rows();
            rows.forEach(row -> entries.add(entry(form, fields, row)));
            if (!rows.isEmpty()) {
                more += (Long) Objects.requireNonNull(rows.get(0).get(4)) - rows.size();
            }
        }

        /** Those that the store has a column for: sensitive ones have none, nor has what is new to the form since. */
        private List<Field> stored(RegisterForm form) {
            List<String> columns =
                    sql
                            .query(SqlText.read(RegisterChanges.class, "history_columns"), "entry_" + form.id())
                            .rows()
                            .stream()
                            .map(row -> String.valueOf(row.get(0)))
                            .toList();
            return form.fields().stream()
                    .filter(field -> !field.sensitive() && columns.contains(field.id()))
                    .toList();
        }

        private static String statement(RegisterForm form, List<Field> fields) {
            String key = fields.stream()
                    .filter(Field::unique)
                    .findFirst()
                    .map(field -> quoted(field.id()))
                    .orElse("\"row\"");
            return SqlText.read(RegisterChanges.class, "history_entries")
                    .replace("${table}", "intake." + quoted("entry_" + form.id()))
                    .replace("${key}", key)
                    .replace("${fields}", joined(fields, field -> "o." + field + "::VARCHAR, n." + field + "::VARCHAR"))
                    .replace("${before}", joined(fields, field -> "o." + field))
                    .replace("${after}", joined(fields, field -> "n." + field));
        }

        private static String joined(List<Field> fields, Function<String, String> expression) {
            return fields.stream()
                    .map(field -> expression.apply(quoted(field.id())))
                    .collect(Collectors.joining(", "));
        }

        /** Ids of forms and fields are lower-case letters, digits and underscores. */
        private static String quoted(String id) {
            return '"' + id + '"';
        }

        private static EntryChange entry(RegisterForm form, List<Field> fields, List<@Nullable Object> row) {
            Kind kind = row.get(0) == null ? Kind.ADDED : row.get(1) == null ? Kind.REMOVED : Kind.CHANGED;
            List<FieldChange> changed = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                Text before = shown(fields.get(i), row.get(OWN + 2 * i));
                Text after = shown(fields.get(i), row.get(OWN + 2 * i + 1));
                if (!before.equals(after)) {
                    changed.add(new FieldChange(fields.get(i).label().text(), before, after));
                }
            }
            Object number = row.get(1) == null ? row.get(0) : row.get(1);
            return new EntryChange(
                    form.title(),
                    kind,
                    String.valueOf(row.get(3)),
                    new Place((String) row.get(2), number + ":" + number),
                    changed);
        }

        /** A listed value by its label; a number without the zeros that the store adds. */
        private static Text shown(Field field, @Nullable Object stored) {
            if (stored == null) {
                return Text.same("");
            }
            String value = stored.toString();
            return switch (field.type().kind()) {
                case COUNT, AMOUNT, PERCENT -> Text.same(withoutZeros(value));
                case DATE -> Text.same(value);
                case TEXT -> new Text(labels(field, value, Text::zh, "、"), labels(field, value, Text::en, ", "));
            };
        }

        private static String labels(Field field, String value, Function<Text, String> word, String comma) {
            if (field.values().isEmpty()) {
                return value;
            }
            Stream<String> ids = field.many() ? Stream.of(value.split(",", -1)) : Stream.of(value);
            return ids.map(id -> field.values().stream()
                            .filter(label -> label.id().equals(id))
                            .map(label -> word.apply(label.text()))
                            .findFirst()
                            .orElse(id))
                    .collect(Collectors.joining(comma));
        }

        /** Without the zeros that a decimal of the store has at its end. */
        private static String withoutZeros(String number) {
            int end = number.length();
            while (number.indexOf('.') >= 0 && number.charAt(end - 1) == '0') {
                end--;
            }
            return number.substring(0, end > 0 && number.charAt(end - 1) == '.' ? end - 1 : end);
        }
    }
}
