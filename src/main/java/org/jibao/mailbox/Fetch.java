package org.jibao.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jibao.definition.DeliveryDefinition;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MailboxDefinition;
import org.jibao.delivery.MailServer.MailSettingsException;
import org.jibao.finding.Wording;
import org.jibao.guard.OwnFiles;
import org.jibao.guard.PersonalNumbers;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailRecord.Place;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.mailbox.InboxMails.Drafted;
import org.jibao.mime.LostConnection;
import org.jibao.mime.MailLimits;
import org.jibao.mime.MailMessage;
import org.jibao.mime.MailReader;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what is new in a job's mailbox, each mail once. Sizes and Message-IDs are asked for first, then the structure
 * of mails that are not on record, then the files that may be returns. A mailbox out of reach costs its mails and
 * nothing else.
 */
public final class Fetch {

    private static final Wording WORDS = Wording.of(Fetch.class);
    private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);

    /** Mails that are asked about at once. */
    static final int BATCH = 100;

    /** How long is waited before each further attempt of a run. */
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** For a look at the structure alone. */
    static final MailLimits CHECK_LIMITS = new MailLimits(1L << 20, 1L << 20);

    /** A mail that is not understood part by part is fetched whole up to this size. */
    static final long MOST_WHOLE_BYTES = 64L << 20;

    /** How the Message-IDs of our own mails end. */
    private static final String OUR_IDS = "@jibao>";

    private final JobDefinition job;
    private final MailboxDefinition mailbox;
    private final Settings settings;
    private final Map<String, String> environment;
    private final Progress progress;
    private final MailBook book;
    private final InboxMails inbox;
    private final List<MailRecord> fetched = new ArrayList<>();
    private int known;
    private List<Duration> pauses = PAUSES;

    /** @param environment in which the mail server is named */
    public Fetch(
            JobDefinition job,
            MailboxDefinition mailbox,
            Settings settings,
            Map<String, String> environment,
            Progress progress) {
        this.job = job;
        this.mailbox = mailbox;
        this.settings = settings;
        this.environment = environment;
        this.progress = progress;
        this.book = MailBook.beside(settings.store(), job.id());
        this.inbox = new InboxMails(settings.inbox(), job.zone());
    }

    /** The same, with other pauses. */
    Fetch pausing(List<Duration> times) {
        pauses = times;
        return this;
    }

    /** Ends what a kill has left of an earlier fetch. */
    public static void settle(JobDefinition job, Settings settings) throws IOException {
        if (Files.isDirectory(MailBook.folder(settings.store()))) {
            new InboxMails(settings.inbox(), job.zone())
                    .settle(MailBook.beside(settings.store(), job.id()).read());
        }
    }

    /**
     * Fetches.
     *
     * @throws IOException where the inbox or the book cannot be written
     */
    public FetchOutcome run() throws IOException {
        ImapServer server;
        try {
            server = ImapServer.of(environment);
        } catch (MailSettingsException wrong) {
            return new FetchOutcome(List.of(), 0, wrong.text());
        }
        Path lockFile = OwnFiles.folders(MailBook.folder(settings.store())).resolve(job.id() + ".lock");
        try (FileChannel channel = OwnFiles.channel(lockFile, StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            if (lock == null) {
                return new FetchOutcome(List.of(), 0, WORDS.text("fetch.at-it", settings.store()));
            }
            OwnFiles.folders(settings.inbox());
            return attempts(server);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private FetchOutcome attempts(ImapServer server) throws IOException {
        for (int attempt = 0; ; attempt++) {
            try {
                once(server);
                return new FetchOutcome(fetched, known, null);
            } catch (MailboxFault fault) {
                LOG.atWarn()
                        .addKeyValue("event", "mailbox")
                        .addKeyValue("server", server.toString())
                        .setCause(fault)
                        .log("the mailbox could not be read");
                if (!fault.isPassing() || attempt >= pauses.size() || !paused(pauses.get(attempt))) {
                    return new FetchOutcome(fetched, known, fault.text());
                }
            }
        }
    }

    private static boolean paused(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void once(ImapServer server) throws MailboxFault, IOException {
        MailsOnRecord mails = book.read();
        inbox.settle(mails);
        try (MailboxConnection connection = MailboxConnection.open(server)) {
            IMAPFolder folder = connection.folder(mailbox.folder(), mailbox.marks());
            long validity = connection.asked(folder::getUIDValidity);
            Set<Long> onRecord = mails.uids(server.mailbox(), mailbox.folder(), validity);
            List<Long> uids = newUids(connection, folder, onRecord);
            known = onRecord.size();
            MailIdentities identities = new MailIdentities(mails.places());
            for (int i = 0; i < uids.size(); i += BATCH) {
                progress.at(Stage.FETCHING, i, uids.size());
                batch(
                        connection,
                        folder,
                        server,
                        validity,
                        uids.subList(i, Math.min(uids.size(), i + BATCH)),
                        identities);
            }
            progress.at(Stage.FETCHING, uids.size(), uids.size());
            new Marking(mailbox, book).mark(connection, folder, server.mailbox(), validity);
        }
    }

    /**
     * Servers give UIDs in ascending order, and mails are put on record in that order: what is new lies behind the
     * last.
     */
    private static List<Long> newUids(MailboxConnection connection, IMAPFolder folder, Set<Long> onRecord)
            throws MailboxFault {
        long last = onRecord.stream().mapToLong(Long::longValue).max().orElse(0);
        return connection.uids(folder, last + 1).stream()
                .filter(uid -> !onRecord.contains(uid))
                .toList();
    }

    private void batch(
            MailboxConnection connection,
            IMAPFolder folder,
            ImapServer server,
            long validity,
            List<Long> uids,
            MailIdentities identities)
            throws MailboxFault, IOException {
        Map<Long, Message> found = connection.marks(folder, uids);
        Map<Long, String> ids = new LinkedHashMap<>();
        Map<String, Place> seenBefore = new LinkedHashMap<>();
        Map<Long, Message> unknown = new LinkedHashMap<>();
        for (Map.Entry<Long, Message> mail : found.entrySet()) {
            Place place = new Place(server.mailbox(), mailbox.folder(), validity, mail.getKey());
            String marks = connection.asked(() -> marks(mail.getValue()));
            String id = identities.of(marks, place);
            if (identities.isKnown(id)) {
                seenBefore.put(id, place);
                identities.seen(id, place);
            } else if (!isTooOld(connection.asked(() -> receivedAt(mail.getValue())))) {
                ids.put(mail.getKey(), id);
                unknown.put(mail.getKey(), mail.getValue());
                identities.seen(id, place);
            }
        }
        book.addPlaces(seenBefore);
        if (!unknown.isEmpty()) {
            structures(connection, folder, unknown);
            for (Map.Entry<Long, Message> mail : unknown.entrySet()) {
                Place place = new Place(server.mailbox(), mailbox.folder(), validity, mail.getKey());
                take(connection, (MimeMessage) mail.getValue(), Objects.requireNonNull(ids.get(mail.getKey())), place);
            }
        }
    }

    /**
     * A structure that the library does not understand must not hold up the others: then each is asked for by itself.
     */
    private static void structures(MailboxConnection connection, IMAPFolder folder, Map<Long, Message> mails)
            throws MailboxFault {
        try {
            connection.structures(folder, List.copyOf(mails.values()));
        } catch (RuntimeException | StackOverflowError notUnderstood) {
            LOG.warn("the structure of some mails is not understood; they are asked for one by one", notUnderstood);
        }
    }

    /** What stays with a mail wherever it is moved. */
    private static String marks(Message mail) throws MessagingException {
        StringBuilder marks = new StringBuilder();
        for (String name : MailboxConnection.MARKS) {
            String[] values = mail.getHeader(name);
            marks.append(values == null ? "" : String.join("\r", values)).append('\n');
        }
        return marks.append(receivedAt(mail).getEpochSecond())
                .append('\n')
                .append(mail.getSize())
                .toString();
    }

    private static Instant receivedAt(Message mail) throws MessagingException {
        return mail.getReceivedDate() == null
                ? Instant.EPOCH
                : mail.getReceivedDate().toInstant();
    }

    private boolean isTooOld(Instant receivedAt) {
        LocalDate since = mailbox.since();
        return since != null && receivedAt.atZone(job.zone()).toLocalDate().isBefore(since);
    }

    private void take(MailboxConnection connection, MimeMessage mail, String id, Place place)
            throws MailboxFault, IOException {
        try {
            connection.nextMail(mail.getSize());
            Instant receivedAt = receivedAt(mail);
            MailMessage message = read(mail);
            Kind kind = kind(message);
            boolean takesFiles = kind == Kind.RETURNS || kind == Kind.AUTOMATIC;
            Drafted drafted = takesFiles ? inbox.draft(id, message, receivedAt) : InboxMails.nothing(message);
            if (mailbox.keepMails() && !drafted.files().isEmpty()) {
                KeptMails.keep(MailBook.folder(settings.store()), id, mail, receivedAt.atZone(job.zone()));
            }
            if (kind == Kind.RETURNS && drafted.files().isEmpty()) {
                kind = Kind.UNREADABLE;
            }
            MailRecord record = record(id, place, receivedAt, message, kind, drafted);
            book.addMails(List.of(record));
            inbox.place(record);
            fetched.add(record);
        } catch (MessageRemovedException gone) {
            LOG.info("a mail is gone before it was fetched: {}", place);
        } catch (MessagingException e) {
            throw connection.fault(e);
        } catch (IOException e) {
            if (LostConnection.caused(e)) {
                throw connection.fault(e);
            }
            throw e;
        }
    }

    /** A mail that cannot be read part by part is fetched whole, if it is not too large. */
    private MailMessage read(MimeMessage mail) throws MessagingException, IOException {
        MailMessage message = MailReader.read(mail, limits());
        if (!isUnreadable(message) || mail.getSize() > MOST_WHOLE_BYTES) {
            return message;
        }
        Path whole = Files.createTempFile("mail-", ".eml");
        try {
            KeptMails.write(mail, whole);
            MailMessage again = MailReader.read(whole, limits());
            return isUnreadable(again) ? message : again;
        } finally {
            Files.delete(whole);
        }
    }

    private MailLimits limits() {
        long most = job.limits().packedMebibytes() * (1L << 20);
        return new MailLimits(most, Math.max(most, MOST_WHOLE_BYTES));
    }

    private static boolean isUnreadable(MailMessage message) {
        return message.parts().isEmpty()
                && message.left().stream().anyMatch(part -> part.name().isEmpty());
    }

    private Kind kind(MailMessage message) {
        boolean fromUs = message.messageId().endsWith(OUR_IDS)
                || message.automatic()
                        && message.from().filter(ourAddresses()::contains).isPresent();
        if (fromUs) {
            return Kind.OWN;
        }
        if (!message.failedRecipients().isEmpty()) {
            return Kind.BOUNCE;
        }
        if (message.automatic()) {
            return Kind.AUTOMATIC;
        }
        if (!message.parts().isEmpty()) {
            return Kind.RETURNS;
        }
        return isUnreadable(message) ? Kind.UNREADABLE : message.largeLink() ? Kind.LINK : Kind.NO_FILE;
    }

    private Set<String> ourAddresses() {
        DeliveryDefinition.Mail mail = job.delivery().mail();
        return Stream.of(
                        job.receipt().answers().from(),
                        mail == null ? "" : mail.from(),
                        environment.getOrDefault("JIBAO_IMAP_USER", ""))
                .map(address -> address.strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toSet());
    }

    private MailRecord record(
            String id, Place place, Instant receivedAt, MailMessage message, Kind kind, Drafted drafted) {
        String from = message.from().orElse("");
        SenderProof proof = SenderProof.of(from, message.authenticationResults(), mailbox.authenticatedBy());
        return new MailRecord(
                id,
                place,
                receivedAt,
                Instant.now(),
                from,
                message.fromShown(),
                proof.proof(),
                proof.words(),
                PersonalNumbers.masked(message.subject()),
                message.messageId(),
                message.references(),
                kind,
                drafted.files(),
                drafted.left(),
                message.failedRecipients());
    }
}
