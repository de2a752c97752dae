package org.jibao.run.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLedgerTest {
    private static final Instant NIGHT = Instant.parse("2026-10-19T17:30:00Z");

    /** A process number beyond what any system gives. */
    private static final long NOBODY = Long.MAX_VALUE;

    @TempDir
    private Path folder = Path.of("");

    private RunLedger ledger() {
        return RunLedger.beside(folder.resolve("jibao.duckdb"));
    }

    @Test
    void tellsWhatBecameOfEachRun() throws IOException {
        RunLedger ledger = ledger();
        RunEntry done = entry("1", ProcessHandle.current().pid());
        RunEntry failed = entry("2", ProcessHandle.current().pid());
        ledger.begin(done);
        ledger.end(done, end(null));
        ledger.begin(failed);
        ledger.end(failed, end(new Text("磁盘已满", "disk full")));
        ledger.begin(entry("3", Instant.now(), ProcessHandle.current().pid()));
        ledger.begin(entry("4", NOBODY));

        List<RunRecord> runs = ledger.runs();
        assertEquals(
                List.of(
                        RunRecord.State.DONE,
                        RunRecord.State.FAILED,
                        RunRecord.State.RUNNING,
                        RunRecord.State.BROKEN_OFF),
                runs.stream().map(RunRecord::state).toList());
        RunRecord first = runs.get(0);
        assertEquals(Map.of("accepted", 40L, "returned", 2L), first.verdicts());
        assertEquals(42, first.settled());
        assertEquals(1, first.published());
        assertEquals(2, first.sent());
        assertEquals(3, first.undelivered());
        assertEquals(Map.of("reading", 1200L), first.stages());
        assertEquals(466, first.peakMebibytes());
        assertEquals(NIGHT.plusSeconds(60), first.endedAt());
        assertNull(first.failure());
        assertEquals(new Text("磁盘已满", "disk full"), runs.get(1).failure());
    }

    @Test
    void goesOnAfterALineThatAKillCutOff() throws IOException {
        RunLedger ledger = ledger();
        RunEntry first = entry("1", NOBODY);
        ledger.begin(first);
        Files.writeString(ledger.file(), "{\"run\":\"1\",\"event\":\"en", StandardOpenOption.APPEND);
        RunEntry second = entry("2", NOBODY);
        ledger.begin(second);
        ledger.end(second, end(null));
        List<RunRecord> runs = ledger.runs();
        assertEquals(List.of("1", "2"), runs.stream().map(RunRecord::id).toList());
        assertEquals(RunRecord.State.BROKEN_OFF, runs.get(0).state());
        assertEquals(RunRecord.State.DONE, runs.get(1).state());
    }

    @Test
    void onlyEverAdds() throws IOException {
        RunLedger ledger = ledger();
        ledger.begin(entry("1", NOBODY));
        byte[] before = Files.readAllBytes(ledger.file());
        ledger.begin(entry("2", NOBODY));
        byte[] after = Files.readAllBytes(ledger.file());
        assertEquals(
                new String(before, StandardCharsets.UTF_8),
                new String(after, 0, before.length, StandardCharsets.UTF_8));
    }

    @Test
    void isEmptyWhereNothingEverRan() throws IOException {
        assertEquals(List.of(), ledger().runs());
    }

    @Test
    void processThatBeganAfterTheRunIsAnother() throws IOException {
        RunLedger ledger = ledger();
        ledger.begin(entry(
                "1",
                Instant.parse("2020-01-05T17:30:00Z"),
                ProcessHandle.current().pid()));
        assertEquals(RunRecord.State.BROKEN_OFF, ledger.runs().get(0).state());
    }

    @Test
    void readsWhatWasAddedSinceItLastRead() throws IOException {
        RunLedger ledger = ledger();
        RunEntry first = entry("1", NOBODY);
        ledger.begin(first);
        assertEquals(List.of(RunRecord.State.BROKEN_OFF), states(ledger));
        RunEntry second = entry("2", NOBODY);
        RunLedger another = ledger();
        another.end(first, end(null));
        another.begin(second);
        assertEquals(List.of(RunRecord.State.DONE, RunRecord.State.BROKEN_OFF), states(ledger));
        Files.delete(ledger.file());
        another.begin(second);
        assertEquals(List.of("2"), ledger.runs().stream().map(RunRecord::id).toList());
    }

    @Test
    void lineWithoutItsEndCountsOnceItIsWhole() throws IOException {
        RunLedger ledger = ledger();
        RunEntry run = entry("1", NOBODY);
        ledger.begin(run);
        ledger.end(run, end(null));
        String lines = Files.readString(ledger.file());
        Files.writeString(ledger.file(), lines.substring(0, lines.length() - 1));
        assertEquals(List.of(RunRecord.State.DONE), states(ledger));
        ledger.begin(entry("2", NOBODY));
        assertEquals(List.of(RunRecord.State.DONE, RunRecord.State.BROKEN_OFF), states(ledger));
    }

    @Test
    void goesOnAfterALineThatWasCutOffInACharacter() throws IOException {
        RunLedger ledger = ledger();
        ledger.begin(entry("1", NOBODY));
        byte[] disk = "{\"run\":\"1\",\"event\":\"ended\",\"failure_zh\":\"磁".getBytes(StandardCharsets.UTF_8);
        Files.write(ledger.file(), Arrays.copyOf(disk, disk.length - 1), StandardOpenOption.APPEND);
        ledger.begin(entry("2", NOBODY));
        assertEquals(List.of(RunRecord.State.BROKEN_OFF, RunRecord.State.BROKEN_OFF), states(ledger));
    }

    private static List<RunRecord.State> states(RunLedger ledger) throws IOException {
        return ledger.runs().stream().map(RunRecord::state).toList();
    }

    private static RunEntry entry(String id, long process) {
        return entry(id, NIGHT, process);
    }

    private static RunEntry entry(String id, Instant at, long process) {
        return new RunEntry(id, "nightly", "quarterly-disclosure", at, NIGHT, process, "0.1.0");
    }

    private static RunEnd end(@Nullable Text failure) {
        return new RunEnd(
                NIGHT.plusSeconds(60),
                failure,
                Map.of("accepted", 40L, "returned", 2L),
                List.of(Map.of("file", "a.xlsx", "sha256", "00", "verdict", "accepted")),
                42L,
                List.of(Map.of("file", "b.xlsx", "sha256", "01")),
                List.of("x-leaders", "x-officers"),
                3,
                Map.of("reading", 1200L),
                466);
    }
}
