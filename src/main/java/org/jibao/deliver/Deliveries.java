package org.jibao.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryFile;
import org.jibao.delivery.DeliveryException;
import org.jibao.delivery.KeptVersions;
import org.jibao.delivery.MailServer;
import org.jibao.delivery.MailServer.MailSettingsException;
import org.jibao.delivery.Mailer;
import org.jibao.delivery.Mailer.MailException;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.delivery.OutgoingLock;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.run.Failures;
import org.jibao.run.Progress;
import org.jibao.run.RunLog;
import org.jibao.run.Stage;
import org.jibao.summarize.SummaryFiles;
import org.jspecify.annotations.Nullable;

/** Tries what waits to go out. What does not go waits for the next run; nothing here keeps the figures from being made. */
public final class Deliveries {

    private final JobDefinition job;
    private final Outbox outgoing;
    private final Map<String, String> environment;

    /** @param environment in which the mail server is named */
    public Deliveries(JobDefinition job, Outbox outgoing, Map<String, String> environment) {
        this.job = job;
        this.outgoing = outgoing;
        this.environment = environment;
    }

    /** Whether the time of any delivery of the job has come. */
    public static boolean anyDue(Outbox outgoing, String job, Instant now) {
        try {
            return !outgoing.due(job, now).isEmpty();
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** Tries each delivery of the job whose time has come, unless another process is at it. */
    public DeliveryOutcome attempt(Instant now, Progress progress) {
        try {
            List<String> sent = outgoing.due(job.id(), now).isEmpty() ? List.of() : alone(now, progress);
            return new DeliveryOutcome(sent, ofTheJob(outgoing.waiting()));
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private List<String> alone(Instant now, Progress progress) throws IOException {
        try (OutgoingLock lock = outgoing.lock();
                Attempt attempt = new Attempt(now)) {
            return lock.taken() ? attempt.all(progress) : List.of();
        }
    }

    private List<OutgoingItem> ofTheJob(List<OutgoingItem> items) {
        return items.stream().filter(item -> item.job().equals(job.id())).toList();
    }

    /** One go at all that is due; they share the time that a mail server gets. */
    private final class Attempt implements AutoCloseable {

        private final Instant now;
        private final Set<String> seen = new HashSet<>();
        private final List<String> sent = new ArrayList<>();
        private @Nullable Mailer mailer;

        Attempt(Instant now) {
            this.now = now;
        }

        /** Looks again at the end: a process that could not have the lock leaves to this one what it has to tell. */
        List<String> all(Progress progress) throws IOException {
            for (List<OutgoingItem> due = unseen(); !due.isEmpty(); due = unseen()) {
                for (int i = 0; i < due.size(); i++) {
                    progress.at(Stage.DELIVERY, i, due.size());
                    one(due.get(i));
                }
                progress.at(Stage.DELIVERY, due.size(), due.size());
            }
            return sent;
        }

        private List<OutgoingItem> unseen() throws IOException {
            return outgoing.due(job.id(), now).stream()
                    .filter(item -> !seen.contains(item.id()))
                    .toList();
        }

        private void one(OutgoingItem item) throws IOException {
            seen.add(item.id());
            if (!outgoing.stillWaits(item)) {
                return;
            }
            outgoing.aboutToSend(item, now);
            try {
                if (item.audience().equals("folder")) {
                    copy(item, now);
                } else if (mailer().hasTime()) {
                    mailer().send(outgoing.mail(item), item.to());
                } else {
                    outgoing.putOff(item, mailer().noTime());
                    RunLog.putOff(item);
                    return;
                }
            } catch (MailException e) {
                failed(item, e.remaining(), e.text(), e);
                return;
            } catch (MailSettingsException e) {
                failed(item, item.to(), e.text(), e);
                return;
            } catch (IOException e) {
                Text why = e instanceof DeliveryException known ? known.text() : Text.same(e.toString());
                failed(item, item.to(), why, e);
                return;
            }
            outgoing.sent(item);
            RunLog.delivered(item);
            sent.add(item.id());
        }

        private void failed(OutgoingItem item, List<String> remaining, Text why, Exception cause) throws IOException {
            outgoing.failed(item, remaining, why, now);
            RunLog.undelivered(item, remaining.size(), cause);
        }

        @Override
        public void close() {
            if (mailer != null) {
                mailer.close();
            }
        }

        private Mailer mailer() throws MailSettingsException {
            Mailer known = mailer;
            if (known == null) {
                known = new Mailer(MailServer.of(environment));
                mailer = known;
            }
            return known;
        }
    }

    private void copy(OutgoingItem item, Instant now) throws IOException {
        DeliveryDefinition.Folder folder = job.delivery().folder();
        if (folder == null) {
            // The job asks for it no more.
            return;
        }
        KeptVersions versions = new KeptVersions(Path.of(folder.path()), folder.keep(), job.zone());
        for (String file : item.to()) {
            versions.put(Path.of(file), item.queuedAt());
        }
        boolean newest = isOfNewestPeriod(item, now);
        for (Language language : job.languages()) {
            put(item, language, newest, versions);
        }
    }

    /** A period that has not begun was summarized by a clock that has been set back since. */
    private boolean isOfNewestPeriod(OutgoingItem item, Instant now) throws IOException {
        Period running = job.periods().containing(now.atZone(job.zone()).toLocalDate());
        return outgoing.items().stream()
                .filter(other ->
                        other.job().equals(item.job()) && other.audience().equals(item.audience()))
                .flatMap(other -> job.periods().parse(other.period()).stream())
                .filter(other -> other.kind() == running.kind() && other.compareTo(running) <= 0)
                .allMatch(other -> other.code().compareTo(item.period()) <= 0);
    }

    /**
     * Under the names that never change, if the summary is the newest. Where it has its data in its workbook again, those
     * that lie there are an earlier summary's.
     */
    private void put(OutgoingItem item, Language language, boolean newest, KeptVersions versions) throws IOException {
        Map<String, Path> files = new HashMap<>();
        item.to().stream()
                .map(Path::of)
                .forEach(file -> files.put(file.getFileName().toString(), file));
        Map<String, SummaryFile> names = job.periods()
                .parse(item.period())
                .map(period -> SummaryFiles.names(job, period, language))
                .orElse(Map.of());
        for (Map.Entry<String, SummaryFile> name : names.entrySet()) {
            Path file = files.get(name.getKey());
            String latest = SummaryFiles.latestName(job, language, name.getValue());
            if (file != null && newest) {
                versions.putLatest(file, latest);
            } else if (file == null && name.getValue() == SummaryFile.DATA) {
                versions.remove(name.getKey());
                if (newest) {
                    versions.remove(latest);
                }
            }
        }
    }

    /**
     * What came of delivering.
     *
     * @param sent ids of those that went now
     * @param waiting those that have still to go, each with why
     */
    public record DeliveryOutcome(List<String> sent, List<OutgoingItem> waiting) {

        public static final DeliveryOutcome NONE = new DeliveryOutcome(List.of(), List.of());

        public DeliveryOutcome {
            sent = List.copyOf(sent);
            waiting = List.copyOf(waiting);
        }
    }
}
