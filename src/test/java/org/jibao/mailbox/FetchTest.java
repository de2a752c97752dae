package org.jibao.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MailboxDefinition;
import org.jibao.delivery.Mail;
import org.jibao.delivery.Mailer;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.run.JobFolders;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.summary.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server on the loopback address without TLS. */
final class FetchTest {

    private static final String ADDRESS = "zwgk@example.com";

    private final Path folder;
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final GreenMailUser user;
    private final Map<String, String> environment = new HashMap<>();

    FetchTest(@TempDir Path folder) {
        this.folder = folder;
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, "s3cret");
        environment.put("JIBAO_IMAP_HOST", "127.0.0.1");
        environment.put("JIBAO_IMAP_PORT", String.valueOf(server.getImap().getPort()));
        environment.put("JIBAO_IMAP_SECURITY", "none");
        environment.put("JIBAO_IMAP_USER", ADDRESS);
        environment.put("JIBAO_IMAP_PASSWORD", "s3cret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Settings settings() {
        return new Settings(
                Path.of("jobs"),
                "quarterly-disclosure",
                folder.resolve("inbox"),
                folder.resolve("jibao.duckdb"),
                folder.resolve("out"),
                Language.ZH,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static JobDefinition job() {
        return JobFolders.head(Path.of("jobs"), "quarterly-disclosure");
    }

    private MailBook book() {
        return MailBook.beside(folder.resolve("jibao.duckdb"), "quarterly-disclosure");
    }

    private FetchOutcome fetch() throws IOException {
        MailboxDefinition mailbox = new MailboxDefinition("INBOX", null, List.of(), null, null, null, false);
        return new Fetch(job(), mailbox, settings(), environment, Progress.NONE)
                .pausing(List.of(Duration.ofMillis(1)))
                .run();
    }

    private static String said(FetchOutcome outcome) {
        return Optional.ofNullable(outcome.failure()).map(Text::en).orElse("");
    }

    private void deliver(byte[] mail) throws MessagingException {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }

    private void deliver(String... lines) throws MessagingException {
        deliver(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] withFile(String header, String name) {
        return new String[] {
            header,
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: application/octet-stream",
            "Content-Disposition: attachment; filename=\"" + name + "\"",
            "Content-Transfer-Encoding: base64",
            "",
            "UEsDBA==",
            "--b--",
            ""
        };
    }

    private List<String> inbox() throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve("inbox"))) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * What one program sends to another that uses the same mailbox is taken for what it is, and nothing comes of it.
     */
    @Test
    void takesNothingOutOfMailsOfItsOwnKind() throws IOException, MessagingException {
        Path slip = Files.write(folder.resolve("slip.xlsx"), new byte[] {'P', 'K', 3, 4});
        Mail answer = new Mail(
                "0123-answer",
                "other@example.org",
                List.of(ADDRESS),
                Letter.plain("退回", "请更正"),
                List.of(slip),
                Instant.EPOCH,
                new Mail.Answer(true, List.of("<1@example.com>")));
        Path file = folder.resolve("answer.eml");
        Mailer.write(answer, file);
        deliver(Files.readAllBytes(file));
        FetchOutcome outcome = fetch();
        assertEquals(
                List.of(Kind.OWN),
                outcome.mails().stream().map(MailRecord::kind).toList(),
                said(outcome));
        assertEquals(List.of(), inbox());
    }

    @Test
    void tellsKindsOfMailsApart() throws IOException, MessagingException {
        deliver(withFile("From: a@example.com", "a.xlsx"));
        deliver(withFile("From: a@example.com\r\nAuto-Submitted: auto-generated", "b.xlsx"));
        deliver("From: a@example.com", "Subject: hello", "", "hello");
        deliver("From: a@example.com", "Auto-Submitted: auto-replied", "", "I am away");
        deliver("From: a@example.com", "", "超大附件 https://wx.mail.qq.com/ftn/download?func=3&k=1");
        FetchOutcome outcome = fetch();
        assertEquals(
                List.of(Kind.RETURNS, Kind.AUTOMATIC, Kind.NO_FILE, Kind.AUTOMATIC, Kind.LINK),
                outcome.mails().stream().map(MailRecord::kind).toList(),
                said(outcome));
        assertEquals(List.of("a.xlsx", "b.xlsx"), inbox());
    }

    @Test
    void namesOfStrangersLeadNowhere() throws IOException, MessagingException {
        List<String> names = List.of(
                "../../etc/cron.d/x.xlsx",
                "C:\\\\x\\\\y.xlsx",
                "received.csv",
                ".hidden.xlsx",
                "a\u202Excod.xlsx",
                "con.xlsx");
        for (String name : names) {
            deliver(withFile("From: a@example.com", name));
        }
        FetchOutcome outcome = fetch();
        assertEquals(names.size(), outcome.files(), said(outcome));
        try (Stream<Path> paths = Files.walk(folder.resolve("inbox"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                assertEquals(
                        folder.resolve("inbox/mail"),
                        Objects.requireNonNull(path.getParent()).getParent());
                assertFalse(path.getFileName().toString().startsWith("."), path.toString());
                assertFalse(path.getFileName().toString().contains("\u202E"), path.toString());
            }
        }
    }

    /** Nothing tells them apart but that they are two. */
    @Test
    void twoMailsThatAreAlikeAreTwo() throws IOException, MessagingException {
        for (int i = 0; i < 3; i++) {
            deliver(withFile("From: a@example.com", "a.xlsx"));
        }
        assertEquals(3, fetch().mails().size());
        assertEquals(List.of("a.xlsx", "a.xlsx", "a.xlsx"), inbox());
        assertEquals(0, fetch().mails().size());
        assertEquals(3, book().read().mails().size());
    }

    @Test
    void bringsToItsEndWhatAKillHasLeft() throws IOException, MessagingException {
        deliver(withFile("From: a@example.com", "a.xlsx"));
        MailRecord mail = fetch().mails().get(0);
        Path inbox = folder.resolve("inbox");
        Path placed = inbox.resolve(mail.files().get(0).name());
        // On record, and its folder still hidden.
        Files.move(placed.getParent(), inbox.resolve(".jibao-mail-" + mail.id()));
        // Written, and not on record.
        Path stray = Files.createDirectories(inbox.resolve(".jibao-mail-ffffffffffffffffffff"));
        Files.writeString(stray.resolve("b.xlsx"), "b");

        Fetch.settle(job(), settings());
        assertTrue(Files.exists(placed));
        assertFalse(Files.exists(stray));
        assertEquals(List.of("a.xlsx"), inbox());
        // A line that was cut off is passed over, and the next one begins anew.
        Files.writeString(book().file(), "{\"event\":\"ma", java.nio.file.StandardOpenOption.APPEND);
        deliver(withFile("From: a@example.com", "c.xlsx"));
        assertEquals(1, fetch().mails().size());
        assertEquals(2, book().read().mails().size());
        assertEquals(0, fetch().mails().size());
    }

    @Test
    void saysNoPasswordOverAConnectionThatMustBeEncrypted() throws IOException {
        environment.put("JIBAO_IMAP_SECURITY", "starttls");
        assertTrue(said(fetch()).contains("could not be read"), said(fetch()));
        environment.put("JIBAO_IMAP_SECURITY", "none");
        environment.put("JIBAO_IMAP_HOST", "imap.example");
        assertTrue(said(fetch()).contains("JIBAO_IMAP_SECURITY is none"), said(fetch()));
    }

    @Test
    void asksAProgramForAToken() throws IOException, MailboxFault {
        Path program = Files.writeString(folder.resolve("token"), "#!/bin/sh\necho ya29.$1\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        assertEquals("ya29.abc", TokenCommand.run(program + " abc"));
        environment.put("JIBAO_IMAP_TOKEN_COMMAND", folder.resolve("none").toString());
        assertTrue(said(fetch()).contains("could not be started"), said(fetch()));
    }

    @Test
    void oneFetchesAtATime() throws IOException, MessagingException {
        deliver(withFile("From: a@example.com", "a.xlsx"));
        Path lock = Files.createDirectories(MailBook.folder(folder.resolve("jibao.duckdb")))
                .resolve("quarterly-disclosure.lock");
        try (var channel = java.nio.channels.FileChannel.open(
                        lock, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertTrue(held.isValid());
            assertTrue(said(fetch()).contains("another process"), said(fetch()));
        }
        FetchOutcome free = fetch();
        assertNull(free.failure());
        assertEquals(1, free.files());
        assertEquals(List.of("a.xlsx"), inbox());
    }
}
