package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.app.RunOutcome;
import org.jibao.finding.Language;
import org.jibao.run.ledger.RunRecord;
import org.jibao.status.RunsQuery.RunsReport;
import org.jibao.support.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of a small inbox with a real mail server on the loopback address. */
final class NightlyDeliveryTest {
    private static final Path SENT = Path.of("sample-data/county/quarterly-disclosure/2026Q3");

    /** The returns of the third quarter are due on 10 October, a Saturday on which people work. */
    private static final Instant BEFORE_DUE = Instant.parse("2026-10-09T17:30:00Z");

    private static final Instant AFTER_DUE = Instant.parse("2026-10-13T17:30:00Z");
    private static final Instant NEXT_NIGHT = Instant.parse("2026-10-14T17:30:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void leadersGetTheSummaryOnceItIsDueAndOfficersEachChange() throws IOException, MessagingException {
        server.start();
        prepare();
        int port = server.getSmtp().getPort();
        assertEquals(List.of(), night(BEFORE_DUE, port).deliveries().waiting());
        assertEquals(List.of("officers@example.gov.cn"), receivers());

        night(AFTER_DUE, port);
        assertEquals(
                List.of("leaders@example.gov.cn", "officers@example.gov.cn", "officers@example.gov.cn"), receivers());
        assertEquals(List.of("催报：政务公开季度报表 2026年第三季度", "催报：政务公开季度报表 2026年第三季度", "政务公开季度报表 2026年第三季度"), subjects());
        assertTrue(names(folder.resolve("leaders")).contains("政务公开季度报表 最新.xlsx"));

        RunOutcome quiet = night(NEXT_NIGHT, port);
        assertFalse(quiet.summaries().get(0).written());
        assertEquals(List.of(), quiet.deliveries().sent());
        assertEquals(3, server.getReceivedMessages().length);
    }

    @Test
    void eachGetsTheFilesThatTheJobSays() throws IOException, MessagingException {
        server.start();
        prepare(
                "  files: [workbook, page, bulletin]\n",
                "    leaders-files: [bulletin, page]\n    officers-files: [workbook]\n",
                ", files: [bulletin]");
        night(AFTER_DUE, server.getSmtp().getPort());
        for (MimeMessage message : server.getReceivedMessages()) {
            boolean leaders = message.getAllRecipients()[0].toString().startsWith("leaders");
            List<String> attached = Attachments.of(message).stream()
                    .filter(name -> !name.startsWith("催报单"))
                    .toList();
            assertEquals(
                    leaders
                            ? List.of(
                                    "Quarterly Return on Government Information Disclosure Q3 2026.docx",
                                    "Quarterly Return on Government Information Disclosure Q3 2026.html",
                                    "政务公开季度报表 2026年第三季度.docx",
                                    "政务公开季度报表 2026年第三季度.html")
                            : List.of("政务公开季度报表 2026年第三季度.xlsx"),
                    attached);
        }
        List<String> copied = names(folder.resolve("leaders"));
        assertTrue(copied.contains("政务公开季度报表 最新.docx"), copied::toString);
        assertTrue(
                copied.stream().noneMatch(name -> name.endsWith(".xlsx") || name.endsWith(".html")), copied::toString);
    }

    /** The data are no letter for leaders, and an earlier summary's must not stay beside a later one that has its own. */
    @Test
    void dataOfTheirOwnGoToTheFolderAndNotToLeaders() throws IOException, MessagingException {
        server.start();
        prepare("  files: [page, data]\n", "", "");
        Path summary = folder.resolve("jobs/quarterly-disclosure/summary.yaml");
        Files.writeString(summary, Files.readString(summary).replace(", tidy, provenance]", "]"));
        night(AFTER_DUE, server.getSmtp().getPort());
        Path made = folder.resolve("out/quarterly-disclosure/2026Q3");
        String data = "政务公开季度报表 2026年第三季度 数据.xlsx";
        List<String> outputs = names(made);
        assertTrue(outputs.contains(data), outputs::toString);
        assertTrue(names(folder.resolve("leaders")).contains("政务公开季度报表 最新 数据.xlsx"));
        for (MimeMessage message : server.getReceivedMessages()) {
            List<String> attached = Attachments.of(message);
            assertFalse(attached.contains(data), attached::toString);
        }

        Path job = folder.resolve("jobs/quarterly-disclosure/job.yaml");
        Files.writeString(job, Files.readString(job).replace("[page, data]", "[workbook, page, data]"));
        night(NEXT_NIGHT, server.getSmtp().getPort());
        assertFalse(names(made).contains(data), () -> "still " + data);
        assertTrue(names(made).contains("政务公开季度报表 2026年第三季度.xlsx"));
        assertTrue(names(folder.resolve("leaders")).contains("政务公开季度报表 最新.xlsx"));
        List<String> leaders = names(folder.resolve("leaders"));
        assertTrue(leaders.stream().noneMatch(name -> name.endsWith("数据.xlsx")), leaders::toString);
    }

