package org.jibao.run.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jibao.run.ledger.RunLedger.LedgerBreak;
import org.jibao.store.DecisionChain.Head;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerChainTest {

    private static final Instant AT = Instant.parse("2026-10-19T17:30:00Z");

    private final Path file;

    LedgerChainTest(@TempDir Path folder) {
        this.file = RunLedger.beside(folder.resolve("jibao.duckdb")).file();
    }

    private RunLedger ledger() {
        return RunLedger.beside(file.resolveSibling("jibao.duckdb"));
    }

    private void begin(String... runs) throws IOException {
        for (String run : runs) {
            ledger().begin(new RunEntry(run, "nightly", "sample", AT, AT, Long.MAX_VALUE, "1"));
        }
    }

    private void rewrite(List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    private Optional<Long> broken() throws IOException {
        return ledger().broken().map(LedgerBreak::line);
    }

    @Test
    void fitsWhereNothingWasChanged() throws IOException {
        begin("1", "2", "3");
        assertEquals(Optional.empty(), broken());
        assertEquals(3, ledger().runs().size());
    }

    @Test
    void namesTheFirstLineThatWasChangedRemovedAddedOrMoved() throws IOException {
        begin("1", "2", "3", "4");
        List<String> whole = lines();
        List<String> changed = new ArrayList<>(whole);
        changed.set(1, whole.get(1).replace("nightly", "collect"));
        rewrite(changed);
        assertEquals(Optional.of(new LedgerBreak(2, AT.toString())), ledger().broken());
        rewrite(List.of(whole.get(0), whole.get(2), whole.get(3)));
        assertEquals(Optional.of(2L), broken());
        rewrite(whole.subList(1, 4));
        assertEquals(Optional.of(1L), broken());
        rewrite(List.of(whole.get(0), whole.get(2), whole.get(1), whole.get(3)));
        assertEquals(Optional.of(2L), broken());
        rewrite(List.of(whole.get(0), whole.get(1), whole.get(1), whole.get(2), whole.get(3)));
        assertEquals(Optional.of(3L), broken());
        List<String> forged = new ArrayList<>(whole);
        forged.add("{\"run\":\"5\",\"event\":\"begun\"}");
        rewrite(forged);
        assertEquals(Optional.of(5L), broken());
        List<String> erased = new ArrayList<>(whole);
        erased.set(1, "#");
        rewrite(erased);
        assertEquals(Optional.of(3L), broken());
    }

    @Test
    void tellsTheSameBreakAfterMoreRuns() throws IOException {
        begin("1", "2", "3");
        List<String> changed = lines();
        changed.set(1, changed.get(1).replace("nightly", "collect"));
        rewrite(changed);
        begin("4", "5");
        assertEquals(Optional.of(2L), broken());
    }

    @Test
    void acceptsTheLinesOfAnEarlierProgramAndHoldsThemFromThenOn() throws IOException {
        begin("1", "2");
        rewrite(lines().stream().map(LedgerChainTest::unchained).toList());
        assertEquals(Optional.empty(), broken());
        begin("3", "4");
        assertEquals(Optional.empty(), broken());
        List<String> changed = lines();
        changed.set(0, changed.get(0).replace("nightly", "collect"));
        rewrite(changed);
        assertEquals(Optional.of(3L), broken());
    }

    private static String unchained(String line) {
        return line.replaceFirst(",\"chain\":\"[0-9a-f]{64}\"}$", "}");
    }

    /** At every byte at which a kill or a power failure can cut the last line off. */
    @Test
    void isNotBrokenByAKillAnywhereInALine() throws IOException {
        begin("1", "2");
        byte[] whole = Files.readAllBytes(file);
        int second = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int cut = second; cut <= whole.length; cut++) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertEquals(Optional.empty(), broken(), "cut at " + cut);
            begin("3");
            assertEquals(Optional.empty(), broken(), "cut at " + cut);
        }
    }

    @Test
    void isNotBrokenByTheZerosOfAPowerFailureNorByCutsInARow() throws IOException {
        begin("1");
        Files.write(file, new byte[300], StandardOpenOption.APPEND);
        begin("2");
        for (int i = 0; i < 3; i++) {
            Files.writeString(file, "{\"run\":\"磁", StandardOpenOption.APPEND);
            begin("x" + i);
        }
        assertEquals(Optional.empty(), broken());
        assertEquals(5, ledger().runs().size());
    }

    /** The last hash is looked for from the end, in growing steps. */
    @Test
    void chainsOnToALineLongerThanAnyStep() throws IOException {
        begin("1");
        Files.writeString(file, "x".repeat(1_700_000), StandardOpenOption.APPEND);
        begin("2", "y".repeat(700_000), "3");
        assertEquals(Optional.empty(), broken());
    }

    @Test
    void seesAnyByteThatIsFlippedBeforeTheLastLine() throws IOException {
        begin("1", "2", "3");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        int last = new String(whole, StandardCharsets.UTF_8).lastIndexOf("{\"run\":\"3\"");
        for (int i = 0; i < 200; i++) {
            byte[] flipped = whole.clone();
            int at = random.nextInt(last - 1);
            flipped[at] ^= 1;
            Files.write(file, flipped);
            assertEquals(true, broken().isPresent(), "flipped at " + at);
        }
    }

    @Test
    void readsOnFromWhereItWas() throws IOException {
        RunLedger ledger = ledger();
        begin("1");
        assertEquals(Optional.empty(), ledger.broken());
        begin("2");
        assertEquals(Optional.empty(), ledger.broken());
        Files.writeString(file, "{\"event\":\"begun\"}\n", StandardOpenOption.APPEND);
        assertEquals(Optional.of(3L), ledger.broken().map(LedgerBreak::line));
    }

    @Test
    void gathersWhereTheChainOfDecisionsEndedSinceTheLastRestore() throws IOException {
        RunLedger ledger = ledger();
        ledger.decided(AT, "sample", new Head(1, "a"));
        ledger.decided(AT, "sample", new Head(2, "b"));
        assertEquals(Set.of(new Head(1, "a"), new Head(2, "b")), ledger.decisionHeads());
        ledger.restoring(AT, Path.of("b.duckdb"));
        assertEquals(Set.of(), ledger.decisionHeads());
        ledger.restored(AT, Path.of("b.duckdb"), new Head(1, "a"));
        assertEquals(Set.of(new Head(1, "a")), ledger.decisionHeads());
        assertEquals(List.of(), ledger.runs());
        assertEquals(Optional.empty(), broken());
    }
}
