package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.app.Jibao;
import org.jibao.app.RunOutcome;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full where the ledger is, or what waits to go out. Skipped where nothing may be mounted. */
final class FullDiskNightTest {

    private static final int PAGE = 4_096;

    private final SmallNight night;

    FullDiskNightTest(@TempDir Path folder) throws IOException {
        this.night = new SmallNight(folder);
    }

    @Test
    void aNightThatTheLedgerHasNoRoomForIsNotBegun() throws IOException, InterruptedException {
        Path data = Files.createDirectories(night.besideStore());
        try (Mount disk = Mount.disk(data, "64k")) {
            Path ledger = Files.write(night.store().resolveSibling("jibao.duckdb.runs.jsonl"), blank(PAGE));
            fill(data);
            OperationalFailure failure =
                    assertThrows(OperationalFailure.class, night.at(SmallNight.NIGHT, SmallNight.deadPort())::nightly);
            FaultTable.assertSaid("ledger-full", failure.text().zh());
            assertEquals(PAGE, Files.size(ledger));
            assertFalse(Files.exists(night.store()), "a store was made");
            assertFalse(Files.exists(night.out()), "outputs were made");
            assertTrue(disk.resize("100m"));
            night.at(SmallNight.NIGHT, SmallNight.deadPort()).nightly();
            assertEquals(List.of("nightly DONE"), night.ledger());
        }
    }

    /** The work is done by then; it is told, and that nobody could note it. */
    @Test
    void aRunWhoseEndTheLedgerHasNoRoomForHasDoneItsWork() throws IOException, InterruptedException {
        night.at(SmallNight.NIGHT, SmallNight.deadPort()).nightly();
        Path data = night.besideStore();
        Path ledger = night.store().resolveSibling("jibao.duckdb.runs.jsonl");
        GreenMail server = NightMailTest.server();
        try (Mount disk = Mount.overlaid(data, "32m")) {
            Jibao jibao = night.jibao(
                    Optional.of(SmallNight.NEXT_NIGHT), server.getSmtp().getPort(), (stage, done, total) -> {
                        if (stage == Stage.DELIVERY && done == total) {
                            fillUp(ledger, data);
                        }
                    });
            OperationalFailure failure = assertThrows(OperationalFailure.class, jibao::deliver);
            FaultTable.assertSaid("ledger-end-full", failure.text().zh());
            assertEquals(2, server.getReceivedMessages().length);
            assertEquals(List.of(), night.waiting());
        } finally {
            server.stop();
        }
    }

    @Test
    void mailsThatCannotBeKeptForLackOfRoomAreMadeTheNextNight() throws IOException, InterruptedException {
        Path outgoing = Files.createDirectories(night.store().resolveSibling("jibao.duckdb.outgoing"));
        try (Mount disk = Mount.disk(outgoing, "16k")) {
            FaultTable.assertSaid(
                    "outgoing-full",
                    assertThrows(OperationalFailure.class, night.at(SmallNight.NIGHT, SmallNight.deadPort())::nightly)
                            .text()
                            .zh());
            try (Stream<Path> files = Files.list(outgoing)) {
                assertEquals(
                        List.of(),
                        files.map(path -> path.getFileName().toString())
                                .filter(name -> name.endsWith(".tmp"))
                                .toList());
            }
            assertEquals(List.of("QL303", "QL307"), night.accepted());
            assertEquals(10, outputs());
            assertTrue(disk.resize("10m"));
            RunOutcome next =
                    night.at(SmallNight.NEXT_NIGHT, SmallNight.deadPort()).nightly();
            assertFalse(next.summaries().get(0).written());
            assertEquals(List.of("leaders", "officers", "operators"), night.waiting());
        }
    }

    private long outputs() throws IOException {
        try (Stream<Path> files = Files.list(night.out().resolve(SmallNight.JOB).resolve("2026Q3"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Such that the ledger's next line has no room. */
    private static void fillUp(Path ledger, Path folder) {
        try {
            Files.write(ledger, blank(PAGE - (int) (Files.size(ledger) % PAGE)), StandardOpenOption.APPEND);
            fill(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty line, as long as is needed for the next one to begin on another page. */
    private static byte[] blank(int length) {
        byte[] blank = new byte[length];
        Arrays.fill(blank, (byte) ' ');
        blank[length - 1] = '\n';
        return blank;
    }

    private static void fill(Path folder) throws IOException {
        try (OutputStream filler = Files.newOutputStream(folder.resolve("filler"))) {
            byte[] page = new byte[PAGE];
            while (true) {
                filler.write(page);
            }
        } catch (IOException full) {
            assertTrue(String.valueOf(full.getMessage()).contains("No space left"), full::toString);
        }
    }
}
