package org.jibao.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jibao.run.ledger.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights go by on a clock that the test holds in its hand. */
final class SchedulerTest {

    private final Nights nights;

    SchedulerTest(@TempDir Path root) {
        nights = new Nights(root);
    }

    @Test
    void runsEachJobAtItsTimeAndThoseOfOneTimeByName() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.job("annual", "0 30 1 * * *");
        nights.job("weekly", "0 0 2 * * MON");
        assertEquals(
                List.of(
                        "2026-10-18T01:30 annual ON_TIME 2026-10-18T01:30",
                        "2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30",
                        "2026-10-19T01:30 annual ON_TIME 2026-10-19T01:30",
                        "2026-10-19T01:30 quarterly ON_TIME 2026-10-19T01:30",
                        "2026-10-19T02:00 weekly ON_TIME 2026-10-19T02:00"),
                nights.between("2026-10-18T01:00", "2026-10-19T02:10"));
    }

    @Test
    void expectsNothingOfTheTimeBeforeAJobWasScheduled() {
        nights.job("quarterly", "0 30 1 * * *");
        assertEquals(List.of(), nights.between("2026-10-17T12:00", "2026-10-17T12:10"));
    }

    @Test
    void catchesUpOnceHoweverManyNightsWereMissed() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.noted("quarterly", "2026-10-10T01:30", RunRecord.State.DONE);
        assertEquals(
                List.of("2026-10-17T12:00 quarterly CAUGHT_UP 2026-10-17T01:30"),
                nights.between("2026-10-17T12:00", "2026-10-17T12:10"));
        assertEquals(List.of(), nights.between("2026-10-17T19:00", "2026-10-17T19:10"));
    }

    @Test
    void catchesUpTheFirstNightOfAllWhereItFellIntoAStop() {
        nights.job("quarterly", "0 30 1 * * *");
        assertEquals(List.of(), nights.between("2026-10-17T12:00", "2026-10-17T12:10"));
        assertEquals(
                List.of("2026-10-18T09:00 quarterly CAUGHT_UP 2026-10-18T01:30"),
                nights.between("2026-10-18T09:00", "2026-10-18T09:10"));
    }

    @Test
    void goesOnWithANightThatWasStoppedOrBrokenOff() {
        nights.job("broken", "0 30 1 * * *");
        nights.job("failed", "0 30 1 * * *");
        nights.job("stopped", "0 30 1 * * *");
        nights.noted("broken", "2026-10-17T01:30", null);
        nights.noted("failed", "2026-10-17T01:30", RunRecord.State.FAILED);
        nights.noted("stopped", "2026-10-17T01:30", RunRecord.State.STOPPED);
        // Each was on the schedule before: another night says so.
        for (String job : List.of("broken", "failed", "stopped")) {
            nights.noted(job, "2026-10-16T01:30", RunRecord.State.DONE);
        }
        assertEquals(
                List.of(
                        "2026-10-17T09:00 broken CAUGHT_UP 2026-10-17T01:30",
                        "2026-10-17T09:00 stopped CAUGHT_UP 2026-10-17T01:30"),
                nights.between("2026-10-17T09:00", "2026-10-17T09:25"));
    }

    @Test
    void goesOnAfterARunThatFailed() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.failing("quarterly");
        assertEquals(
                List.of(
                        "2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30",
                        "2026-10-18T01:30 quarterly failed",
                        "2026-10-19T01:30 quarterly ON_TIME 2026-10-19T01:30",
                        "2026-10-19T01:30 quarterly failed"),
                nights.between("2026-10-18T01:00", "2026-10-19T02:10"));
    }

    @Test
    void runsANightOnceWhereTheClockIsSetBack() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.jump("2026-10-18T01:40", "2026-10-18T00:50");
        assertEquals(
                List.of(
                        "2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30",
                        "2026-10-19T01:30 quarterly ON_TIME 2026-10-19T01:30"),
                nights.between("2026-10-18T00:40", "2026-10-19T01:40"));
    }

    @Test
    void catchesUpOnceWhereTheClockIsSetForward() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.jump("2026-10-18T00:50", "2026-10-21T15:00");
        assertEquals(
                List.of(
                        "2026-10-21T15:00 quarterly CAUGHT_UP 2026-10-21T01:30",
                        "2026-10-22T01:30 quarterly ON_TIME 2026-10-22T01:30"),
                nights.between("2026-10-18T00:40", "2026-10-22T01:40"));
    }

    @Test
    void isNotSilencedByARunOfAClockThatWasYearsAhead() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.noted("quarterly", "2026-10-17T01:30", RunRecord.State.DONE);
        nights.noted("quarterly", "2031-01-01T01:30", RunRecord.State.DONE);
        assertEquals(
                List.of("2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30"),
                nights.between("2026-10-17T23:00", "2026-10-18T04:10"));
    }

    @Test
    void runsAJobThatWasFirstScheduledByAClockThatWasAhead() {
        nights.job("annual", "0 0 0 1 1 *");
        nights.jump("2026-10-18T00:05", "2026-10-18T20:00");
        nights.at("2026-10-18T20:01", () -> nights.job("quarterly", "0 30 1 * * *"));
        nights.jump("2026-10-18T20:05", "2026-10-18T00:20");
        assertEquals(
                List.of("2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30"),
                nights.between("2026-10-18T00:00", "2026-10-19T00:00"));
    }

    @Test
    void runsAJobThatWasFirstScheduledByAClockThatWasYearsAhead() {
        nights.job("quarterly", "0 30 1 * * *");
        assertEquals(List.of(), nights.between("2031-01-01T12:00", "2031-01-01T12:10"));
        assertEquals(
                List.of("2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30"),
                nights.between("2026-10-18T01:00", "2026-10-18T01:40"));
    }

    @Test
    void takesANewTimeFromTheJobFolder() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.at("2026-10-17T23:30", () -> nights.job("quarterly", "0 45 3 * * *"));
        nights.at("2026-10-18T02:00", () -> nights.job("annual", "0 0 4 * * *"));
        assertEquals(
                List.of(
                        "2026-10-18T03:45 quarterly ON_TIME 2026-10-18T03:45",
                        "2026-10-18T04:00 annual ON_TIME 2026-10-18T04:00"),
                nights.between("2026-10-17T23:00", "2026-10-18T04:10"));
    }

    @Test
    void keepsItsTimesWhileAJobFolderHasMistakes() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.at("2026-10-17T23:30", () -> nights.job("quarterly", "0 30 25 * * *"));
        List<String> said = nights.between("2026-10-17T23:00", "2026-10-18T02:00");
        assertEquals(2, said.size(), said::toString);
        assertEquals("2026-10-17T23:30 quarterly failed", said.get(0));
        assertEquals("2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30", said.get(1));
    }

    /** Its nights fail of them, which is in the ledger, and told. */
    @Test
    void mistakesOutsideJobYamlTakeNoJobOffTheSchedule() throws IOException {
        nights.job("quarterly", "0 30 1 * * *");
        nights.breakForm("quarterly");
        assertEquals(
                List.of("2026-10-18T01:30 quarterly ON_TIME 2026-10-18T01:30"),
                nights.between("2026-10-17T23:00", "2026-10-18T02:00"));
    }

    @Test
    void takesInWhatArrivesOnceNobodyWritesAnyMore() throws IOException {
        nights.job("quarterly", "0 30 1 * * *");
        nights.watching(Duration.ofSeconds(20));
        Path file = nights.inbox("quarterly").resolve("2026Q3").resolve("a.xlsx");
        Files.createDirectories(nights.inbox("quarterly"));
        nights.at("2026-10-17T09:10", () -> write(file, "half"));
        nights.at("2026-10-17T09:10:15", () -> write(file, "half and half"));
        nights.at("2026-10-17T09:20", () -> write(file.resolveSibling("~$a.xlsx"), "open in Excel"));
        List<String> said = nights.between("2026-10-17T09:00", "2026-10-17T09:25");
        assertEquals(1, said.size(), said::toString);
        String[] words = said.get(0).split(" ", -1);
        assertEquals("quarterly", words[1]);
        assertEquals("ARRIVED", words[2]);
        // Seen within a minute, however late the file system's events are; 20 quiet seconds after the last change.
        assertTrue(words[0].compareTo("2026-10-17T09:10:35") >= 0, said::toString);
        assertTrue(words[0].compareTo("2026-10-17T09:11:40") <= 0, said::toString);
    }

    @Test
    void looksAtWhatCameWhileNobodyWatched() {
        nights.job("quarterly", "0 30 1 * * *");
        nights.watching(Duration.ofSeconds(20));
        write(nights.inbox("quarterly").resolve("a.xlsx"), "a return");
        assertEquals(
                List.of("2026-10-17T09:00:20 quarterly ARRIVED 2026-10-17T09:00:20"),
                nights.between("2026-10-17T09:00", "2026-10-17T09:25"));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
