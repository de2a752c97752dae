package org.jibao.status;

import java.math.BigDecimal;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;

/** What is open, as a summary writes it into a store. */
public final class OpenTables {

    private final Sql sql;
    private final String period;

    public OpenTables(Sql sql, String period) {
        this.sql = sql;
        this.period = period;
    }

    public OpenTables missing(int position, String unit, double effect, double covered) {
        return open(position, "missing", unit, null, effect, covered);
    }

    public OpenTables unlikely(int position, String unit, String fingerprint, double effect, double covered) {
        return open(position, "unlikely", unit, fingerprint, effect, covered);
    }

    private OpenTables open(
            int position, String kind, String unit, @Nullable String fingerprint, double effect, double covered) {
        sql.execute(
                "INSERT INTO outlook.open SELECT min(job), ?, ?, ?, ?, ?, ?, ?, 'items', '公开信息条数', 'Items disclosed', ?::DOUBLE,"
                        + " ?::DOUBLE FROM intake.job",
                period,
                position,
                kind,
                kind.equals("missing") ? "missing" : null,
                unit,
                unit,
                fingerprint,
                BigDecimal.valueOf(effect),
                BigDecimal.valueOf(covered));
        return this;
    }

    /** An unlikely figure of the unit's return that counts: 3240 in place of 324. */
    public OpenTables figure(String job, String unit, String fingerprint, String cell, @Nullable String slip) {
        sql.execute("""
                INSERT INTO outlook.unlikely
                SELECT job, period, unit, 'x', id, 'documents', 'issued', 'number', '本期制发公文', 'Documents issued', '表一 主动公开', ?, '3240',
                    3240, 321.5, 310, 338.25, 8, ?, CASE WHEN ? IS NOT NULL THEN 324 END, 1, 9, ?, '这个数不像是对的', 'This figure is unlikely', '请核实', 'Ask'
                FROM intake.submission
                WHERE job = ? AND period = ? AND unit = ?
                """, cell, slip, slip, fingerprint, job, period, unit);
        return this;
    }
}
