package org.jibao.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Text;
import org.jibao.run.ChainAlarm.ChainWords;
import org.jibao.run.Failures;
import org.jibao.run.ledger.MissedRuns;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jspecify.annotations.Nullable;

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

    /**
     * How a job's runs have gone.
     *
     * @param zone in which its times are meant
     * @param runs of the job, the last one last
     * @param missed scheduled times that no nightly run has kept
     * @param next when it is to run next, or null where its schedule never comes true again
     * @param waiting deliveries that have still to go
     * @param alarms what was changed in the ledger, or, as the last run found it, among the decisions
     */
    public record RunsReport(
            String job,
            ZoneId zone,
            Instant at,
            List<RunRecord> runs,
            List<Instant> missed,
            @Nullable Instant next,
            List<OutgoingItem> waiting,
            List<Text> alarms) {

        public RunsReport {
            runs = List.copyOf(runs);
            missed = List.copyOf(missed);
            waiting = List.copyOf(waiting);
            alarms = List.copyOf(alarms);
        }

        /** Whether somebody has to look: the last run failed or was broken off, one is missed, something has not gone, or was changed. */
        public boolean healthy() {
            boolean lastGood = lastWork()
                    .map(RunRecord::state)
                    .filter(state -> state != RunRecord.State.DONE && state != RunRecord.State.RUNNING)
                    .isEmpty();
            return alarms.isEmpty() && lastGood && waiting.isEmpty() && (missed.isEmpty() || caughtUp());
        }

        /** The last run that was more than another try of what waits to go out, which says nothing of the figures. */
        public Optional<RunRecord> lastWork() {
            return runs.stream().filter(run -> !run.command().equals("deliver")).reduce((earlier, later) -> later);
        }

        /** A night that was missed is past once a later run has taken in what it would have. */
        private boolean caughtUp() {
            Instant last = missed.get(missed.size() - 1);
            return runs.stream()
                    .anyMatch(run -> run.command().equals("nightly")
                            && run.state() == RunRecord.State.DONE
                            && run.begunAt().isAfter(last)
                            && !run.begunAt().isAfter(at));
        }
    }
}
