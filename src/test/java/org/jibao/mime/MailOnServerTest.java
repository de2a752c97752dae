package org.jibao.mime;

import static org.jibao.mime.Eml.CSV;
import static org.jibao.mime.Eml.content;
import static org.jibao.mime.Eml.file;
import static org.jibao.mime.Eml.left;
import static org.jibao.mime.Eml.mixed;
import static org.jibao.mime.Eml.parts;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages of a real server: only what is asked for is fetched. */
class MailOnServerTest {

    private static final String TEXT = "Content-Type: text/plain\n\nhello";
    private static final byte[] LARGE = new byte[100_000];

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final ByteArrayOutputStream spoken = new ByteArrayOutputStream();
    private @Nullable Folder folder;
    private @Nullable Store store;

    @BeforeEach
    void start() throws MessagingException {
        server.start();
    }

    @AfterEach
    void stop() throws MessagingException {
        if (store != null && store.isConnected()) {
            store.close();
        }
        server.stop();
    }

    private MimeMessage message(String text) throws MessagingException, FolderException {
        GreenMailUser user = server.setUser("desk@x.cn", "desk", "secret");
        Session session = Session.getInstance(new Properties());
        session.setDebug(true);
        session.setDebugOut(new PrintStream(spoken, true, StandardCharsets.UTF_8));
        user.deliver(new MimeMessage(session, new ByteArrayInputStream(Eml.bytes(text))));
        store = session.getStore("imap");
        store.connect("127.0.0.1", server.getImap().getPort(), "desk", "secret");
        folder = store.getFolder("INBOX");
        folder.open(Folder.READ_WRITE);
        return (MimeMessage) folder.getMessage(1);
    }

    private static MailMessage read(MimeMessage message) throws MessagingException {
        return MailReader.read(message, new MailLimits(50_000, 1 << 20));
    }

    @Test
    void fetchesContentOnlyWhenItIsAskedFor() throws Exception {
        MimeMessage message = message("Message-ID: <m@x>\n"
                + mixed(
                        "Content-Type: text/html; charset=utf-8\n\n" + Eml.raw("超大附件", "UTF-8") + " https://x.cn",
                        file("=?gb2312?B?se0ueGxzeA==?=", CSV),
                        file("large.csv", LARGE),
                        file("scan.pdf", LARGE)));
        MailMessage mail = read(message);
        assertEquals(List.of("2 表.xlsx"), parts(mail));
        assertEquals(List.of("large.csv TOO_LARGE", "scan.pdf OTHER_KIND"), left(mail));
        assertEquals(Optional.of("a@x.cn"), mail.from());
        assertEquals("<m@x>", mail.messageId());
        assertTrue(mail.largeLink());
        assertFalse(spoken.toString(StandardCharsets.UTF_8).contains(Eml.base64(CSV)));
        assertTrue(spoken.size() < 50_000, "fetched " + spoken.size());
        assertArrayEquals(CSV, content(mail.parts().get(0)));
        assertFalse(message.isSet(Flags.Flag.SEEN));
    }

    /** This server fails where parts of a forwarded mail are asked for. */
    @Test
    void fetchesWholeWhatTheServerDescribesWrongly() throws Exception {
        MimeMessage message = message(mixed(
                TEXT,
                "Content-Type: message/rfc822\n\n"
                        + mixed(file("inner.csv", CSV)).replace("b1", "b2"),
                TEXT));
        MailMessage mail = read(message);
        assertEquals(List.of(), left(mail));
        assertEquals(List.of("2 inner.csv"), parts(mail));
        assertArrayEquals(CSV, content(mail.parts().get(0)));
        assertFalse(message.isSet(Flags.Flag.SEEN));
    }

    @Test
    void findsDamageWhenBytesAreFetched() throws Exception {
        MailMessage mail = read(message(mixed(
                "Content-Type: text/csv; name=a.csv\nContent-Transfer-Encoding: base64\n\nYSx!", file("b.csv", CSV))));
        assertEquals(List.of("1 a.csv", "2 b.csv"), parts(mail));
        PartDamage damage =
                assertThrows(PartDamage.class, () -> mail.parts().get(0).open().readAllBytes());
        assertEquals(LeftPart.Why.DAMAGED, damage.why());
    }

    @Test
    void takesAMessageThatIsOneFile() throws Exception {
        MailMessage mail = read(message("From: a@x.cn\n" + file("a.csv", CSV)));
        assertEquals(List.of("1 a.csv"), parts(mail));
        assertArrayEquals(CSV, content(mail.parts().get(0)));
    }

    @Test
    void opensMailsThatAreFilesAndReports() throws Exception {
        MailMessage mail = read(message("From: <postmaster@x.cn>\n"
                + Eml.multipart(
                        "report; report-type=delivery-status",
                        "r",
                        "Content-Type: text/plain\n\nfailed",
                        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
                                + "Final-Recipient: rfc822; b@y.cn\nAction: failed",
                        file("old.eml", Eml.bytes(mixed(file("inner.csv", CSV)))))));
        assertEquals(List.of("b@y.cn"), mail.failedRecipients());
        assertEquals(List.of("4 inner.csv"), parts(mail));
        assertTrue(mail.automatic());
    }

    @Test
    void saysThatTheWayIsLost() throws Exception {
        MimeMessage message = message(mixed(file("a.csv", CSV)));
        java.util.Objects.requireNonNull(store).close();
        assertThrows(MessagingException.class, () -> read(message));
    }
}
