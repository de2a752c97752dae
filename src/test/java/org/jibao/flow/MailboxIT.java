package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jibao.answer.AnswersOnRecord.Standing;
import org.jibao.app.Jibao;
import org.jibao.app.RunOutcome;
import org.jibao.finding.Language;
import org.jibao.mailbook.MailRecord.Proof;
import org.jibao.query.Query.QueryResult;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.testkit.Dovecot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample county whose returns come by mail, against the same returns in a folder. */
final class MailboxIT {

    private static final Path COUNTY = Path.of("sample-data/county/quarterly-disclosure/2026Q3");
    private static final Path REGISTER = Path.of("sample-data/county/received.csv");
    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final String FIGURES = """
            SELECT period, level, scope, figure, dimension, item, value, numerator, denominator, reported, expected
            FROM mart.figure ORDER BY ALL
            """;
    private static final String STANDING = """
            SELECT s.period, s.unit, s.revision, s.sha256, s.verdict, s.standing, s.received_at
            FROM returns.standing s WHERE s.unit IS NOT NULL AND s.standing <> 'held' ORDER BY ALL
            """;

    private static final String EXPECTED = "{complete=35, not-understood=1, received=3, rejected=3, returned=14}";
    private static final String LATER = "青岚县砚雨镇_2026年第三季度.xlsx";

    private final Path folder;

    MailboxIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private Jibao jibao(String place, Path inbox, Map<String, String> environment) {
        Settings settings = new Settings(
                folder.resolve("jobs"),
                "quarterly-disclosure",
                inbox,
                folder.resolve(place + "/jibao.duckdb"),
                folder.resolve(place + "/out"),
                Language.ZH,
                Optional.empty(),
                Optional.of(NOW),
                2);
        return new Jibao(settings, Progress.NONE, environment);
    }

    /** The unit's own return, with other bytes. */
    private byte[] later() throws IOException {
        try (Stream<Path> paths = Files.walk(COUNTY)) {
            Path own = paths.filter(path -> path.toString().contains("砚雨镇"))
                    .sorted()
                    .reduce((one, other) -> other)
                    .orElseThrow();
            Path copy = Files.copy(own, folder.resolve("later.xlsx"), StandardCopyOption.REPLACE_EXISTING);
            try (var zip = FileSystems.newFileSystem(copy)) {
                Files.writeString(zip.getPath("docProps/later.txt"), String.valueOf(copies++));
            }
            return Files.readAllBytes(copy);
        }
    }

    private int copies;

