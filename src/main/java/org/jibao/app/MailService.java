package org.jibao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Supplier;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MailboxDefinition;
import org.jibao.finding.Wording;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbox.Fetch;
import org.jibao.mailbox.FetchOutcome;
import org.jibao.run.Failures;
import org.jibao.run.Settings;
import org.jibao.run.StageTimes;
import org.jibao.run.UnusableArgument;

/** What a run has to do with mails before it looks into the inbox. */
final class MailService {

    private static final Wording WORDS = Wording.of(MailService.class);

    private final Settings settings;
    private final Map<String, String> environment;
    private final StageTimes progress;

    /** @param environment in which the mail server is named */
    MailService(Settings settings, Map<String, String> environment, StageTimes progress) {
        this.settings = settings;
        this.environment = environment;
        this.progress = progress;
    }

    /** The job, which must have a mailbox. */
    JobDefinition withMailbox(JobDefinition job) {
        if (job.receipt().mailbox() == null) {
            throw new UnusableArgument(WORDS.text("mail.no-mailbox", job.id()));
        }
        return job;
    }

    /**
     * Nothing where the job has no mailbox. What could not be fetched is noted, and reported at once; the run goes on.
     */
    FetchOutcome fetch(JobDefinition job, RunStatistics notes) {
        MailboxDefinition mailbox = job.receipt().mailbox();
        if (mailbox == null) {
            settle(() -> job);
            return FetchOutcome.NONE;
        }
        try {
            FetchOutcome outcome = new Fetch(job, mailbox, settings, environment, progress).run();
            if (outcome.failure() != null) {
                settings.alarm().accept(outcome.failure());
                notes.mailbox(outcome.failure());
            }
            return outcome;
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** Ends what a kill has left of an earlier fetch. */
    void settle(Supplier<JobDefinition> job) {
        if (Files.exists(MailBook.beside(settings.store(), settings.job()).file())) {
            try {
                Fetch.settle(job.get(), settings);
            } catch (IOException e) {
                throw Failures.output(e);
            }
        }
    }
}
