package org.jibao.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MailboxDefinition;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.mailbox.MailboxCheck.Step;
import org.jibao.run.JobFolders;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.support.Sha256;
import org.jibao.testkit.Dovecot;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.MeddlingProxy;
import org.jibao.testkit.MeddlingProxy.Meddling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server with TLS. */
final class DovecotFetchTest {

    private static final Instant RECEIVED = Instant.parse("2026-10-09T08:30:00Z");
    private static final MailboxDefinition MAILBOX =
            new MailboxDefinition("INBOX", null, List.of("mx.example.cn"), null, null, null, false);

    private final Path folder;
    private final Dovecot server;

    DovecotFetchTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.server = Dovecot.start(folder.resolve("imap"));
    }

    @BeforeEach
    void quick() {
        environment = server.environment();
    }

    private Map<String, String> environment = Map.of();

    @AfterEach
    void stop() {
        server.close();
    }

    private FetchOutcome fetch(String place, MailboxDefinition mailbox) throws IOException {
        JobDefinition job = JobFolders.head(Path.of("jobs"), "quarterly-disclosure");
        Settings settings = new Settings(
                Path.of("jobs"),
                job.id(),
                folder.resolve(place + "/inbox"),
                folder.resolve(place + "/jibao.duckdb"),
                folder.resolve(place + "/out"),
                Language.ZH,
                Optional.empty(),
                Optional.empty(),
                1);
        return new Fetch(job, mailbox, settings, environment, Progress.NONE)
                .pausing(List.of(Duration.ofMillis(1)))
                .run();
    }

    private FetchOutcome fetch() throws IOException {
        return fetch("one", MAILBOX);
    }

    private MailsOnRecord onRecord(String place) throws IOException {
        return MailBook.beside(folder.resolve(place + "/jibao.duckdb"), "quarterly-disclosure")
                .read();
    }

    /** Files of the inbox with the digests of their bytes. */
    private Map<String, String> inbox(String place) throws IOException {
        Path inbox = folder.resolve(place + "/inbox");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(inbox)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(inbox.relativize(path).toString(), Sha256.of(path));
            }
        }
        return files;
    }

    private static String mail(int number, String header) {
        return String.join(
                "\n",
                header + "From: =?utf-8?B?5byg?= <ql" + number + "@example.com>",
                "To: zwgk@example.com",
                "Subject: =?gb2312?B?sai57w==?=",
                "Message-ID: <" + number + "@example.com>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "hello",
                "--b",
                "Content-Type: application/vnd.ms-excel",
                "Content-Disposition: attachment; filename=\"return-" + number + ".xlsx\"",
                "Content-Transfer-Encoding: base64",
                "",
                "UEsDBA" + "A".repeat(2000 + 2 * (number % 50) * 2) + "==",
                "--b--",
                "");
    }

    private static String note(int number) {
        return "From: ql" + number + "@example.com\nSubject: note\nMessage-ID: <note-" + number
                + "@example.com>\n\nhi\n";
    }

    private void deliver(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            server.deliver(mail(i, ""), RECEIVED.plusSeconds(60L * i));
        }
    }

    private void through(MeddlingProxy proxy) {
        environment.put("JIBAO_IMAP_PORT", String.valueOf(proxy.port()));
    }

    private static String zh(FetchOutcome outcome) {
        return Optional.ofNullable(outcome.failure()).map(Text::zh).orElse("");
    }

    private static String said(FetchOutcome outcome) {
        return Optional.ofNullable(outcome.failure()).map(Text::en).orElse("");
    }

    @Test
    void fetchesEachMailOnce() throws IOException {
        server.deliver(
                mail(1, "Authentication-Results: mx.example.cn; dmarc=pass header.from=example.com\n"), RECEIVED);
        server.deliver(mail(2, ""), RECEIVED.plusSeconds(60));

        FetchOutcome first = fetch();
        assertNull(first.failure(), said(first));
        assertEquals(2, first.mails().size());
        MailRecord mail = first.mails().get(0);
        assertEquals("ql1@example.com", mail.from());
        assertEquals(RECEIVED, mail.receivedAt());
        assertEquals(MailRecord.Proof.PROVEN, mail.proof());
        assertEquals(MailRecord.Proof.CLAIMED, first.mails().get(1).proof());
        Path file = folder.resolve("one/inbox").resolve(mail.files().get(0).name());
        assertEquals(RECEIVED, Files.getLastModifiedTime(file).toInstant());
        assertEquals(mail.files().get(0).sha256(), Sha256.of(file));
        assertEquals(0, server.flagged("", "S"));

        assertEquals(0, fetch().mails().size());
        assertEquals(2, inbox("one").size());
    }

    @Test
    void aFolderMadeAnewBringsNothingTwice() throws IOException {
        deliver(5);
        assertEquals(5, fetch().mails().size());
        server.forgetUids();
        server.deliver(mail(6, ""), RECEIVED.plusSeconds(3600));
        FetchOutcome anew = fetch();
        assertEquals(1, anew.mails().size(), said(anew));
        assertEquals(6, inbox("one").size());
        assertEquals(0, fetch().mails().size());
    }

    @Test
    void remembersMailsWithoutAReturn() throws IOException {
        server.deliver(note(1), RECEIVED);
        assertEquals(Kind.NO_FILE, fetch().mails().get(0).kind());
        assertEquals(0, fetch().mails().size());
        assertFalse(Files.exists(folder.resolve("one/inbox/mail")));
    }

    @Test
    void marksAndMovesWithoutDeletingOrReading() throws IOException {
        deliver(3);
        server.deliver(note(9), RECEIVED);
        MailboxDefinition moving = new MailboxDefinition("INBOX", null, List.of(), "jibao", "Handled", "Other", true);
        FetchOutcome outcome = fetch("one", moving);
        assertNull(outcome.failure(), said(outcome));
        assertEquals(0, server.mails(""));
        assertEquals(3, server.mails("Handled"));
        assertEquals(1, server.mails("Other"));
        assertEquals(0, server.flagged("Handled", "S"));
        assertEquals(0, server.flagged("Handled", "T"));
        assertEquals(
                4,
                onRecord("one").mails().stream()
                        .filter(mail -> onRecordMarked(mail.id()))
                        .count());
        try (Stream<Path> kept = Files.walk(folder.resolve("one/jibao.duckdb.mail/kept"))) {
            assertEquals(
                    3, kept.filter(path -> path.toString().endsWith(".eml")).count());
        }
        // The folder to which they went, looked at by itself, has nothing that is not on record.
        MailboxDefinition other = new MailboxDefinition("Handled", null, List.of(), null, null, null, false);
        assertEquals(0, fetch("one", other).mails().size());
        assertEquals(3, inbox("one").size());
    }

    private boolean onRecordMarked(String id) {
        try {
            return onRecord("one").isMarked(id);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void leavesWhatCameBeforeTheFirstDay() throws IOException {
        deliver(2);
        server.deliver(mail(3, ""), RECEIVED.plus(Duration.ofDays(3)));
        MailboxDefinition since =
                new MailboxDefinition("INBOX", LocalDate.parse("2026-10-12"), List.of(), null, null, null, false);
        assertEquals(1, fetch("one", since).mails().size());
        assertEquals(0, fetch("one", since).mails().size());
    }

    /** Cut after any number of bytes, a second connection brings what the first has not, and nothing twice. */
    @Test
    void aConnectionThatIsCutAnywhereCostsNothing() throws IOException {
        deliver(4);
        server.deliver(note(5), RECEIVED);
        long whole;
        try (MeddlingProxy proxy = new MeddlingProxy(server.port(), Meddling.NONE, 0, false)) {
            through(proxy);
            assertEquals(5, fetch("undisturbed", MAILBOX).mails().size());
            whole = proxy.bytes();
        }
        int cuts = 24;
        for (int i = 0; i < cuts; i++) {
            String place = "cut-" + i;
            try (MeddlingProxy proxy = new MeddlingProxy(server.port(), Meddling.CUT, whole * i / cuts, false)) {
                through(proxy);
                FetchOutcome outcome = fetch(place, MAILBOX);
                assertNull(outcome.failure(), said(outcome));
            }
            assertEquals(inbox("undisturbed"), inbox(place));
            assertEquals(5, onRecord(place).mails().size());
        }
    }

    @Test
    void aServerThatStaysSilentCostsItsMailsOnly() throws IOException {
        deliver(3);
        environment.put("JIBAO_IMAP_TIMEOUT", "1");
        try (MeddlingProxy proxy = new MeddlingProxy(server.port(), Meddling.SILENCE, 4_000, true)) {
            through(proxy);
            FaultTable.assertSaid("mailbox-silent", zh(fetch()));
        }
        environment = server.environment();
        fetch();
        assertEquals(3, inbox("one").size());
    }

    @Test
    void aServerThatAnswersAByteAtATimeIsGivenUp() throws IOException {
        deliver(1);
        environment.put("JIBAO_IMAP_TIMEOUT", "1");
        try (MeddlingProxy proxy = new MeddlingProxy(server.port(), Meddling.EACH_BYTE, 200, true)) {
            through(proxy);
            FaultTable.assertSaid("mailbox-drip", zh(fetch()));
        }
    }

    @Test
    void aServerWithoutAGoodCertificateIsToldNothing() throws IOException {
        deliver(1);
        environment.remove("JIBAO_IMAP_CERTIFICATES");
        FaultTable.assertSaid("mailbox-certificate", zh(fetch()));
        assertFalse(Objects.requireNonNull(server.log()).contains("Login: user="));
    }

    @Test
    void aPasswordThatIsRefusedIsTriedOnce() throws IOException {
        environment.put("JIBAO_IMAP_PASSWORD", "expired");
        String said = zh(fetch());
        FaultTable.assertSaid("mailbox-password", said);
        assertFalse(said.contains("expired"), said);
        // The server writes its log when it comes to it; what comes before a login that it took is there once that is.
        environment = server.environment();
        fetch();
        String log = logOnceItTellsOf("Login: user=");
        assertEquals(1, log.lines().filter(line -> line.contains("auth failed")).count(), log);
    }

    private String logOnceItTellsOf(String event) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        String log = Objects.requireNonNull(server.log());
        while (!log.contains(event)) {
            assertTrue(System.nanoTime() < end, log);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            log = Objects.requireNonNull(server.log());
        }
        return log;
    }

    @Test
    void aFolderThatIsGoneIsNamed() throws IOException {
        MailboxDefinition gone = new MailboxDefinition("Returns/2026", null, List.of(), null, null, null, false);
        FaultTable.assertSaid("mailbox-folder", zh(fetch("one", gone)));
    }

    @Test
    void asksLittleOfALargeFolder() throws IOException {
        for (int i = 1; i <= 3_000; i++) {
            server.deliver(note(i), RECEIVED.plusSeconds(i));
        }
        fetch();
        try (MeddlingProxy proxy = new MeddlingProxy(server.port(), Meddling.NONE, 0, false)) {
            through(proxy);
            assertEquals(0, fetch().mails().size());
            assertTrue(proxy.bytes() < 8192, "bytes for nothing new: " + proxy.bytes());
            deliver(3);
            assertEquals(3, fetch().mails().size());
            assertTrue(proxy.bytes() < 40_000, "bytes for three mails: " + proxy.bytes());
        }
    }

    @Test
    void takesOnlyTheReturnOfAMailOf200Mebibytes() throws IOException {
        String line = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3\n";
        String mail = mail(1, "");
        int first = mail.indexOf("--b\n");
        Path large = folder.resolve("large.eml");
        try (Writer writer = Files.newBufferedWriter(large)) {
            writer.write(mail.substring(0, first));
            writer.write("--b\nContent-Type: video/mp4; name=m.mp4\nContent-Transfer-Encoding: base64\n\n");
            for (long size = 0; size < 200 << 20; size += line.length()) {
                writer.write(line);
            }
            writer.write(mail.substring(first));
        }
        server.deliver(large, RECEIVED);
        try (MeddlingProxy proxy = new MeddlingProxy(server.port(), Meddling.NONE, 0, false)) {
            through(proxy);
            FetchOutcome outcome = fetch();
            assertEquals(1, outcome.files(), said(outcome));
            assertEquals("other_kind", outcome.mails().get(0).left().get(0).why());
            assertTrue(proxy.bytes() < 40_000, "bytes of 200 MiB: " + proxy.bytes());
        }
    }

    @Test
    void aHeaderOfTenMebibytesReachesNothing() throws IOException {
        String references = "References:" + " <a@b>\n".repeat((10 << 20) / 7);
        server.deliver(mail(1, references), RECEIVED);
        FetchOutcome outcome = fetch();
        assertEquals(1, outcome.mails().size(), said(outcome));
        long book = Files.size(MailBook.beside(folder.resolve("one/jibao.duckdb"), "quarterly-disclosure")
                .file());
        assertTrue(book < 4096, "bytes on record: " + book);
    }

    @Test
    void checksStepByStepAndChangesNothing() throws IOException {
        server.deliver(
                mail(1, "Authentication-Results: mx.example.cn; dmarc=pass header.from=example.com\n"), RECEIVED);
        List<Step> steps = new MailboxCheck(MAILBOX, environment).steps();
        assertEquals(9, steps.stream().filter(Step::works).count());
        assertEquals(9, steps.size());
        assertEquals(0, server.flagged("", "S"));
        assertFalse(Files.exists(folder.resolve("one")));

        environment.put("JIBAO_IMAP_PASSWORD", "wrong");
        List<Step> refused = new MailboxCheck(MAILBOX, environment).steps();
        assertEquals(3, refused.size());
        assertFalse(refused.get(2).works());
        assertNotNull(refused.get(2).said());
    }
}