    /** Each unit sends from the address that the list of units has of it. */
    private void jobs() throws IOException {
        Folders.copy(Path.of("jobs"), folder.resolve("jobs"));
        Path units = folder.resolve("jobs/common/units.csv");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(units)) {
            lines.add(line + (lines.isEmpty() ? ",senders" : "," + line.substring(line.lastIndexOf(',') + 1)));
        }
        Files.write(units, lines);
        Files.writeString(folder.resolve("jobs/quarterly-disclosure/job.yaml"), """

                mailbox: {authenticated-by: [mx.example.cn]}
                answers:
                  from: zwgk@example.com
                  received: at-once
                  returned: at-once
                  rejected: at-once
                  not-understood: at-once
                  complete: at-once
                """, StandardOpenOption.APPEND);
    }

    private static Map<String, Instant> times() throws IOException {
        Map<String, Instant> times = new HashMap<>();
        for (String line : Files.readAllLines(REGISTER)
                .subList(1, Files.readAllLines(REGISTER).size())) {
            int comma = line.lastIndexOf(',');
            times.put(
                    line.substring(0, comma),
                    OffsetDateTime.parse(line.substring(comma + 1)).toInstant());
        }
        return times;
    }

    private static Map<String, String> unitOfFile(Jibao jibao) {
        Map<String, String> units = new HashMap<>();
        for (List<@Nullable Object> row : jibao.query("SELECT file, unit FROM returns.standing WHERE unit IS NOT NULL")
                .rows()) {
            units.put(String.valueOf(row.get(0)), String.valueOf(row.get(1)));
        }
        return units;
    }

    @Test
    void figuresByMailAreThoseOfTheFolder() throws IOException {
        jobs();
        Path given = folder.resolve("given/quarterly-disclosure");
        Folders.copy(COUNTY, Files.createDirectories(given.resolve("2026Q3")));
        Files.copy(REGISTER, folder.resolve("given/received.csv"));
        Jibao byFolder = jibao("folder", given, Map.of());
        byFolder.run();
        Map<String, String> units = unitOfFile(byFolder);
        Map<String, Instant> times = times();
        GreenMail sink = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        sink.start();
        try (Dovecot server = Dovecot.start(folder.resolve("imap"));
                Stream<Path> paths = Files.walk(given)) {
            List<Path> files = paths.filter(Files::isRegularFile).sorted().toList();
            int number = 0;
            for (Path file : files) {
                String name = given.relativize(file).toString();
                String unit = units.get(name);
                String from = unit == null ? "someone@example.com" : unit.toLowerCase(Locale.ROOT) + "@example.com";
                Instant at = times.getOrDefault(
                        "quarterly-disclosure/" + name,
                        Files.getLastModifiedTime(file).toInstant());
                server.deliver(
                        CountyMails.mail(
                                number++,
                                from,
                                "dmarc=pass",
                                file.getFileName().toString(),
                                Files.readAllBytes(file),
                                at),
                        at);
            }
            int strange = 0;
            for (String authentication : List.of("dmarc=fail", "dmarc=pass", "none")) {
                // A later return of the first unit: forged, from another unit proven, from another unit that only says
                // so.
                String from = authentication.equals("dmarc=fail") ? "ql101@example.com" : "ql102@example.com";
                server.deliver(
                        CountyMails.mail(
                                number++, from, authentication, LATER, later(), NOW.minusSeconds(600 - strange)),
                        NOW.minusSeconds(600 - strange));
                strange++;
            }
            Path inbox = Files.createDirectories(folder.resolve("inbox"));
            Map<String, String> environment = server.environment();
            environment.put("JIBAO_SMTP_HOST", "127.0.0.1");
            environment.put("JIBAO_SMTP_PORT", String.valueOf(sink.getSmtp().getPort()));
            environment.put("JIBAO_SMTP_SECURITY", "none");
            RunOutcome night = jibao("mail", inbox, environment).nightly();
            assertNull(night.fetched().failure(), String.valueOf(night.fetched().failure()));
            assertEquals(files.size() + strange, night.fetched().mails().size());
            assertEquals(files.size() + strange, night.fetched().files());
            assertEquals(
                    files.size() + 1,
                    night.fetched().mails().stream()
                            .filter(mail -> mail.proof() == Proof.PROVEN)
                            .count());
            Jibao byMail = jibao("mail", inbox, environment);
            assertEquals(
                    List.of(List.of("forged"), List.of("sender"), List.of("claim")),
                    byMail.query("SELECT why FROM returns.held ORDER BY received_at")
                            .rows());
            assertEqual(byFolder.query(STANDING), byMail.query(STANDING));
            assertEqual(byFolder.query(FIGURES), byMail.query(FIGURES));

            assertAnswered(byMail, sink);
            int sent = sink.getReceivedMessages().length;

            RunOutcome second = jibao("mail", inbox, environment).nightly();
            assertEquals(0, second.fetched().mails().size());
            assertEquals(0, second.collected().files().size());
            assertEquals(sent, sink.getReceivedMessages().length);
        } finally {
            sink.stop();
        }
    }

    /** Every answer that was made has come, to an address of the unit that it is about. */
    private static void assertAnswered(Jibao jibao, GreenMail sink) {
        Map<String, Long> byKind = jibao.everyAnswer().lines().stream()
                .filter(line -> line.standing() == Standing.SENT)
                .collect(Collectors.groupingBy(line -> line.record().kind(), TreeMap::new, Collectors.counting()));
        assertEquals(EXPECTED, byKind.toString());
        jibao.everyAnswer().lines().stream()
                .filter(line -> line.standing() == Standing.SENT)
                .filter(line -> !line.record().unit().isEmpty())
                .forEach(line -> assertEquals(
                        line.record().unit().toLowerCase(Locale.ROOT) + "@example.com",
                        line.record().to()));
        assertEquals(byKind.values().stream().mapToLong(Long::longValue).sum(), sink.getReceivedMessages().length);
    }

    private static void assertEqual(QueryResult expected, QueryResult actual) {
        List<List<@Nullable Object>> missing = new ArrayList<>(expected.rows());
        missing.removeAll(actual.rows());
        List<List<@Nullable Object>> more = new ArrayList<>(actual.rows());
        more.removeAll(expected.rows());
        assertEquals(
                "[] []",
                missing.stream().limit(5).toList() + " "
                        + more.stream().limit(5).toList());
        assertEquals(expected.rows().size(), actual.rows().size());
    }
}
