package org.jibao.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPFolder.FetchProfileItem;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jibao.delivery.TimedSockets;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One conversation with the server of a mailbox. Every fault of it comes out as a {@link MailboxFault}. */
final class MailboxConnection implements AutoCloseable {

    private static final Wording WORDS = Wording.of(MailboxConnection.class);
    private static final Logger LOG = LoggerFactory.getLogger(MailboxConnection.class);

    /** Some providers open no folder to a program that does not say its name (RFC 2971). */
    private static final Map<String, String> OUR_NAME = Map.of("name", "jibao", "vendor", "jibao", "version", "1");

    /** Headers by which a mail is known again. */
    static final List<String> MARKS = List.of("Message-ID", "Date", "From", "Subject");

    private static final int FAULTS_LOOKED_AT = 20;

    private final ImapServer server;
    private final TimedSockets sockets;
    private final IMAPStore store;

    private MailboxConnection(ImapServer server, TimedSockets sockets, IMAPStore store) {
        this.server = server;
        this.sockets = sockets;
        this.store = store;
    }

    /** Connects and logs in. Anything said to the server before that is encrypted, or stays on this machine. */
    static MailboxConnection open(ImapServer server) throws MailboxFault {
        TimedSockets sockets = new TimedSockets(limit(server));
        try {
            Properties properties = server.properties();
            String of = "mail." + server.protocol() + ".";
            properties.put(of + "socketFactory", sockets);
            properties.setProperty(of + "socketFactory.fallback", "false");
            if (server.certificates() != null) {
                properties.put(
                        of + "ssl.socketFactory", new TimedTls(trusting(server).getSocketFactory(), sockets));
            }
            IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(server.protocol());
            MailboxConnection connection = new MailboxConnection(server, sockets, store);
            connection.login();
            return connection;
        } catch (MessagingException e) {
            boolean late = sockets.expired();
            sockets.close();
            throw fault(server, e, late);
        } catch (MailboxFault e) {
            sockets.close();
            throw e;
        }
    }

    private void login() throws MessagingException, MailboxFault {
        store.connect(server.host(), server.port(), server.user(), server.secret());
        if (store.hasCapability("ID")) {
            store.id(OUR_NAME);
        }
    }

    /** The time that one mail may take, whatever the server sends meanwhile. */
    private static Duration limit(ImapServer server) {
        return server.timeouts().answer().multipliedBy(9);
    }

    private static SSLContext trusting(ImapServer server) throws MailboxFault {
        try (java.io.InputStream file = Files.newInputStream(java.util.Objects.requireNonNull(server.certificates()))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                trusted.setCertificateEntry("certificate-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw MailboxFault.lasting(WORDS.text("mailbox.certificates", server.certificates(), e), e);
        }
    }

    /** Whether the server has something, such as {@code IDLE}. */
    boolean can(String capability) throws MailboxFault {
        return asked(() -> store.hasCapability(capability));
    }

    /** Opens a folder; to change marks in it, or only to read. */
    IMAPFolder folder(String name, boolean changing) throws MailboxFault {
        return asked(() -> {
            IMAPFolder folder = named(name);
            try {
                folder.open(changing ? Folder.READ_WRITE : Folder.READ_ONLY);
            } catch (ReadOnlyFolderException readOnly) {
                folder.open(Folder.READ_ONLY);
            }
            return folder;
        });
    }

    private IMAPFolder named(String name) throws MessagingException {
        char separator = store.getDefaultFolder().getSeparator();
        return (IMAPFolder) store.getFolder(name.replace('/', separator));
    }

    /** UIDs of the folder's mails from one on, in order; an answer of a few bytes a mail. */
    List<Long> uids(IMAPFolder folder, long from) throws MailboxFault {
        return asked(() -> {
            List<Long> uids = new ArrayList<>();
            for (Message message : folder.getMessagesByUID(from, UIDFolder.LASTUID)) {
                long uid = folder.getUID(message);
                // Of a range that begins behind the last mail, servers give the last mail.
                if (uid >= from) {
                    uids.add(uid);
                }
            }
            return uids.stream().sorted().toList();
        });
    }

    /**
     * What says which mail it is: size, time of receipt and four headers. A mail that is gone meanwhile is left out.
     */
    Map<Long, Message> marks(IMAPFolder folder, List<Long> uids) throws MailboxFault {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(FetchProfileItem.INTERNALDATE);
        MARKS.forEach(profile::add);
        return asked(() -> {
            Map<Long, Message> mails = new LinkedHashMap<>();
            Message[] found = folder.getMessagesByUID(
                    uids.stream().mapToLong(Long::longValue).toArray());
            List<Message> there = new ArrayList<>();
            for (int i = 0; i < found.length; i++) {
                if (found[i] != null) {
                    mails.put(uids.get(i), found[i]);
                    there.add(found[i]);
                }
            }
            folder.fetch(there.toArray(Message[]::new), profile);
            return mails;
        });
    }

    /** The structure of mails, in one answer. */
    void structures(IMAPFolder folder, List<Message> mails) throws MailboxFault {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.CONTENT_INFO);
        asked(() -> {
            folder.fetch(mails.toArray(Message[]::new), profile);
            return true;
        });
    }

