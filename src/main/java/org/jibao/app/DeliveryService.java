package org.jibao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jibao.answer.Answers;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.deliver.Deliveries;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.deliver.DeliveryQueue;
import org.jibao.delivery.AtomicFiles;
import org.jibao.delivery.Outbox;
import org.jibao.finding.Text;
import org.jibao.mailbook.MailBook;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.Stage;
import org.jibao.run.StageTimes;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.RunsQuery;
import org.jibao.status.RunsQuery.RunsReport;
import org.jibao.status.StatusQuery;
import org.jibao.store.Store;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.support.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a run tells people and monitors once its figures stand: deliveries, a failure's words to the operators, the
 * health file.
 */
final class DeliveryService {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryService.class);

    private final Settings settings;
    private final RunLedger ledger;
    private final Map<String, String> environment;
    private final Instant asOf;
    private final StageTimes progress;
    private final Supplier<JobDefinition> job;
    private final Outbox outgoing;

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
        this.outgoing = Outbox.beside(settings.store());
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
        new Answers(job, MailBook.beside(settings.store(), job.id()), outgoing(), settings.out(), asOf)
                .make(store.sql());
        return attempt(job, notes);
    }

    /** Reports to the operators what was changed behind the program's back, each finding once. */
    void announce(JobDefinition job, List<Text> alarms) {
        DeliveryQueue announcer = new DeliveryQueue(job, outgoing(), asOf);
        alarms.forEach(announcer::alarm);
    }

    /** Reports to the operators that mails could not be fetched. */
    void announceMailbox(JobDefinition job, @Nullable Text failure) {
        if (failure != null) {
            new DeliveryQueue(job, outgoing(), asOf).mailbox(failure);
        }
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

    /** Tells the operators what failed at night, if the job folder names them. */
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
        return outgoing;
    }

    /**
     * {@code <store>.<job>.health.json}, for a monitor: how the last run went and by when the next one must have
     * begun, so that a run that does not happen is seen too.
     */
    static final class Health {

        private Health() {}

        static Path beside(Path store, String job) {
            return store.resolveSibling(store.getFileName() + "." + job + ".health.json");
        }

        static void write(Path store, RunsReport report) throws IOException {
            Path file = beside(store.toAbsolutePath(), report.job());
            String json = Json.of(of(report)) + "\n";
            AtomicFiles outbox = AtomicFiles.open(Objects.requireNonNull(file.getParent()));
            String name = file.getFileName().toString();
            outbox.write(name, draft -> Files.writeString(draft, json));
            outbox.deliver(name);
        }

        static Map<String, @Nullable Object> of(RunsReport report) {
            Map<String, @Nullable Object> health = new LinkedHashMap<>();
            health.put("healthy", report.healthy());
            health.put("job", report.job());
            if (report.lastWork().isPresent()) {
                RunRecord last = report.lastWork().get();
                health.put("last_run", last.id());
                health.put("last_command", last.command());
                health.put("last_state", last.state().name().toLowerCase(java.util.Locale.ROOT));
                health.put("last_begun_at", last.begunAt());
                health.put("last_ended_at", last.endedAt());
                health.put(
                        "failure_zh",
                        last.failure() == null ? null : last.failure().zh());
                health.put(
                        "failure_en",
                        last.failure() == null ? null : last.failure().en());
            }
            health.put("alarms", report.alarms().stream().map(Text::en).toList());
            health.put("missed", report.missed());
            health.put("undelivered", report.waiting().size());
            health.put("next_run_due_at", report.next());
            return health;
        }
    }
}