    @Test
    void aServerThatIsDownHoldsUpNoFigureAndGetsItsMailLater() throws IOException, MessagingException {
        prepare();
        RunOutcome down = night(AFTER_DUE, freePort());
        assertTrue(down.summaries().get(0).written());
        assertEquals(
                List.of("leaders", "officers"),
                down.deliveries().waiting().stream()
                        .map(item -> item.audience())
                        .sorted()
                        .toList());
        assertNotNull(down.deliveries().waiting().get(0).why());
        assertEquals(false, health().get("healthy"));
        assertEquals(2L, health().get("undelivered"));

        server.start();
        RunOutcome up = night(NEXT_NIGHT, server.getSmtp().getPort());
        assertEquals(2, up.deliveries().sent().size());
        assertEquals(List.of(), up.deliveries().waiting());
        assertEquals(List.of("leaders@example.gov.cn", "officers@example.gov.cn"), receivers());
    }

    @Test
    void aNightThatFailsIsInTheLedgerAndToldToTheOperators() throws IOException, MessagingException {
        server.start();
        prepare();
        int port = server.getSmtp().getPort();
        Files.writeString(folder.resolve("out"), "a file in the way");
        OperationalFailure failure = assertThrows(OperationalFailure.class, () -> night(AFTER_DUE, port));
        RunsReport report = jibao(AFTER_DUE, port).runs();
        RunRecord run = report.runs().get(0);
        assertEquals(RunRecord.State.FAILED, run.state());
        assertEquals(failure.text(), run.failure());
        assertFalse(report.healthy());
        assertEquals(List.of("operators@example.gov.cn"), receivers());
        assertEquals(false, health().get("healthy"));
        assertEquals(failure.text().zh(), health().get("failure_zh"));
    }

    @Test
    void aRunThatItsLedgerCannotTakeIsNotBegun() throws IOException {
        prepare();
        Files.createDirectories(folder.resolve("jibao.duckdb.runs.jsonl"));
        OperationalFailure failure = assertThrows(OperationalFailure.class, () -> night(AFTER_DUE, freePort()));
        assertTrue(
                failure.text().zh().contains("jibao.duckdb.runs.jsonl"),
                failure.text().zh());
        assertFalse(Files.exists(folder.resolve("jibao.duckdb")));
    }

    /** A job like the shipped one that is delivered, and an inbox of two returns. */
    private void prepare() throws IOException {
        prepare("", "", "");
    }

    /** @param made, toWhom, taken more of {@code delivery:}, of its {@code mail:} and its {@code folder:} */
    private void prepare(String made, String toWhom, String taken) throws IOException {
        new DecidedFolder(folder);
        String delivery = """

                delivery:
                %s  folder: {path: "%s", keep: 3%s}
                  mail:
                    from: jibao@example.gov.cn
                    leaders: [leaders@example.gov.cn]
                    officers: [officers@example.gov.cn]
                    operators: [operators@example.gov.cn]
                %s""".formatted(made, folder.resolve("leaders"), taken, toWhom);
        Files.writeString(folder.resolve("jobs/quarterly-disclosure/job.yaml"), delivery, StandardOpenOption.APPEND);
        Files.createDirectories(folder.resolve("inbox"));
        StringBuilder received = new StringBuilder("file,received_at\n");
        for (String unit : List.of("青岚县教育局", "青岚县民政局")) {
            String name = unit + "_2026年第三季度.xlsx";
            Files.copy(SENT.resolve(name), folder.resolve("inbox").resolve(name));
            received.append(name).append(",2026-10-09T09:00+08:00\n");
        }
        Files.writeString(folder.resolve("received.csv"), received);
    }

    private RunOutcome night(Instant at, int port) {
        return jibao(at, port).nightly();
    }

    private Jibao jibao(Instant at, int port) {
        Settings settings = new Settings(
                folder.resolve("jobs"),
                "quarterly-disclosure",
                folder.resolve("inbox"),
                folder.resolve("jibao.duckdb"),
                folder.resolve("out"),
                Language.ZH,
                Optional.empty(),
                Optional.of(at),
                2);
        Map<String, String> environment = Map.of(
                "JIBAO_SMTP_HOST", "127.0.0.1", "JIBAO_SMTP_PORT", String.valueOf(port), "JIBAO_SMTP_SECURITY", "none");
        return new Jibao(settings, Progress.NONE, environment);
    }

    private Map<String, ?> health() throws IOException {
        return Json.object(Files.readString(folder.resolve("jibao.duckdb.quarterly-disclosure.health.json")));
    }

    private List<String> receivers() throws MessagingException {
        List<String> receivers = new java.util.ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            receivers.addAll(Arrays.stream(message.getAllRecipients())
                    .map(Object::toString)
                    .toList());
        }
        receivers.sort(null);
        return receivers;
    }

    private List<String> subjects() throws MessagingException {
        List<String> subjects = new java.util.ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            subjects.add(message.getSubject());
        }
        subjects.sort(null);
        return subjects;
    }

    /** The names of the files that are attached to a mail, in order. */
    private static final class Attachments {

        private Attachments() {}

        static List<String> of(Part part) throws MessagingException, IOException {
            List<String> names = new java.util.ArrayList<>();
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    names.addAll(of(parts.getBodyPart(i)));
                }
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                names.add(MimeUtility.decodeText(part.getFileName()));
            }
            names.sort(null);
            return names;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
