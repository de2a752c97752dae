package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jibao.delivery.MailServer.MailTimeouts;
import org.jibao.delivery.Mailer.MailException;
import org.jibao.summary.Letter;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.SlowServer;
import org.jibao.workbook.Picture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server on the loopback address. */
final class MailerTest {
    private static final List<String> LEADERS = List.of("zhang@example.gov.cn", "li@example.gov.cn");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsWordsPagePicturesAndWorkbookToEverybody(@TempDir Path folder) throws IOException, MessagingException {
        Path workbook = Files.write(folder.resolve("政务公开季度报表 2026年第三季度.xlsx"), new byte[] {'P', 'K', 3, 4});
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of(workbook)), file);

        new Mailer(loopback(null, null)).send(file, LEADERS);

        MimeMessage[] received = server.getReceivedMessages();
        assertEquals(2, received.length);
        MimeMessage message = received[0];
        assertEquals("政务公开季度报表 2026年第三季度", message.getSubject());
        assertEquals("jibao@example.gov.cn", message.getFrom()[0].toString());
        assertEquals("<Q3-leaders@jibao>", message.getMessageID());
        MimeMultipart whole = (MimeMultipart) message.getContent();
        MimeMultipart either = (MimeMultipart) whole.getBodyPart(0).getContent();
        assertEquals("主动公开 12 条。", either.getBodyPart(0).getContent());
        MimeMultipart page = (MimeMultipart) either.getBodyPart(1).getContent();
        assertEquals(
                "<p>主动公开 12 条。<img src=\"cid:chart1\"></p>", page.getBodyPart(0).getContent());
        BodyPart picture = page.getBodyPart(1);
        assertEquals("<chart1>", picture.getHeader("Content-ID")[0]);
        assertArrayEquals(PNG, bytes(picture));
        BodyPart attachment = whole.getBodyPart(1);
        assertEquals("政务公开季度报表 2026年第三季度.xlsx", MimeUtility.decodeText(attachment.getFileName()));
        assertArrayEquals(Files.readAllBytes(workbook), bytes(attachment));
    }

    @Test
    void namesWhomTheServerRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        try (RefusingServer refusing = new RefusingServer("li@example.gov.cn")) {
            Mailer mailer = new Mailer(at(refusing.port(), MailServer.Security.NONE));
            MailException failure = assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
            assertEquals(List.of("li@example.gov.cn"), failure.remaining());
            assertTrue(
                    failure.text().zh().contains("li@example.gov.cn"),
                    failure.text().zh());
            assertTrue(
                    failure.text().zh().contains("no such mailbox"),
                    failure.text().zh());
            FaultTable.assertSaid("mail-refused", failure.text().zh());
            assertEquals(1, refusing.taken());
        }
    }

    @Test
    void sendsTheMailsOfARunOverOneConnection(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        try (RefusingServer refusing = new RefusingServer("li@example.gov.cn");
                Mailer mailer = new Mailer(at(refusing.port(), MailServer.Security.NONE))) {
            for (int i = 0; i < 3; i++) {
                mailer.send(file, List.of("zhang@example.gov.cn"));
            }
            assertEquals(3, refusing.taken());
            assertEquals(1, refusing.connections());

            MailException failure =
                    assertThrows(MailException.class, () -> mailer.send(file, List.of("li@example.gov.cn")));
            assertEquals(List.of("li@example.gov.cn"), failure.remaining());
            mailer.send(file, List.of("zhang@example.gov.cn"));
            failure = assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
            assertEquals(List.of("li@example.gov.cn"), failure.remaining());
            assertEquals(5, refusing.taken());
        }
    }

    @Test
    void goesOnOverAnotherConnectionWhereTheServerHangsUp(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        try (RefusingServer refusing = new RefusingServer("li@example.gov.cn", 2);
                Mailer mailer = new Mailer(at(refusing.port(), MailServer.Security.NONE))) {
            for (int i = 0; i < 5; i++) {
                mailer.send(file, List.of("zhang@example.gov.cn"));
            }
            assertEquals(5, refusing.taken());
            assertEquals(3, refusing.connections());
        }
    }

    @Test
    void keepsTheMailWhereNobodyAnswers(@TempDir Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        Mailer mailer = new Mailer(at(port, MailServer.Security.NONE));
        MailException failure = assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
        assertEquals(LEADERS, failure.remaining());
        assertTrue(
                failure.text().en().contains("JIBAO_SMTP_HOST"), failure.text().en());
    }

    @Test
    void doesNotSendInTheClearWhereEncryptionIsAsked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        Mailer mailer = new Mailer(at(server.getSmtp().getPort(), MailServer.Security.STARTTLS));
        MailException failure = assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
        assertEquals(LEADERS, failure.remaining());
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void saysThatThePasswordIsWrongAndNotWhichItWas(@TempDir Path folder) throws IOException {
        server.setUser("jibao@example.gov.cn", "jibao", "right");
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        MailServer wrong = loopback("jibao", "s3cret-wrong");
        MailException failure = assertThrows(MailException.class, () -> new Mailer(wrong).send(file, LEADERS));
        assertTrue(
                failure.text().zh().contains("JIBAO_SMTP_USER"), failure.text().zh());
        assertFalse((failure.text() + wrong.toString() + failure).contains("s3cret-wrong"));
        new Mailer(loopback("jibao", "right")).send(file, LEADERS);
        assertEquals(2, server.getReceivedMessages().length);
    }

    /** No single wait is long here: it is the whole that must come to an end. */
    @Test
    void givesUpAServerThatAnswersAByteAtATime(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        try (SlowServer slow = new SlowServer(SlowServer.At.EACH_BYTE)) {
            Mailer mailer = new Mailer(impatient(slow.port(), MailServer.Security.NONE));
            MailException failure = assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
            FaultTable.assertSaid("mail-drip", failure.text().zh());
            assertEquals(LEADERS, failure.remaining());
        }
    }

    @Test
    void givesUpAServerThatReadsNothingOfTheMail(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        byte[] large = new byte[12_000_000];
        new java.util.Random(1).nextBytes(large);
        Mailer.write(mail(List.of(Files.write(folder.resolve("large.xlsx"), large))), file);
        try (SlowServer slow = new SlowServer(SlowServer.At.BODY)) {
            Mailer mailer = new Mailer(impatient(slow.port(), MailServer.Security.NONE));
            MailException failure = assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
            FaultTable.assertSaid("mail-body", failure.text().zh());
            assertEquals(List.of(), slow.taken());
        }
    }

    @Test
    void givesUpAServerThatNeverShakesHands(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        try (SlowServer slow = new SlowServer(SlowServer.At.GREETING)) {
            Mailer mailer = new Mailer(impatient(slow.port(), MailServer.Security.TLS));
            MailException failure = assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
            assertEquals(LEADERS, failure.remaining());
            assertTrue(
                    failure.text().en().contains("JIBAO_SMTP_SECURITY"),
                    failure.text().en());
        }
    }

    /** However many mails there are, the run comes to its end. */
    @Test
    void hasNoTimeLeftOnceSlowServersHaveUsedItUp(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("1.eml");
        Mailer.write(mail(List.of()), file);
        try (SlowServer slow = new SlowServer(SlowServer.At.EACH_BYTE)) {
            Mailer mailer = new Mailer(impatient(slow.port(), MailServer.Security.NONE));
            assertTrue(mailer.hasTime());
            int tried = 0;
            while (mailer.hasTime()) {
                assertThrows(MailException.class, () -> mailer.send(file, LEADERS));
                tried++;
            }
            // Each takes at least a third of the time; where the machine is slow, more.
            assertTrue(tried <= 3, () -> "one more than there is time for");
            FaultTable.assertSaid("mail-no-time", mailer.noTime().zh());
        }
    }

    private static Mail mail(List<Path> attachments) {
        Letter letter = new Letter(
                "政务公开季度报表 2026年第三季度",
                "<p>主动公开 12 条。<img src=\"cid:chart1\"></p>",
                "主动公开 12 条。",
                List.of(new Picture(PNG, 10, 10, "图")));
        return new Mail(
                "Q3-leaders",
                "jibao@example.gov.cn",
                LEADERS,
                letter,
                attachments,
                Instant.parse("2026-10-20T01:00:00Z"));
    }

    private MailServer loopback(@Nullable String user, @Nullable String password) {
        return new MailServer(
                "127.0.0.1", server.getSmtp().getPort(), MailServer.Security.NONE, user, password, MailTimeouts.USUAL);
    }

    private static MailServer impatient(int port, MailServer.Security security) {
        return new MailServer("127.0.0.1", port, security, null, null, new MailTimeouts(Duration.ofMillis(200)));
    }

    private static MailServer at(int port, MailServer.Security security) {
        return new MailServer("127.0.0.1", port, security, null, null, MailTimeouts.USUAL);
    }

    private static byte[] bytes(BodyPart part) throws IOException, MessagingException {
        try (InputStream stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }
}
