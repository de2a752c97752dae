package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.DeliveryException;
import org.jibao.delivery.KeptVersions;
import org.jibao.delivery.MailException;
import org.jibao.delivery.MailServer;
import org.jibao.delivery.MailSettingsException;
import org.jibao.delivery.Mailer;
import org.jibao.delivery.Outgoing;
import org.jibao.delivery.OutgoingItem;
import org.jibao.finding.Language;
import org.jibao.finding.Text;

/** Tries what waits to go out. What does not go waits for the next run; nothing here keeps the figures from being made. */
final class Deliveries {

    private final JobDefinition job;
    private final Outgoing outgoing;
    private final Map<String, String> environment;

    /** @param environment in which the mail server is named */
    Deliveries(JobDefinition job, Outgoing outgoing, Map<String, String> environment) {
        this.job = job;
        this.outgoing = outgoing;
        this.environment = environment;
    }

    /** Whether the time of any delivery of the job has come. */
    static boolean anyDue(Outgoing outgoing, String job, Instant now) {
        try {
            return outgoing.waiting().stream()
                    .anyMatch(
                            item -> item.job().equals(job) && !item.nextTryAt().isAfter(now));
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** Tries each delivery of the job whose time has come. */
    DeliveryOutcome attempt(Instant now, Progress progress) {
        try {
            return tried(now, progress);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private DeliveryOutcome tried(Instant now, Progress progress) throws IOException {
        List<OutgoingItem> due = ofTheJob(outgoing.waiting()).stream()
                .filter(item -> !item.nextTryAt().isAfter(now))
                .toList();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            progress.at(Stage.DELIVERY, i, due.size());
            if (tried(due.get(i), now)) {
                sent.add(due.get(i).id());
            }
        }
        if (!due.isEmpty()) {
            progress.at(Stage.DELIVERY, due.size(), due.size());
        }
        return new DeliveryOutcome(sent, ofTheJob(outgoing.waiting()));
    }

    private List<OutgoingItem> ofTheJob(List<OutgoingItem> items) {
        return items.stream().filter(item -> item.job().equals(job.id())).toList();
    }

    private boolean tried(OutgoingItem item, Instant now) throws IOException {
        try {
            if (item.audience().equals("folder")) {
                copy(item);
            } else {
                new Mailer(MailServer.of(environment)).send(outgoing.mail(item), item.to());
            }
            outgoing.sent(item, now);
            RunLog.delivered(item);
            return true;
        } catch (MailException e) {
            failed(item, e.remaining(), e.text(), e, now);
        } catch (MailSettingsException e) {
            failed(item, item.to(), e.text(), e, now);
        } catch (DeliveryException e) {
            failed(item, item.to(), e.text(), e, now);
        } catch (IOException e) {
            failed(item, item.to(), Text.same(e.toString()), e, now);
        }
        return false;
    }

    private void failed(OutgoingItem item, List<String> remaining, Text why, Exception cause, Instant now)
            throws IOException {
        outgoing.failed(item, remaining, why, now);
        RunLog.undelivered(item, remaining.size(), cause);
    }

    private void copy(OutgoingItem item) throws IOException {
        DeliveryDefinition.Folder folder = job.delivery().folder();
        if (folder == null) {
            // The job asks for it no more.
            return;
        }
        KeptVersions versions = new KeptVersions(Path.of(folder.path()), folder.keep(), job.zone());
        for (String file : item.to()) {
            versions.put(Path.of(file), item.queuedAt());
        }
        if (isOfNewestPeriod(item)) {
            for (Language language : job.summary().languages()) {
                latest(item, language, versions);
            }
        }
    }

    private boolean isOfNewestPeriod(OutgoingItem item) throws IOException {
        return outgoing.items().stream()
                .filter(other ->
                        other.job().equals(item.job()) && other.audience().equals(item.audience()))
                .allMatch(other -> other.period().compareTo(item.period()) <= 0);
    }

    private void latest(OutgoingItem item, Language language, KeptVersions versions) throws IOException {
        String name = Period.parse(item.period())
                .map(period -> SummaryFiles.name(job, period, language))
                .orElse("");
        for (String file : item.to()) {
            Path path = Path.of(file);
            if (path.getFileName().toString().equals(name)) {
                versions.putLatest(path, SummaryFiles.latestName(job, language));
            }
        }
    }
}
