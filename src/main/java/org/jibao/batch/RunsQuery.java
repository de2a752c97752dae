package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.batch.ledger.MissedRuns;
import org.jibao.batch.ledger.RunLedger;
import org.jibao.batch.ledger.RunRecord;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Outgoing;
import org.jibao.delivery.OutgoingItem;

/** Reads what stands beside the store: the ledger, and what waits to go out. */
final class RunsQuery {

    private final Path store;
    private final RunLedger ledger;
    private final JobDefinition job;

    RunsQuery(Path store, RunLedger ledger, JobDefinition job) {
        this.store = store;
        this.ledger = ledger;
        this.job = job;
    }

    RunsReport report(Instant at) {
        try {
            List<RunRecord> runs = ledger.runs().stream()
                    .filter(run -> run.job().equals(job.id()))
                    .toList();
            List<OutgoingItem> waiting = Outgoing.beside(store).waiting().stream()
                    .filter(item -> item.job().equals(job.id()))
                    .toList();
            MissedRuns schedule = new MissedRuns(job.schedule(), job.zone());
            return new RunsReport(
                    job.id(),
                    job.zone(),
                    at,
                    runs,
                    schedule.missed(runs, at),
                    schedule.next(at).orElse(null),
                    waiting);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }
}
