package org.jibao.flow;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mail server on the loopback address, outside of the processes that are killed. It keeps every mail that it takes. */
final class Post implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<ReceivedMail> mails = new ArrayList<>();
    private @Nullable Running struck;

    Post() {
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::take);
    }

    /** The server's name as the program is told it. */
    Map<String, String> environment() {
        return environment(server.getSmtp().getPort());
    }

    /** The name of one that is not there. */
    static Map<String, String> down() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return environment(free.getLocalPort());
        }
    }

    private static Map<String, String> environment(int port) {
        return Map.of(
                "JIBAO_SMTP_HOST", "127.0.0.1", "JIBAO_SMTP_PORT", String.valueOf(port), "JIBAO_SMTP_SECURITY", "none");
    }

    /** Kills a process once the next mail is taken, before the process is told that it is. */
    synchronized void strike(@Nullable Running running) {
        struck = running;
    }

    /** Lets the server forget what it has: what is compared of a mail is kept here, a month of attachments need not be. */
    void clear() throws FolderException {
        server.purgeEmailFromAllMailboxes();
    }

    /** In the order in which they came, one for each of a mail's recipients. */
    synchronized List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    private synchronized GreenMailUser take(MovingMessage message, MailAddress to)
            throws MessagingException, UserException {
        try {
            mails.add(ReceivedMail.of(to.getEmail(), message.getMessage()));
            if (struck != null) {
                struck.kill();
                struck = null;
            }
        } catch (IOException e) {
            throw new MessagingException("a mail that cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        UserManager users = server.getUserManager();
        GreenMailUser user = users.getUserByEmail(to.getEmail());
        return user != null ? user : users.createUser(to.getEmail(), to.getEmail(), "");
    }

    @Override
    public void close() {
        server.stop();
    }
}
