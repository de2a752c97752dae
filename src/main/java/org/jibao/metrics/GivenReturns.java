package org.jibao.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Example.GivenCell;
import org.jibao.definition.Example.GivenEntry;
import org.jibao.definition.Example.GivenReturn;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;

/** The returns of an example as rows of the store. */
final class GivenReturns {

    private static final String SUBMISSION =
            "INSERT INTO intake.submission (id, job, file, sha256, size, received_at, decided_at, unit, period, revision, verdict) VALUES (?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)";
    private static final String JUDGEMENT = "INSERT INTO intake.judgement VALUES (?, ?, ?, '')";
    private static final String OBSERVATION = "INSERT INTO intake.observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final String job;
    private final Map<String, Long> revisions = new HashMap<>();

    GivenReturns(Sql sql, String job) {
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
        String name = given.unit() + "-" + given.period();
        long revision = revisions.merge(name, 1L, Long::sum);
        sql.execute(
                SUBMISSION,
                id,
                job,
                name + ".xlsx",
                name + "-" + revision,
                given.receivedAt(),
                given.receivedAt(),
                given.unit(),
                given.period().code(),
                revision,
                given.verdict());
        sql.execute(JUDGEMENT, id, given.receivedAt(), given.verdict());
        given.cells().forEach(cell -> insert(id, cell));
        given.entries().forEach(entry -> insert(id, entry));
    }

    private void insert(long id, GivenEntry entry) {
        List<String> columns = new ArrayList<>(List.of("submission", "sheet", "row"));
        List<Object> values = new ArrayList<>(List.of(id, entry.sheet(), entry.row()));
        entry.values().forEach((field, value) -> {
            columns.add(field);
            values.add(value);
        });
        String places = String.join(", ", Collections.nCopies(values.size(), "?"));
        sql.execute(
                "INSERT INTO intake.\"entry_" + entry.form() + "\" (\"" + String.join("\", \"", columns)
                        + "\") VALUES (" + places + ")",
                values.toArray());
    }

    private void insert(long id, GivenCell cell) {
        @Nullable BigDecimal value = cell.content().matches("[\\d.]+") ? new BigDecimal(cell.content()) : null;
        sql.execute(
                OBSERVATION,
                id,
                cell.form(),
                cell.row(),
                cell.column(),
                status(cell.content(), value),
                value,
                value == null ? "" : cell.content(),
                cell.form(),
                cell.row() + "." + cell.column());
    }

    private static String status(String content, @Nullable BigDecimal value) {
        if (value == null) {
            return content;
        }
        return value.signum() == 0 ? "zero" : "value";
    }
}
