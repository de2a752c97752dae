package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jibao.App;
import org.jibao.app.RunOutcome;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.FreshStore;
import org.jibao.testkit.SlowServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail servers that are down or slow when the night's mails shall go: the figures are made, and each mail goes once. */
final class NightMailTest {

    private final SmallNight night;

    NightMailTest(@TempDir Path folder) throws IOException {
        this.night = new SmallNight(folder);
        FreshStore.at(night.store());
    }

    static GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Test
    void aServerThatIsDownAtNightGetsItsMailsBetweenNights() throws IOException {
        RunOutcome down = night.at(SmallNight.NIGHT, SmallNight.deadPort()).nightly();
        assertTrue(down.summaries().get(0).written());
        FaultTable.assertSaid("mail-down", why(down));
        GreenMail up = server();
        try {
            int port = up.getSmtp().getPort();
            Instant early = SmallNight.NIGHT.plusSeconds(30);
            assertEquals(DeliveryOutcome.NONE, night.at(early, port).deliver());
            assertEquals(List.of("nightly DONE"), night.ledger());

            Instant later = SmallNight.NIGHT.plus(Duration.ofMinutes(1));
            assertEquals(2, night.at(later, port).deliver().sent().size());
            assertEquals(List.of("nightly DONE", "deliver DONE"), night.ledger());
            assertEquals(2, night.runs().runs().get(1).sent());
            assertEquals(true, night.health().get("healthy"));
            assertEquals(0L, night.health().get("undelivered"));

            assertEquals(
                    DeliveryOutcome.NONE, night.at(later.plusSeconds(600), port).deliver());
            assertEquals(
                    List.of(),
                    night.at(SmallNight.NEXT_NIGHT, port).nightly().deliveries().sent());
            assertEquals(2, up.getReceivedMessages().length);
        } finally {
            up.stop();
        }
    }

    @Test
    void aServerThatNeverAnswersHoldsUpNoFigure() throws IOException {
        try (SlowServer slow = new SlowServer(SlowServer.At.GREETING)) {
            RunOutcome outcome = night.at(SmallNight.NIGHT, slow.port()).nightly();
            assertTrue(outcome.summaries().get(0).written());
            assertTrue(Files.exists(night.leaders().resolve("小报表 最新.xlsx")));
            FaultTable.assertSaid("mail-silent", why(outcome));
            assertEquals(List.of("leaders", "officers"), night.waiting());
            assertEquals(false, night.health().get("healthy"));

            slow.release();
            assertEquals(
                    2,
                    night.at(SmallNight.NEXT_NIGHT, slow.port())
                            .nightly()
                            .deliveries()
                            .sent()
                            .size());
            assertEquals(2, slow.taken().stream().distinct().count());
            assertEquals(2, slow.taken().size());
        }
    }

    /** The one place where nobody can know: it goes again, under the Message-ID by which it is known again. */
    @Test
    void aServerThatIsSilentAfterTheDotGetsTheSameMailAgain() throws IOException {
        try (SlowServer slow = new SlowServer(SlowServer.At.DOT)) {
            RunOutcome outcome = night.at(SmallNight.NIGHT, slow.port()).nightly();
            FaultTable.assertSaid("mail-dot", why(outcome));
            assertEquals(2, slow.taken().size());

            slow.release();
            assertEquals(
                    2,
                    night.at(SmallNight.NEXT_NIGHT, slow.port())
                            .nightly()
                            .deliveries()
                            .sent()
                            .size());
            assertEquals(4, slow.taken().size());
            assertEquals(2, slow.taken().stream().distinct().count());
        }
    }

    @Test
    void aServerThatDoesNotSayGoodbyeHasTheMails() throws IOException {
        try (SlowServer slow = new SlowServer(SlowServer.At.GOODBYE)) {
            assertEquals(
                    2 + 1,
                    night.at(SmallNight.NIGHT, slow.port())
                            .nightly()
                            .deliveries()
                            .sent()
                            .size());
            assertEquals(List.of(), night.waiting());
            assertEquals(2, slow.taken().size());
        }
    }

    @Test
    void aFolderOfLeadersThatCannotBeWrittenWaits() throws IOException {
        Files.writeString(night.leaders(), "a file in the way");
        RunOutcome outcome = night.at(SmallNight.NIGHT, SmallNight.deadPort()).nightly();
        FaultTable.assertSaid(
                "leaders-folder",
                outcome.deliveries().waiting().stream()
                        .filter(item -> item.audience().equals("folder"))
                        .map(item -> Objects.requireNonNull(item.why()).zh())
                        .findFirst()
                        .orElseThrow());
        Files.delete(night.leaders());
        assertEquals(
                1,
                night.at(SmallNight.NEXT_NIGHT, SmallNight.deadPort())
                        .nightly()
                        .deliveries()
                        .sent()
                        .size());
        assertTrue(Files.exists(night.leaders().resolve("小报表 最新.xlsx")));
    }

    /** The first one is held up by its mail server; what the second one has to tell goes by the first. */
    @Test
    void twoNightsAtOnceAreOneNightAndNoMailGoesTwice() throws IOException, InterruptedException {
        try (SlowServer slow = new SlowServer(SlowServer.At.GREETING)) {
            Process first = process(slow.port());
            slow.awaitConnection();
            OperationalFailure refused = night.failing(night.at(SmallNight.NIGHT, slow.port()));
            FaultTable.assertSaid("two-at-once", refused.text().zh());
            assertTrue(
                    refused.text().zh().contains("进程号 " + first.pid()),
                    refused.text().zh());
            slow.release();
            String said = new String(first.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, first.waitFor(), said);
            assertEquals(3, slow.taken().size());
            assertEquals(3, slow.taken().stream().distinct().count());
            assertEquals(List.of(), night.waiting());
        }
        assertEquals(List.of("nightly DONE", "nightly FAILED"), night.ledger());
        assertEquals(List.of("QL303", "QL307"), night.accepted());
    }

    private Process process(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName(),
                "nightly"));
        command.addAll(night.options(SmallNight.NIGHT));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(SmallNight.environment(port));
        builder.environment().put("JIBAO_SMTP_TIMEOUT", "600");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static String why(RunOutcome outcome) {
        assertFalse(outcome.deliveries().waiting().isEmpty());
        return Objects.requireNonNull(outcome.deliveries().waiting().get(0).why())
                .zh();
    }
}
