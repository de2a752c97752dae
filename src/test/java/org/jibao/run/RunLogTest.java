package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.cli.log.LogFiles;
import org.jibao.finding.Language;
import org.jibao.run.ledger.RunLedger;
import org.jibao.testkit.JsonTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log files have of nights over a small inbox, with a real mail server that refuses the password. */
final class RunLogTest {

    private static final Path SENT = Path.of("sample-data/county/quarterly-disclosure/2026Q3");
    private static final Instant NIGHT = Instant.parse("2026-10-13T17:30:00Z");
    private static final Pattern EVENT = Pattern.compile("^(\\S+) (?:INFO |WARN |ERROR) .* ?event=(\\S+)");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<IOException> unwritable = new ArrayList<>();
    private final Path folder;

    RunLogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void prepare() throws IOException {
        server.setUser("jibao@example.gov.cn", "jibao", "right");
        server.start();
        Files.createDirectories(folder.resolve("jobs"));
        copy(Path.of("jobs"), folder.resolve("jobs"));
        Files.writeString(
                folder.resolve("jobs/quarterly-disclosure/job.yaml"),
                "\ndelivery: {mail: {from: jibao@example.gov.cn, officers: [li@example.gov.cn, wu@example.gov.cn]}}\n",
                StandardOpenOption.APPEND);
        Files.createDirectories(folder.resolve("inbox"));
        StringBuilder received = new StringBuilder("file,received_at\n");
        for (String unit : List.of("青岚县教育局", "青岚县民政局", "青岚县水利局")) {
            String name = unit + "_2026年第三季度.xlsx";
            Files.copy(SENT.resolve(name), folder.resolve("inbox").resolve(name));
            received.append(name).append(",2026-10-09T09:00+08:00\n");
        }
        Files.copy(SENT.resolve("青岚县教育局_2026年第三季度.xlsx"), folder.resolve("inbox/again.xlsx"));
        received.append("again.xlsx,2026-10-09T10:00+08:00\n");
        Files.writeString(folder.resolve("received.csv"), received);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aNightIsToldByBothFilesAndTheNextOneInAHandfulOfLines() throws IOException {
        night();
        List<Map<String, @Nullable Object>> events = json();
        assertEquals(
                List.of(
                        "again.xlsx duplicate file-duplicate " + sha256(folder.resolve("inbox/again.xlsx")),
                        "青岚县教育局_2026年第三季度.xlsx accepted_with_warnings responses.days "
                                + sha256(folder.resolve("inbox/again.xlsx")),
                        "青岚县民政局_2026年第三季度.xlsx returned cell-not-whole "
                                + sha256(folder.resolve("inbox/青岚县民政局_2026年第三季度.xlsx")),
                        "青岚县水利局_2026年第三季度.xlsx rejected file-empty "
                                + sha256(folder.resolve("inbox/青岚县水利局_2026年第三季度.xlsx"))),
                named(events, "file-settled").stream()
                        .map(event -> event.get("file") + " " + event.get("verdict") + " " + event.get("finding") + " "
                                + event.get("sha256"))
                        .sorted()
                        .toList());
        assertOutputs(events);
        assertEquals(
                List.of("officers 2 1 waiting AuthenticationFailedException"),
                named(events, "delivery-tried").stream()
                        .map(event -> event.get("audience") + " " + event.get("recipients") + " " + event.get("attempt")
                                + " " + event.get("outcome") + " " + event.get("reason"))
                        .toList());
        assertEquals(
                List.of(
                        "listing",
                        "reading",
                        "rules",
                        "snapshot",
                        "slips",
                        "metrics",
                        "snapshot",
                        "workbook",
                        "delivery"),
                stages(events, "stage-begun"));
        assertEquals(stages(events, "stage-begun"), stages(events, "stage-ended"));
        assertEnd(events);
        assertSilent();
        assertEquals(
                events.stream()
                        .map(event -> event.get("time") + " " + event.get("event"))
                        .toList(),
                plain());

        night();
        List<Map<String, @Nullable Object>> quiet = json().subList(events.size(), json().size());
        assertEquals(
                List.of("run-begun", "stage-begun", "stage-ended", "output-left", "output-left", "run-ended"),
                quiet.stream().map(event -> event.get("event")).toList());
        assertEquals(List.of(), unwritable);
    }

    private void assertOutputs(List<Map<String, @Nullable Object>> events) throws IOException {
        List<String> outputs = new ArrayList<>();
        for (Map<String, @Nullable Object> event : named(events, "output-published")) {
            outputs.add(event.get("output") + " " + event.get("period"));
            assertEquals(sha256(Path.of(String.valueOf(event.get("file")))), event.get("sha256"));
        }
        assertEquals(
                List.of(
                        "return-slips 2026Q3",
                        "return-slips 2026Q3",
                        "summary 2026Q3",
                        "summary 2026Q3",
                        "summary 2026Q3",
                        "summary 2026Q3",
                        "summary 2026Q3",
                        "summary 2026Q3",
                        "chase-list 2026Q3",
                        "chase-list 2026Q3"),
                outputs);
    }

    private void assertEnd(List<Map<String, @Nullable Object>> events) throws IOException {
        Map<String, @Nullable Object> begun = events.get(0);
        assertEquals("nightly", begun.get("command"));
        assertEquals("quarterly-disclosure", begun.get("job"));
        assertEquals(NIGHT.toString(), begun.get("as_of"));
        Map<String, @Nullable Object> end = events.get(events.size() - 1);
        assertEquals("run-ended", end.get("event"));
        assertEquals("done", end.get("outcome"));
        assertEquals(
                Map.of("accepted_with_warnings", 1L, "returned", 1L, "rejected", 1L, "duplicate", 1L),
                end.get("verdicts"));
        assertEquals(6L, end.get("published"));
        assertEquals(1L, end.get("undelivered"));
        String run = RunLedger.beside(store()).runs().get(0).id();
        events.forEach(event -> assertEquals(run, event.get("run"), event::toString));
    }

    /** What is in the returns, whoever is written to and how one gets into the mail server is for no log. */
    private void assertSilent() throws IOException {
        for (Path file : List.of(only(".log"), only(".jsonl"))) {
            String text = Files.readString(file);
            for (String word : List.of("s3cret-wrong", "example.gov.cn", "whole number", "整数")) {
                assertFalse(text.contains(word), () -> file + " has " + word);
            }
        }
    }

    @Test
    void aNightThatFailsIsToldWithItsStackTrace() throws IOException {
        Files.writeString(folder.resolve("out"), "a file in the way");
        OperationalFailure failure = assertThrows(OperationalFailure.class, this::night);
        List<Map<String, @Nullable Object>> ends = named(json(), "run-ended");
        assertEquals(1, ends.size());
        assertEquals("ERROR", ends.get(0).get("level"));
        assertEquals("failed", ends.get(0).get("outcome"));
        assertEquals(failure.text().en(), ends.get(0).get("failure"));
        Map<?, ?> error = (Map<?, ?>) Objects.requireNonNull(ends.get(0).get("error"));
        assertEquals("org.jibao.run.OperationalFailure", error.get("class"));
        assertTrue(String.valueOf(error.get("trace")).contains("at org.jibao.app.Jibao.nightly"), error::toString);
        assertTrue(Files.readString(only(".log")).contains("\n    org.jibao.run.OperationalFailure: "));
    }

    private void night() {
        Settings settings = new Settings(
                folder.resolve("jobs"),
                "quarterly-disclosure",
                folder.resolve("inbox"),
                store(),
                folder.resolve("out"),
                Language.ZH,
                Optional.empty(),
                Optional.of(NIGHT),
                2);
        Map<String, String> environment = Map.of(
                "JIBAO_SMTP_HOST", "127.0.0.1",
                "JIBAO_SMTP_PORT", String.valueOf(server.getSmtp().getPort()),
                "JIBAO_SMTP_SECURITY", "none",
                "JIBAO_SMTP_USER", "jibao",
                "JIBAO_SMTP_PASSWORD", "s3cret-wrong");
        LogFiles files = LogFiles.beside(store(), unwritable::add);
        try {
            new Jibao(settings, Progress.NONE, environment).nightly();
        } finally {
            files.close();
        }
    }

    private Path store() {
        return folder.resolve("jibao.duckdb");
    }

    private List<Map<String, @Nullable Object>> json() throws IOException {
        return JsonTree.lines(only(".jsonl"));
    }

    private static List<Map<String, @Nullable Object>> named(List<Map<String, @Nullable Object>> events, String name) {
        return events.stream().filter(event -> name.equals(event.get("event"))).toList();
    }

    private static List<String> stages(List<Map<String, @Nullable Object>> events, String name) {
        return named(events, name).stream()
                .map(event -> String.valueOf(event.get("stage")))
                .toList();
    }

    /** Time and event of each line. */
    private List<String> plain() throws IOException {
        List<String> events = new ArrayList<>();
        for (String line : Files.readAllLines(only(".log"))) {
            Matcher event = EVENT.matcher(line);
            assertTrue(event.find(), line);
            events.add(event.group(1) + " " + event.group(2));
        }
        return events;
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.list(LogFiles.folder(store()))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertEquals(1, found.size());
            return found.get(0);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (!Files.isDirectory(path)) {
                    Files.copy(path, target);
                } else if (!Files.isDirectory(target)) {
                    Files.createDirectory(target);
                }
            }
        }
    }
}
