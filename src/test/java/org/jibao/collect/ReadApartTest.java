package org.jibao.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.opening.UnrulyReading;
import org.jibao.run.Progress;
import org.jibao.run.RunStopped;
import org.jibao.run.Stage;
import org.jibao.store.Store;
import org.jibao.testkit.FaultTable;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that stop whatever reads them lie among others: each costs itself. */
class ReadApartTest {

    private final Path root;
    private final Folder folder;

    ReadApartTest(@TempDir Path root) {
        this.root = root;
        this.folder = new Folder(root);
    }

    /** A return without its tables: what counts here is that it was read. */
    private void receive(String name, String unit) throws IOException {
        byte[] bytes = Sheets.of("封面", "| 填报单位 | %s |\n| 报告期 | 2026年第三季度 |\n".formatted(unit))
                .xls();
        Path file = Files.createDirectories(folder.inbox()).resolve(name);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-09T00:00:00Z")));
    }

    private static final class Stopping implements Progress {
        private volatile boolean stop;

        @Override
        public void at(Stage stage, long done, long total) {}

        @Override
        public boolean stopAsked() {
            return stop;
        }
    }

    private CollectOutcome collect(Store store, Progress progress, List<String> read) {
        try (ReturnReader reader = UnrulyReading.returns(Folder.JOB, root.resolve("entries"), progress::stopAsked)) {
            Collector.ReturnReading reading = (file, suspect) -> {
                synchronized (read) {
                    read.add(file.name() + (suspect ? " suspect" : ""));
                }
                return suspect ? reader.readSuspect(file) : reader.read(file);
            };
            return new Collector(store, Folder.JOB, reading, 2, 10, progress)
                    .collect(folder.listing(), Folder.THIRD, Folder.NOW);
        }
    }

    private static List<String> verdicts(Store store) {
        return store.sql().query("SELECT file || ' ' || verdict FROM intake.submission ORDER BY file").rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    @Test
    void countsEveryFileButTheOneThatStopsTheReader() throws IOException {
        receive("a.xls", "青岚县教育局");
        receive("exit.xls", "青岚县民政局");
        receive("z.xls", "青岚县司法局");
        List<String> read = new ArrayList<>();
        try (Store store = folder.open()) {
            collect(store, Progress.NONE, read);
            assertEquals(3, read.size());
            assertEquals(List.of("a.xls returned", "exit.xls rejected", "z.xls returned"), verdicts(store));
            FaultTable.assertSaid("reading-stops", message(store));
            collect(store, Progress.NONE, read);
            assertEquals(3, read.size(), "a file that stopped the reader was read again");
        }
    }

    private static String message(Store store) {
        return String.valueOf(store.sql()
                .query("SELECT message_zh FROM intake.finding WHERE code = 'file-unreadable'")
                .rows()
                .get(0)
                .get(0));
    }

    @Test
    void letsAFileGoThatHangsWhenTheRunIsToStop() throws IOException {
        receive("hang.xls", "青岚县民政局");
        Stopping progress = new Stopping();
        List<String> read = new ArrayList<>();
        try (Store store = folder.open()) {
            Thread signal = new Thread(() -> {
                try {
                    while (read.isEmpty()) {
                        Thread.sleep(10);
                    }
                    Thread.sleep(300);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                progress.stop = true;
            });
            signal.start();
            long begun = System.nanoTime();
            assertThrows(RunStopped.class, () -> collect(store, progress, read));
            assertTrue(System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(30));
            assertEquals(List.of(), verdicts(store));
            Files.move(folder.inbox().resolve("hang.xls"), folder.inbox().resolve("b.xls"));
            collect(store, Progress.NONE, read);
            assertEquals(List.of("b.xls returned"), verdicts(store));
            assertFalse(Files.exists(Path.of(folder.store() + ".reading")));
        }
    }

    @Test
    void readsApartWhatWasBeingReadWhenTheProcessDied() throws IOException {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        folder.receive("b.txt", "QL102 2026Q3 0 4");
        InboxFile first = folder.listing().listing().files().get(0);
        Set<String> suspects = new ConcurrentSkipListSet<>();
        try (Store store = folder.open()) {
            BeingRead.beside(store, 2).begin(first);
            Collector.ReturnReading reading = (file, suspect) -> {
                if (suspect) {
                    suspects.add(file.name());
                }
                return Folder.read(file);
            };
            new Collector(store, Folder.JOB, reading, 2, 10, Progress.NONE)
                    .collect(folder.listing(), Folder.THIRD, Folder.NOW);
            assertEquals(Set.of("a.txt"), suspects);
            assertEquals(2, verdicts(store).size());
            assertFalse(Files.exists(Path.of(folder.store() + ".reading")));
        }
    }

    @Test
    void readsOnceMoreWhereAnotherFileHadTheMemory() {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        folder.receive("b.txt", "QL102 2026Q3 0 4");
        Set<String> failed = new ConcurrentSkipListSet<>();
        try (Store store = folder.open()) {
            folder.collect(store, file -> once(file, failed));
            assertEquals(List.of("a.txt accepted", "b.txt accepted"), verdicts(store));
        }
    }

    private static Reading once(InboxFile file, Set<String> failed) {
        if (failed.add(file.name())) {
            throw new OutOfMemoryError("for a test");
        }
        return Folder.read(file);
    }
}
