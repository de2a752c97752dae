package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.app.RunOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.maintenance.StoreMaintenance.BackupOutcome;
import org.jibao.run.ledger.RunEnd;
import org.jibao.run.ledger.RunEntry;
import org.jibao.run.ledger.RunLedger;
import org.jibao.testkit.FaultTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that are set back, run ahead and are set right again. The machine's own clock is the one that is right here. */
final class NightClockTest {

    private static final Instant AHEAD = Instant.parse("2099-10-13T17:30:00Z");

    private final SmallNight night;

    NightClockTest(@TempDir Path folder) throws IOException {
        this.night = new SmallNight(folder);
    }

    /** Everything that a clock far ahead leaves behind: decisions, mails, versions, a ledger. */
    @Test
    void aStoreThatIsAheadOfTheClockIsGoneOnWithFromTheBackupBeforeIt() throws IOException {
        night.at(SmallNight.NIGHT, 1).nightly();
        BackupOutcome backup = night.keepingAt(SmallNight.NIGHT).backup(Optional.empty(), 14);
        night.receive("青岚县司法局");
        night.at(AHEAD, SmallNight.deadPort()).nightly();
        BackupOutcome useless = night.keepingAt(SmallNight.NEXT_NIGHT).backup(Optional.empty(), 14);
        byte[] before = Files.readAllBytes(night.store());

        OperationalFailure failure = night.failing(byMachine());
        FaultTable.assertSaid("clock-behind-store", failure.text().zh());
        assertTrue(
                failure.text().en().contains("`jibao restore " + backup.file() + "`"),
                failure.text().en());
        assertFalse(
                failure.text().en().contains(useless.file().toString()),
                failure.text().en());
        assertThrows(OperationalFailure.class, byMachine()::collect);
        Ruling ruling = new Ruling("误报", "王五");
        assertThrows(OperationalFailure.class, () -> byMachine().withdraw(1, ruling));
        assertThrows(OperationalFailure.class, byMachine()::summarize);
        assertArrayEquals(before, Files.readAllBytes(night.store()));

        night.keepingByMachine().restore(backup.file());
        RunOutcome right = night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        assertEquals(List.of("QL303", "QL307", "QL308"), night.accepted());
        assertEquals(1, right.collected().files().size());
        Path newest = night.leaders().resolve("小报表 最新.xlsx");
        assertArrayEquals(Files.readAllBytes(right.summaries().get(0).files().get(0)), Files.readAllBytes(newest));
    }

    @Test
    void mailsThatAClockAheadPutOffGoOnceItIsRight() throws IOException {
        night.at(AHEAD, SmallNight.deadPort()).nightly();
        assertEquals(2, night.waiting().size());
        com.icegreen.greenmail.util.GreenMail server = NightMailTest.server();
        try {
            assertEquals(
                    2,
                    night.at(SmallNight.NEXT_NIGHT, server.getSmtp().getPort())
                            .deliver()
                            .sent()
                            .size());
            assertEquals(List.of(), night.waiting());
        } finally {
            server.stop();
        }
    }

    @Test
    void aNightCannotBeDatedBack() throws IOException {
        night.at(SmallNight.NEXT_NIGHT, 1).nightly();
        byte[] before = Files.readAllBytes(night.store());
        night.receive("青岚县司法局");
        UnusableArgument wrong = assertThrows(UnusableArgument.class, night.at(SmallNight.NIGHT, 1)::nightly);
        FaultTable.assertSaid("dated-back", wrong.text().zh());
        assertEquals(
                wrong.text(),
                assertThrows(UnusableArgument.class, night.at(SmallNight.NIGHT, 1)::collect)
                        .text());
        assertArrayEquals(before, Files.readAllBytes(night.store()));
        assertEquals(List.of("nightly DONE", "nightly FAILED", "collect FAILED"), night.ledger());

        night.at(SmallNight.NEXT_NIGHT.plus(Duration.ofDays(1)), 1).nightly();
        assertEquals(List.of("QL303", "QL307", "QL308"), night.accepted());
    }

    @Test
    void aClockThatHasJumpedAheadIsToldBeforeAnythingIsDecided() throws IOException {
        noteNight(Instant.now().minus(Duration.ofDays(401)));
        OperationalFailure failure = night.failing(byMachine());
        FaultTable.assertSaid("clock-ahead", failure.text().zh());
        assertFalse(Files.exists(night.store()), "a store was made");
        // That it failed does not make the time credible, and neither does another try of a delivery.
        FaultTable.assertSaid("clock-ahead", night.failing(byMachine()).text().zh());
        // Somebody has looked at the clock.
        night.at(Instant.now(), SmallNight.deadPort()).nightly();
        byMachine().nightly();
        assertEquals(
                List.of("nightly DONE", "nightly FAILED", "nightly FAILED", "nightly DONE", "nightly DONE"),
                night.ledger());
    }

    @Test
    void aClockOfBeforeTheProgramIsWrong() {
        Settings settings = new Settings(
                Path.of("jobs"),
                SmallNight.JOB,
                night.inbox(),
                night.store(),
                night.out(),
                org.jibao.finding.Language.ZH,
                Optional.empty(),
                Optional.empty(),
                2);
        RunClock clock =
                new RunClock(settings, RunLedger.beside(settings.store()), Instant.parse("1970-01-01T00:05:00Z"));
        FaultTable.assertSaid(
                "clock-reset",
                assertThrows(OperationalFailure.class, clock::check).text().zh());
        new RunClock(settings, RunLedger.beside(settings.store()), SmallNight.NIGHT).check();
    }

    /** A night that the ledger has as yet to come must not hide from the next one what is new in a closed period. */
    @Test
    void aNightInTheFutureDoesNotCount() throws IOException {
        noteNight(AHEAD);
        noteNight(SmallNight.NIGHT);
        NightlyRuns nights = new NightlyRuns(RunLedger.beside(night.store()), SmallNight.JOB);
        assertEquals(Optional.of(SmallNight.NIGHT), nights.settledUpTo(SmallNight.NEXT_NIGHT));
    }

    /** What the first night took in of closed periods is no news of the second, though clocks are given a day. */
    @Test
    void looksBackADayBehindTheLastNightAndNotBehindTheFirst() throws IOException {
        NightlyRuns nights = new NightlyRuns(RunLedger.beside(night.store()), SmallNight.JOB);
        assertEquals(Optional.empty(), nights.settledUpTo(SmallNight.NIGHT));
        noteNight(SmallNight.NIGHT);
        assertEquals(Optional.of(SmallNight.NIGHT), nights.settledUpTo(SmallNight.NIGHT));
        Instant third = SmallNight.NIGHT.plus(Duration.ofDays(3));
        noteNight(third);
        assertEquals(Optional.of(third.minus(Duration.ofDays(1))), nights.settledUpTo(third.plus(Duration.ofDays(1))));
    }

    private Jibao byMachine() throws IOException {
        return night.jibao(Optional.empty(), SmallNight.deadPort(), Progress.NONE);
    }

    private void noteNight(Instant at) throws IOException {
        RunLedger ledger = RunLedger.beside(night.store());
        RunEntry run = new RunEntry(at.toString(), "nightly", SmallNight.JOB, at, at, Long.MAX_VALUE, "test");
        ledger.begin(run);
        ledger.end(run, new RunEnd(at, null, Map.of(), List.of(), null, List.of(), List.of(), 0, Map.of(), 0));
    }
}
