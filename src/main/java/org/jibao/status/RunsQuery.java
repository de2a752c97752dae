package org.jibao.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Text;
import org.jibao.run.ChainWords;
import org.jibao.run.Failures;
import org.jibao.run.ledger.MissedRuns;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;

/** Reads what stands beside the store: the ledger, and what waits to go out. */
public final class RunsQuery {

    private final Path store;
    private final RunLedger ledger;
    private final JobDefinition job;

    public RunsQuery(Path store, RunLedger ledger, JobDefinition job) {
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

    public RunsReport report(Instant at) {
        try {
            List<RunRecord> runs = ledger.runs().stream()
                    .filter(run -> run.job().equals(job.id()))
                    .toList();
            List<OutgoingItem> waiting = Outbox.beside(store).waiting().stream()
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
