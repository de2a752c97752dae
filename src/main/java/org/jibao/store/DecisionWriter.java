package org.jibao.store;

import java.time.Instant;
import org.jibao.definition.JobDefinition;
import org.jibao.guard.PersonalNumbers;

/** Appends what officers decide, in the current transaction. Nothing written here is ever changed. */
public final class DecisionWriter {

    private final Sql sql;
    private final JobDefinition job;
    private final Instant decidedAt;

    DecisionWriter(Sql sql, JobDefinition job, Instant decidedAt) {
        this.sql = sql;
        this.job = job;
        this.decidedAt = decidedAt;
    }

    public void add(Decision decision) {
        sql.execute(
                Script.read("intake/add_decision"),
                job.id(),
                decision.kind().word(),
                decision.unit(),
                decision.period(),
                decision.submission(),
                decision.fingerprint(),
                decision.code(),
                decision.sheet(),
                decision.cell(),
                Characters.storable(PersonalNumbers.masked(decision.reason())),
                Characters.storable(PersonalNumbers.masked(decision.decidedBy())),
                decidedAt);
    }
}