    /** Gives mails a keyword. */
    void mark(IMAPFolder folder, List<Message> mails, String keyword) throws MailboxFault {
        asked(() -> {
            folder.setFlags(mails.toArray(Message[]::new), new Flags(keyword), true);
            return true;
        });
    }

    /**
     * Moves mails to another folder, which is made where there is none; only where the server can move without
     * deleting.
     */
    void move(IMAPFolder folder, List<Message> mails, String to) throws MailboxFault {
        asked(() -> {
            IMAPFolder target = named(to);
            if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
                throw new FolderNotFoundException(target);
            }
            folder.moveMessages(mails.toArray(Message[]::new), target);
            return true;
        });
    }

    /** Begins a time in which nothing need come. */
    void nextMail(Duration silence) {
        sockets.again(silence.plus(limit(server)));
    }

    /** Begins the time of the next mail. */
    void nextMail(long bytes) {
        // A line of 16 KiB a second is the slowest that is waited for.
        sockets.again(limit(server).plusSeconds(bytes >> 14));
    }

    /** Asks the server something. */
    <T> T asked(Question<T> question) throws MailboxFault {
        sockets.again(limit(server));
        try {
            return question.ask();
        } catch (MessagingException e) {
            throw fault(server, e, sockets.expired());
        }
    }

    /** What a question may throw is put into words. */
    @FunctionalInterface
    interface Question<T> {

        T ask() throws MessagingException;
    }

    MailboxFault fault(Exception e) {
        return fault(server, e, sockets.expired());
    }

    private static MailboxFault fault(ImapServer server, Exception e, boolean expired) {
        if (expired) {
            return MailboxFault.passing(WORDS.text("mailbox.slow", server), e);
        }
        Throwable inner = e;
        @org.jspecify.annotations.Nullable Throwable next = cause(e);
        for (int i = 0; i < FAULTS_LOOKED_AT && next != null; i++) {
            inner = next;
            next = cause(inner);
            if (inner instanceof CertificateException || inner instanceof SSLPeerUnverifiedException) {
                return MailboxFault.lasting(WORDS.text("mailbox.tls", server, Text.same(said(inner))), e);
            }
        }
        if (e instanceof AuthenticationFailedException) {
            return MailboxFault.lasting(WORDS.text("mailbox.login", server.user(), server, Text.same(said(e))), e);
        }
        if (e instanceof FolderNotFoundException missing) {
            String name = missing.getFolder() == null ? "" : missing.getFolder().getFullName();
            return MailboxFault.lasting(WORDS.text("mailbox.no-folder", name, server), e);
        }
        if (inner instanceof UnknownHostException) {
            return MailboxFault.passing(WORDS.text("mailbox.no-host", server.host()), e);
        }
        if (inner instanceof SocketTimeoutException) {
            return MailboxFault.passing(WORDS.text("mailbox.slow", server), e);
        }
        if (e instanceof FolderClosedException || e instanceof StoreClosedException) {
            return MailboxFault.passing(WORDS.text("mailbox.lost", server), e);
        }
        return MailboxFault.passing(WORDS.text("mailbox.failed", server, Text.same(said(inner))), e);
    }

    private static @org.jspecify.annotations.Nullable Throwable cause(Throwable fault) {
        return fault instanceof MessagingException outer && outer.getNextException() != null
                ? outer.getNextException()
                : fault.getCause();
    }

    private static String said(Throwable fault) {
        String first = String.valueOf(fault.getMessage())
                .strip()
                .lines()
                .findFirst()
                .orElse(fault.getClass().getSimpleName());
        return org.jibao.guard.VisibleText.line(first.substring(0, Math.min(first.length(), 200)));
    }

    /** What is on record stays so, however the conversation ends. */
    @Override
    public void close() {
        try {
            sockets.again(server.timeouts().answer());
            store.close();
        } catch (MessagingException noGoodbye) {
            LOG.debug("the mail server did not say goodbye", noGoodbye);
        } finally {
            sockets.close();
        }
    }
}
