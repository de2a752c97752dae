package org.jibao.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.DeliveryDefinition.LeadersFrom;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.SummaryFile;
import org.jibao.delivery.Mail;
import org.jibao.delivery.Manifest;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.OutgoingItem;
import org.jibao.estimation.Estimation;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.Metrics;
import org.jibao.run.Failures;
import org.jibao.run.ProgramVersion;
import org.jibao.status.SlipLinks;
import org.jibao.status.StatusReport;
import org.jibao.store.FiguresCopy;
import org.jibao.store.Store;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.summarize.SummaryFiles;
import org.jibao.summary.LeadersLetter;
import org.jibao.summary.Letter;
import org.jibao.summary.SummaryRequest;

/**
 * Puts what a job's {@code delivery:} asks for among the outgoing deliveries: each summary once for each audience, by
 * the digest of what it says, whichever run has written it.
 */
public final class DeliveryQueue {
    private static final Wording WORDS = Wording.of(DeliveryQueue.class);

    private final JobDefinition job;
    private final DeliveryDefinition delivery;
    private final Outbox outgoing;
    private final Instant asOf;

    public DeliveryQueue(JobDefinition job, Outbox outgoing, Instant asOf) {
        this.job = job;
        this.delivery = job.delivery();
        this.outgoing = outgoing;
        this.asOf = asOf;
    }

    /**
     * A summary that stands in the output folder.
     *
     * @param status of the summary's period, which is asked for only where there is something new to tell of it
     */
    public void summary(Store store, SummaryOutcome summary, Supplier<StatusReport> status) {
        try {
            if (delivery.folder() != null && !summary.files().isEmpty()) {
                toFolder(summary, delivery.folder());
            }
            if (delivery.mail() != null) {
                byMail(store, summary, status, delivery.mail());
            }
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private void toFolder(SummaryOutcome summary, DeliveryDefinition.Folder folder) throws IOException {
        List<String> files = chosen(summary, job.languages(), folder.files()).stream()
                .map(path -> path.toAbsolutePath().toString())
                .toList();
        outgoing.put(OutgoingItem.waiting(
                id(summary, "folder"), job.id(), summary.period().code(), "folder", files, asOf));
    }

    private void byMail(
            Store store, SummaryOutcome summary, Supplier<StatusReport> status, DeliveryDefinition.Mail mail)
            throws IOException {
        boolean hasFigures = !summary.files().isEmpty();
        if (hasFigures && !mail.leaders().isEmpty() && speaksToLeaders(summary.period(), mail.leadersFrom())) {
            String id = id(summary, "leaders");
            if (!outgoing.knows(id)) {
                List<Path> files = chosen(summary, job.languages(), mail.leadersFiles());
                send(summary.period().code(), "leaders", id, mail.leaders(), letter(store, summary), files);
            }
        }
        if (!mail.officers().isEmpty()) {
            String id = id(summary, "officers");
            if (!outgoing.knows(id)) {
                List<Path> files = new ArrayList<>(chosen(summary, List.of(language()), mail.officersFiles()));
                files.addAll(summary.chase().files().subList(0, 1));
                SlipLinks slips = SlipLinks.in(java.util.Objects.requireNonNull(
                        summary.chase().files().get(0).toAbsolutePath().getParent()));
                Letter letter = OfficersLetter.of(status.get(), slips, language());
                send(summary.period().code(), "officers", id, mail.officers(), letter, files);
            }
        }
    }

    private List<Path> chosen(SummaryOutcome summary, List<Language> languages, List<SummaryFile> wanted) {
        Map<String, SummaryFile> kinds = new HashMap<>();
        languages.forEach(language -> kinds.putAll(SummaryFiles.names(job, summary.period(), language)));
        kinds.values().retainAll(wanted);
        return summary.files().stream()
                .filter(file -> kinds.containsKey(file.getFileName().toString()))
                .toList();
    }

    /**
     * Before the due date a summary lacks whoever takes the time that the law gives; leaders may choose not to see it.
     */
    private boolean speaksToLeaders(Period period, LeadersFrom from) {
        LocalDate today = asOf.atZone(job.zone()).toLocalDate();
        return from == LeadersFrom.FIRST_RETURN || today.isAfter(job.due().dueDate(period, WorkingDays.china()));
    }

    private Letter letter(Store store, SummaryOutcome summary) {
        Metrics metrics;
        try (FiguresCopy figures = store.figures(() -> false)) {
            Store copy = figures.store();
            metrics = copy.inTransaction(() -> {
                copy.define(job, List.of(summary.period()), WorkingDays.china());
                MetricRunner runner = new MetricRunner(copy.sql(), job);
                runner.compute(summary.period(), asOf);
                Estimation.compute(copy.sql(), job);
                return runner.tables(summary.period(), asOf);
            });
        }
        SummaryRequest request = new SummaryRequest(
                job, summary.period(), asOf, metrics.tables(), language(), ProgramVersion.current(), summary.digest());
        return LeadersLetter.of(chosen(summary, List.of(language()), List.of(SummaryFile.DATA)).stream()
                .map(file -> request.withDataIn(file.getFileName().toString()))
                .findFirst()
                .orElse(request));
    }

    /** A run that has failed. */
    public void failure(String run, Text why) {
        toOperators(run, WORDS.text("operators.failed", job.id()), why);
    }

    /** Decisions or a ledger that are no longer what was written. */
    public void alarm(Text what) {
        toOperators(job.id() + "\n" + what.en(), WORDS.text("operators.changed", job.id()), what);
    }

    /** A mailbox that could not be read; once a day. */
    public void mailbox(Text why) {
        LocalDate today = asOf.atZone(job.zone()).toLocalDate();
        toOperators(job.id() + "\n" + today + "\n" + why.en(), WORDS.text("operators.mailbox", job.id()), why);
    }

    /** @param about tells it from every other letter; what was told once is not told again */
    private void toOperators(String about, Text title, Text text) {
        DeliveryDefinition.Mail mail = delivery.mail();
        if (mail == null || mail.operators().isEmpty()) {
            return;
        }
        Letter letter = Letter.plain(title.in(language()), text.in(language()));
        String id = Manifest.sha256(about).substring(0, 20) + "-operators";
        try {
            if (!outgoing.knows(id)) {
                send("", "operators", id, mail.operators(), letter, List.of());
            }
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private void send(String period, String audience, String id, List<String> to, Letter letter, List<Path> files)
            throws IOException {
        String from = java.util.Objects.requireNonNull(delivery.mail()).from();
        outgoing.put(
                OutgoingItem.waiting(id, job.id(), period, audience, to, asOf),
                new Mail(id, from, to, letter, files, asOf));
    }

    private Language language() {
        return job.languages().get(0);
    }

    private String id(SummaryOutcome summary, String audience) {
        String of = String.join("\n", job.id(), summary.period().code(), summary.digest());
        return Manifest.sha256(of).substring(0, 20) + "-" + audience;
    }
}
