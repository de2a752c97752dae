package org.jibao.mailbox;

import jakarta.mail.Message;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jibao.definition.MailboxDefinition;
import org.jibao.delivery.MailServer.MailSettingsException;
import org.jibao.delivery.MailServer.Security;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.mime.MailReader;

/** Says step by step what works on the way to a mailbox. Changes nothing there, and puts nothing on record. */
public final class MailboxCheck {

    private static final Wording WORDS = Wording.of(MailboxCheck.class);

    /** Newest mails whose structure is looked at. */
    static final int LOOKED_AT = 50;

    private final MailboxDefinition mailbox;
    private final Map<String, String> environment;
    private final List<Step> steps = new ArrayList<>();

    /** @param environment in which the mail server is named */
    public MailboxCheck(MailboxDefinition mailbox, Map<String, String> environment) {
        this.mailbox = mailbox;
        this.environment = environment;
    }

    /**
     * One step.
     *
     * @param works whether it does; the steps after one that does not are not tried
     */
    public record Step(boolean works, Text said) {}

    /** The steps up to the first that does not work, or all. */
    public List<Step> steps() {
        try {
            ImapServer server = ImapServer.of(environment);
            done(WORDS.text("check.settings", server, server.user()));
            named(server);
            server(server);
        } catch (MailSettingsException wrong) {
            steps.add(new Step(false, wrong.text()));
        } catch (MailboxFault fault) {
            steps.add(new Step(false, fault.text()));
        }
        return List.copyOf(steps);
    }

    private void done(Text said) {
        steps.add(new Step(true, said));
    }

    private void named(ImapServer server) throws MailboxFault {
        try {
            InetAddress address = InetAddress.getByName(server.host());
            done(WORDS.text("check.name", server.host(), address.getHostAddress()));
        } catch (UnknownHostException e) {
            throw MailboxFault.passing(WORDS.text("check.no-name", server.host()), e);
        }
    }

    private void server(ImapServer server) throws MailboxFault {
        try (MailboxConnection connection = MailboxConnection.open(server)) {
            done(server.security() == Security.NONE ? WORDS.text("check.plain") : WORDS.text("check.tls"));
            done(WORDS.text("check.login", server.user()));
            done(WORDS.text(connection.can("ID") ? "check.id" : "check.no-id"));
            done(WORDS.text(connection.can("IDLE") ? "check.idle" : "check.no-idle"));
            IMAPFolder folder = connection.folder(mailbox.folder(), false);
            int count = connection.asked(folder::getMessageCount);
            done(WORDS.text("check.folder", mailbox.folder(), count));
            if (mailbox.handled() != null || mailbox.notForUs() != null) {
                done(WORDS.text(connection.can("MOVE") ? "check.move" : "check.no-move"));
            }
            newest(connection, folder, count);
        }
    }

    private void newest(MailboxConnection connection, IMAPFolder folder, int count) throws MailboxFault {
        int from = Math.max(1, count - LOOKED_AT + 1);
        int returns = 0;
        int proven = 0;
        if (count > 0) {
            Message[] mails = connection.asked(() -> folder.getMessages(from, count));
            connection.structures(folder, List.of(mails));
            for (Message mail : mails) {
                Looked looked = connection.asked(() -> looked(mail));
                returns += looked.returns() ? 1 : 0;
                proven += looked.proven() ? 1 : 0;
            }
        }
        done(WORDS.text("check.newest", count - from + 1, returns));
        done(
                mailbox.authenticatedBy().isEmpty()
                        ? WORDS.text("check.no-authentication")
                        : WORDS.text(
                                "check.authentication",
                                proven,
                                count - from + 1,
                                String.join(", ", mailbox.authenticatedBy())));
    }

    private record Looked(boolean returns, boolean proven) {}

    private Looked looked(Message mail) throws jakarta.mail.MessagingException {
        var message = MailReader.read((jakarta.mail.internet.MimeMessage) mail, Fetch.CHECK_LIMITS);
        SenderProof proof =
                SenderProof.of(message.from().orElse(""), message.authenticationResults(), mailbox.authenticatedBy());
        return new Looked(!message.parts().isEmpty(), proof.proof() == org.jibao.mailbook.MailRecord.Proof.PROVEN);
    }
}
