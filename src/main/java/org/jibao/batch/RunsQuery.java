package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.batch.ledger.MissedRuns;
import org.jibao.batch.ledger.RunLedger;
import org.jibao.batch.ledger.RunRecord;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Outgoing;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Text;

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

    /** Of the ledger as it is now, and as the last run that did any work found it. */
    private List<Text> alarms(List<RunRecord> runs) throws IOException {
        Stream<Text> now = ledger.broken().map(broken -> ChainWords.ledger(ledger.file(), broken)).stream();
        Stream<Text> lastFound = runs.stream()
                .filter(run -> run.endedAt() != null && !run.command().equals("deliver"))
                .reduce((earlier, later) -> later)
                .map(RunRecord::alarms)
                .stream()
                .flatMap(List::stream);
        return Stream.concat(now, lastFound).distinct().toList();
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
                    waiting,
                    alarms(runs));
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }
}
