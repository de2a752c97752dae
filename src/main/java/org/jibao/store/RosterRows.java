package org.jibao.store;

import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;

/** The roster as rows of {@code intake.unit} and {@code intake.predecessor}. */
final class RosterRows {

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
