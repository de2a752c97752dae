package org.jibao.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.jibao.store.Row;
import org.jibao.store.Rows;
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
        for (Row row : rows("history_submissions", unit.code())) {
            Period of = periodOf(row);
            if (period.isEmpty() || period.get().equals(of)) {
                gathered(periods, of).add(row);
            }
        }
        for (Row row : rows("history_decisions", unit.code(), code)) {
            gathered(periods, parsed(row)).decisions.add(decision(row));
        }
        List<OfPeriod> lines = new ArrayList<>();
        periods.forEach(
                (one, all) -> lines.add(new OfPeriod(one, all.submissions, all.decisions, changes(all.withContent))));
        return new HistoryReport(job.id(), job.title(), job.zone(), unit, asOf, lines);
    }

    private Rows rows(String query, @Nullable Object... which) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(job.id(), asOf));
        parameters.addAll(Arrays.asList(which));
        return sql.query(SqlText.read(HistoryQuery.class, query), parameters.toArray());
    }

    /** A rejected file that names no period belongs to the last one that had ended when it came. */
    private Period periodOf(Row row) {
        if (row.textOrNull("period") != null) {
            return parsed(row);
        }
        Instant received = row.time("received_at");
        return job.periods()
                .containing(received.atZone(job.zone()).toLocalDate())
                .previous();
    }

    private Period parsed(Row row) {
        return job.periods().parse(row.text("period")).orElseThrow();
    }

    /** What there is of one period. */
    private static final class Gathered {

        private final List<SubmissionLine> submissions = new ArrayList<>();
        private final List<DecisionLine> decisions = new ArrayList<>();
        private final Map<Long, Long> withContent = new TreeMap<>();

        void add(Row row) {
            SubmissionLine line = submission(row);
            submissions.add(line);
            if (row.flag("content") && line.revision() != null) {
                withContent.put(line.revision(), line.number());
            }
        }
    }

    private static Gathered gathered(Map<Period, Gathered> periods, Period period) {
        return periods.computeIfAbsent(period, one -> new Gathered());
    }

    private static SubmissionLine submission(Row row) {
        return new SubmissionLine(
                row.count("id"),
                row.text("file"),
                row.time("received_at"),
                row.text("verdict"),
                row.countOrNull("revision"),
                row.text("standing"),
                row.countOrNull("other"));
    }

    private static DecisionLine decision(Row row) {
        return new DecisionLine(
                row.text("kind"),
                row.countOrNull("submission"),
                row.textOrNull("code"),
                new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                row.textOr("reason", ""),
                row.textOr("decided_by", ""),
                row.textOrNull("account"),
                row.textOrNull("machine"),
                row.time("decided_at"));
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
        return sql.query(SqlText.read(HistoryQuery.class, "history_cells"), job.id(), older, newer).stream()
                .map(row -> new CellChange(
                        new Text(row.text("form_zh"), row.text("form_en")),
                        new Text(row.text("row_zh"), row.text("row_en")),
                        new Text(row.text("column_zh"), row.text("column_en")),
                        new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                        row.text("before"),
                        row.text("after")))
                .toList();
    }

    /** What changed in the registers from one submission to another. */
    static final class RegisterChanges {

        /** Of each register so many changed entries are told; who has more of them compares the files. */
        private static final long MOST = 200;

        private static final String BEFORE = "before_";
        private static final String AFTER = "after_";

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
            long differing = 0;
            long told = 0;
            for (Row row : sql.query(statement(form, fields), older, newer, MOST)) {
                entries.add(entry(form, fields, row));
                differing = row.count("differing");
                told++;
            }
            more += differing - told;
        }

        /** Those that the store has a column for: sensitive ones have none, nor has what is new to the form since. */
        private List<Field> stored(RegisterForm form) {
            List<String> columns =
                    sql.query(SqlText.read(RegisterChanges.class, "history_columns"), "entry_" + form.id()).stream()
                            .map(row -> row.text("column_name"))
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
                    .replace("${fields}", joined(fields, RegisterChanges::bothSides))
                    .replace("${before}", joined(fields, field -> "o." + quoted(field)))
                    .replace("${after}", joined(fields, field -> "n." + quoted(field)));
        }

        private static String joined(List<Field> fields, Function<String, String> expression) {
            return fields.stream().map(field -> expression.apply(field.id())).collect(Collectors.joining(", "));
        }

        private static String bothSides(String field) {
            return "o.%s::VARCHAR AS %s, n.%s::VARCHAR AS %s"
                    .formatted(quoted(field), quoted(BEFORE + field), quoted(field), quoted(AFTER + field));
        }

        /** Ids of forms and fields are lower-case letters, digits and underscores. */
        private static String quoted(String id) {
            return '"' + id + '"';
        }

        private static EntryChange entry(RegisterForm form, List<Field> fields, Row row) {
            Long was = row.countOrNull("older_row");
            Long is = row.countOrNull("newer_row");
            Kind kind = was == null ? Kind.ADDED : is == null ? Kind.REMOVED : Kind.CHANGED;
            List<FieldChange> changed = new ArrayList<>();
            for (Field field : fields) {
                Text before = shown(field, row.textOrNull(BEFORE + field.id()));
                Text after = shown(field, row.textOrNull(AFTER + field.id()));
                if (!before.equals(after)) {
                    changed.add(new FieldChange(field.label().text(), before, after));
                }
            }
            Long number = is == null ? was : is;
            return new EntryChange(
                    form.title(),
                    kind,
                    row.textOr("entry_key", ""),
                    new Place(row.textOrNull("sheet"), number + ":" + number),
                    changed);
        }

        /** A listed value by its label; a number without the zeros that the store adds. */
        private static Text shown(Field field, @Nullable String value) {
            if (value == null) {
                return Text.same("");
            }
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
