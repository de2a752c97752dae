package org.jibao.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.deliver.Deliveries;
import org.jibao.deliver.DeliveryOutcome;
import org.jibao.deliver.DeliveryQueue;
import org.jibao.delivery.Outbox;
import org.jibao.finding.Text;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.Stage;
import org.jibao.run.StageTimes;
import org.jibao.run.ledger.RunLedger;
import org.jibao.status.RunsQuery;
import org.jibao.status.StatusQuery;
import org.jibao.store.Store;
import org.jibao.summarize.SummaryOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run tells people and monitors once its figures stand: deliveries, a failure's words to the operators, the health file. */
final class DeliveryService {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);

    private final Settings settings;
    private final RunLedger ledger;
    private final Map<String, String> environment;
    private final Instant asOf;
    private final StageTimes progress;
    private final Supplier<JobDefinition> job;

    /**
     * @param environment in which the mail server is named
     * @param job is asked for where a run may have failed before it had loaded it
     */
    DeliveryService(
            Settings settings,
            RunLedger ledger,
            Map<String, String> environment,
            Instant asOf,
            StageTimes progress,
            Supplier<JobDefinition> job) {
        this.settings = settings;
        this.ledger = ledger;
        this.environment = environment;
        this.asOf = asOf;
        this.progress = progress;
        this.job = job;
    }

    /** What has not gone before waits with what is new; nothing of it keeps the figures back. */
    DeliveryOutcome deliver(Store store, JobDefinition job, List<SummaryOutcome> summaries, RunStatistics notes) {
        progress.stopBefore(Stage.DELIVERY);
        DeliveryQueue announcer = new DeliveryQueue(job, outgoing(), asOf);
        StatusQuery status = new StatusQuery(store.sql(), job, WorkingDays.china());
        // Half a summary is announced by the run that has written the other half.
        summaries.stream()
                .filter(summary -> !summary.partial())
                .forEach(summary -> announcer.summary(store, summary, () -> status.report(summary.period(), asOf)));
        return attempt(job, notes);
    }

    /** Reports to the operators what was changed behind the program's back, each finding once. */
    void announce(JobDefinition job, List<Text> alarms) {
        DeliveryQueue announcer = new DeliveryQueue(job, outgoing(), asOf);
        alarms.forEach(announcer::alarm);
    }

    /** Whether the time of anything that waits has come again. */
    boolean anyDue() {
        return Deliveries.anyDue(outgoing(), settings.job(), asOf);
    }

    DeliveryOutcome attempt(JobDefinition job, RunStatistics notes) {
        DeliveryOutcome deliveries = new Deliveries(job, outgoing(), environment).attempt(asOf, progress);
        notes.delivered(deliveries);
        return deliveries;
    }

    /** What failed at night is told to the operators, if the job folder can say who they are. */
    void tellOperators(String run, Text why) {
        try {
            JobDefinition known = job.get();
            new DeliveryQueue(known, outgoing(), asOf).failure(run, why);
            new Deliveries(known, outgoing(), environment).attempt(asOf, Progress.NONE);
        } catch (RuntimeException e) {
            LOG.error("the operators could not be told of the failure", e);
        }
    }

    /** The run's own end is in the ledger, whatever becomes of this. */
    void noteHealth() {
        try {
            Path store = settings.store();
            Health.write(store, new RunsQuery(store, ledger, job.get()).report(Instant.now()));
        } catch (IOException | RuntimeException e) {
            LOG.error("the health file could not be written", e);
        }
    }

    private Outbox outgoing() {
        return Outbox.beside(settings.store());
    }
}
