package org.jibao.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.CellType;
import org.jibao.definition.Example.AsWritten;
import org.jibao.definition.Example.GivenCell;
import org.jibao.definition.Example.GivenEntry;
import org.jibao.definition.Example.GivenReturn;
import org.jibao.definition.Field;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jibao.finding.FindingCode;
import org.jibao.reading.content.WrittenCell;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;

/** The returns of an example as rows of the store, with the findings of what is written in their cells. */
final class GivenReturns {

    private static final String SUBMISSION =
            "INSERT INTO intake.submission (id, job, file, sha256, size, received_at, decided_at, unit, period, revision, verdict) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)";
    private static final String JUDGEMENT = "INSERT INTO intake.judgement VALUES (?, ?, ?, '')";
    private static final String OBSERVATION = "INSERT INTO intake.observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FINDING =
            "INSERT INTO intake.finding (submission, number, code, severity, sheet, cell, subject, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final JobDefinition job;
    private final Map<String, Long> revisions = new HashMap<>();

    GivenReturns(Sql sql, JobDefinition job) {
        this.sql = sql;
        this.job = job;
    }

    void insert(List<GivenReturn> returns) {
        long id = 0;
        for (GivenReturn given : returns) {
            insert(++id, given);
        }
    }

    private void insert(long id, GivenReturn given) {
        List<Refusal> refusals = new ArrayList<>();
        given.cells().forEach(cell -> insert(id, cell, refusals));
        given.entries().forEach(entry -> insert(id, entry, refusals));
        String verdict = given.verdict().isEmpty() ? refusals.isEmpty() ? "accepted" : "returned" : given.verdict();
        String name = given.unit() + "-" + given.period();
        long revision = revisions.merge(name, 1L, Long::sum);
        sql.execute(
                SUBMISSION,
                id,
                job.id(),
                name + ".xlsx",
                name + "-" + revision,
                given.receivedAt(),
                given.receivedAt(),
                given.unit(),
                given.period().code(),
                revision,
                verdict);
        sql.execute(JUDGEMENT, id, given.receivedAt(), verdict);
        int number = 0;
        for (Refusal refusal : refusals) {
            insert(id, ++number, refusal);
        }
    }

    private void insert(long id, GivenEntry entry, List<Refusal> refusals) {
        List<String> columns = new ArrayList<>(List.of("submission", "sheet", "row"));
        List<Object> values = new ArrayList<>(List.of(id, entry.sheet(), entry.row()));
        entry.values().forEach((field, given) -> {
            Object value = given instanceof AsWritten written ? read(entry, field, written, refusals) : given;
            if (value != null) {
                columns.add(field);
                values.add(value);
            }
        });
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        sql.execute(
                "INSERT INTO intake.\"entry_" + entry.form() + "\" (\"" + String.join("\", \"", columns)
                        + "\") VALUES (" + places + ")",
                values.toArray());
    }

    private @Nullable Object read(GivenEntry entry, String field, AsWritten written, List<Refusal> refusals) {
        WrittenCell read = WrittenCell.ofField(written.text(), type(entry.form(), field), job.zone());
        FindingCode problem = read.problem();
        if (problem != null) {
            String subject = entry.form() + "." + field;
            refusals.add(new Refusal(entry.sheet(), field + " " + entry.row(), subject, problem, written.text()));
        }
        return read.content();
    }

    private CellType type(String form, String field) {
        return form(form, RegisterForm.class).fields().stream()
                .filter(one -> one.id().equals(field))
                .map(Field::type)
                .findFirst()
                .orElseThrow();
    }

    private void insert(long id, GivenCell cell, List<Refusal> refusals) {
        String written = cell.written();
        if (written == null) {
            @Nullable BigDecimal value = cell.content().matches("[\\d.]+") ? new BigDecimal(cell.content()) : null;
            insert(id, cell, status(cell.content(), value), value, value == null ? "" : cell.content());
            return;
        }
        GridForm form = form(cell.form(), GridForm.class);
        CellType type = form.typeOf(label(form.rows(), cell.row()), label(form.columns(), cell.column()));
        WrittenCell read = WrittenCell.ofGrid(written, type, job.zone());
        FindingCode problem = read.problem();
        if (problem != null) {
            String place = cell.row() + "." + cell.column();
            refusals.add(new Refusal(cell.form(), place, cell.form() + "." + place, problem, written));
        }
        insert(id, cell, read.status(), read.content() instanceof BigDecimal number ? number : null, written);
    }

    private void insert(long id, GivenCell cell, String status, @Nullable BigDecimal value, String raw) {
        String place = cell.row() + "." + cell.column();
        sql.execute(OBSERVATION, id, cell.form(), cell.row(), cell.column(), status, value, raw, cell.form(), place);
    }

    private void insert(long id, int number, Refusal refusal) {
        sql.execute(
                FINDING,
                id,
                number,
                refusal.code().code(),
                refusal.code().severity().name().toLowerCase(java.util.Locale.ROOT),
                refusal.sheet(),
                refusal.cell(),
                refusal.subject(),
                refusal.text());
    }

    private <F extends FormDefinition> F form(String id, Class<F> type) {
        return type.cast(job.form(id).orElseThrow());
    }

    private static Label label(List<Label> labels, String id) {
        return labels.stream()
                .filter(label -> label.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String status(String content, @Nullable BigDecimal value) {
        if (value == null) {
            return content;
        }
        return value.signum() == 0 ? "zero" : "value";
    }

    /** What is written in a cell and is no value. */
    private record Refusal(String sheet, String cell, String subject, FindingCode code, String text) {}
}
