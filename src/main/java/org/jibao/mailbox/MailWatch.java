package org.jibao.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jibao.definition.MailboxDefinition;
import org.jibao.delivery.MailServer.MailSettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for new mails in a thread of its own: by {@code IDLE} where the server has it, else by counting now and then. A
 * connection that is lost is made again after growing pauses. Thread-safe.
 */
public final class MailWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailWatch.class);

    /** Servers end a connection that is silent for half an hour (RFC 2177). */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(20);

    private static final Duration COUNTS = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final MailboxDefinition mailbox;
    private final Map<String, String> environment;
    private final AtomicBoolean arrived = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private MailWatch(MailboxDefinition mailbox, Map<String, String> environment) {
        this.mailbox = mailbox;
        this.environment = environment;
    }

    /** Begins to wait. */
    public static MailWatch start(MailboxDefinition mailbox, Map<String, String> environment) {
        MailWatch watch = new MailWatch(mailbox, environment);
        Thread thread = new Thread(watch::watch, "mail-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    /** Whether mails have come since this was asked last. */
    public boolean arrived() {
        return arrived.getAndSet(false);
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        while (closed.getCount() > 0) {
            try {
                connected();
                pause = FIRST_PAUSE;
            } catch (MailboxFault | MailSettingsException | RuntimeException e) {
                LOG.atWarn()
                        .addKeyValue("event", "mailbox")
                        .addKeyValue("again_in_seconds", pause.toSeconds())
                        .setCause(e)
                        .log("the mailbox cannot be watched");
                if (!waited(pause)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    /** Until the connection is lost, or has been silent for long enough to be made anew. */
    private void connected() throws MailboxFault, MailSettingsException {
        try (MailboxConnection connection =
                MailboxConnection.open(ImapServer.of(environment).waiting(LONGEST_IDLE))) {
            boolean idles = connection.can("IDLE");
            IMAPFolder folder = connection.folder(mailbox.folder(), false);
            folder.addMessageCountListener(new MessageCountAdapter() {
                @Override
                public void messagesAdded(MessageCountEvent event) {
                    arrived.set(true);
                }
            });
            int count = connection.asked(folder::getMessageCount);
            while (closed.getCount() > 0) {
                connection.nextMail(LONGEST_IDLE);
                if (idles) {
                    idle(connection, folder);
                } else if (!waited(COUNTS)) {
                    return;
                }
                int now = connection.asked(folder::getMessageCount);
                if (now > count) {
                    arrived.set(true);
                }
                count = now;
            }
        }
    }

    private static void idle(MailboxConnection connection, IMAPFolder folder) throws MailboxFault {
        try {
            folder.idle(true);
        } catch (MessagingException e) {
            throw connection.fault(e);
        }
    }

    /** Whether the whole time was waited, and the watch is still wanted. */
    private boolean waited(Duration time) {
        try {
            return !closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
