package org.jibao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.definition.loading.InboxDefinition;
import org.jibao.finding.Wording;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Proof;
import org.jibao.inbox.InboxListing;
import org.jibao.inbox.Limits;
import org.jibao.inbox.MailReceipts;
import org.jibao.inbox.MailReceipts.MailReceipt;
import org.jibao.inbox.Register;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.store.SubmissionWriter.KnownFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inbox as it was listed, against what the store has of it. */
public record NewFiles(InboxListing listing) {
    private static final Wording WORDS = Wording.of(NewFiles.class);

    private static final Logger LOG = LoggerFactory.getLogger(NewFiles.class);

    /**
     * What lies there, before any file is looked into.
     *
     * @throws OperationalFailure where the inbox is not there or cannot be listed
     */
    public static Inbox walked(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            throw new OperationalFailure(WORDS.text("inbox.no-folder", inbox), null);
        }
        try {
            return Inbox.walked(inbox);
        } catch (IOException e) {
            throw new OperationalFailure(WORDS.text("inbox.unreadable", inbox, e), e);
        }
    }

    /** By the register that the command names, or else the job, or else the usual one. */
    public static NewFiles of(Inbox walked, InboxDefinition job, Settings settings) {
        String name = job.register();
        Register register = settings.received()
                .map(file -> new Register(file, true))
                .orElseGet(() ->
                        Register.beside(settings.inbox(), name == null ? Register.FILE_NAME : name, name != null));
        NewFiles listed = new NewFiles(walked.listing(Limits.of(job.limits()), job.zone(), register, mails(settings)));
        // A run at night has no screen.
        listed.listing().notices().forEach(notice -> LOG.atWarn()
                .addKeyValue("event", "register-of-receipt")
                .addKeyValue("said", notice.en())
                .log("register of receipt"));
        return listed;
    }

    private static MailReceipts mails(Settings settings) {
        MailBook book = MailBook.beside(settings.store(), settings.job());
        try {
            MailsOnRecord mails = book.read();
            return name -> mails.ofFile(name).flatMap(mail -> Optional.ofNullable(mail.file(name))
                    .map(file -> new MailReceipt(
                            mail.receivedAt(),
                            mail.from(),
                            Proof.valueOf(mail.proof().name()),
                            file.sha256())));
        } catch (IOException e) {
            throw new OperationalFailure(WORDS.text("inbox.mails-unread", book.file(), e), e);
        }
    }

    /**
     * By the usual register.
     *
     * @param zone of times of receipt that name none
     */
    public static NewFiles of(Inbox walked, Limits limits, ZoneId zone) {
        return new NewFiles(walked.listing(limits, zone));
    }

    /** In the order of receipt. What was received after the run's time is left for a later run. */
    public List<InboxFile> unknown(Map<KnownFile, Instant> known, Instant asOf) {
        return listing.files().stream()
                .filter(file -> !file.receivedAt().isAfter(asOf))
                .filter(file -> {
                    Instant until = known.get(new KnownFile(file.name(), file.sha256()));
                    return until == null || file.receivedAt().isAfter(until);
                })
                .toList();
    }

    public int later(Instant asOf) {
        return (int) listing.files().stream()
                .filter(file -> file.receivedAt().isAfter(asOf))
                .count();
    }
}
