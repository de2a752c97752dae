package org.jibao.collect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.checking.Verdict;
import org.jibao.collect.Archiving.ArchiveOutcome;
import org.jibao.run.NewFiles;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Store;
import org.jibao.testkit.SavedMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivingTest {

    private final Folder folder;
    private final Path archive;

    ArchivingTest(@TempDir Path root) {
        this.folder = new Folder(root);
        this.archive = root.resolve("archive");
    }

    @Test
    void goesByTheSettledPeriodAndLeavesWhatIsNotSettled() throws IOException {
        folder.receive("towns/a.txt", "QL101 2026Q3 0 4");
        folder.receive("b.txt", "nobody's");
        folder.receive("tomorrow.txt", "QL105 2026Q3 1 1", Folder.NOW.plusSeconds(1));
        try (Store store = folder.open()) {
            folder.collect(store);
            NewFiles listing = folder.listing();
            folder.receive("new.txt", "QL102 2026Q3 0 4");
            assertEquals(new ArchiveOutcome(2, List.of()), archiving(store).move(listing, Folder.NOW));
        }
        assertEquals(
                List.of("quarterly-disclosure/2026Q3/towns/a.txt", "quarterly-disclosure/unassigned/b.txt"),
                files(archive));
        assertEquals(List.of("new.txt", "tomorrow.txt"), files(folder.inbox()));
    }

    /** A run that was killed after its commit: the next finds nothing new, and moves. */
    @Test
    void goesByTheStoreAndNotByTheRun() throws IOException {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        try (Store store = folder.open()) {
            folder.collect(store);
        }
        try (Store store = folder.open()) {
            assertEquals(List.of(), folder.collect(store).files());
            assertEquals(1, archiving(store).move(folder.listing(), Folder.NOW).moved());
        }
        assertEquals(List.of("quarterly-disclosure/2026Q3/a.txt"), files(archive));
    }

    @Test
    void whatIsSentAgainComesOutAsIfNothingHadBeenArchived() throws IOException {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        try (Store store = folder.open()) {
            folder.collect(store);
            archiving(store).move(folder.listing(), Folder.NOW);
            folder.receive("a.txt", "QL101 2026Q3 0 4");
            assertEquals(List.of(), folder.collect(store).files(), "the same bytes under the same name");
            assertEquals(1, archiving(store).move(folder.listing(), Folder.NOW).moved());
            folder.receive("again.txt", "QL101 2026Q3 0 4");
            assertEquals(Verdict.DUPLICATE, folder.collect(store).files().get(0).verdict());
            folder.receive("a.txt", "QL101 2026Q3 0 5");
            assertEquals(Verdict.ACCEPTED, folder.collect(store).files().get(0).verdict());
            assertEquals(2, archiving(store).move(folder.listing(), Folder.NOW).moved());
        }
        assertEquals(
                List.of(
                        "quarterly-disclosure/2026Q3/a-2.txt",
                        "quarterly-disclosure/2026Q3/a.txt",
                        "quarterly-disclosure/2026Q3/again.txt"),
                files(archive));
    }

    @Test
    void entryOfReceiptOfAnArchivedFileIsNotMissed() throws IOException {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        Files.writeString(
                folder.inbox().resolveSibling("received.csv"),
                "file,received_at\na.txt,2026-10-09T16:20:00+08:00\nmisspelt.txt,2026-10-09T16:20:00+08:00\n");
        try (Store store = folder.open()) {
            assertEquals(
                    "2026-10-09T08:20:00Z",
                    folder.collect(store).files().get(0).receivedAt().toString());
            archiving(store).move(folder.listing(), Folder.NOW);
            assertEquals(List.of("misspelt.txt"), folder.collect(store).absent());
        }
        assertEquals(List.of(), files(folder.inbox()));
    }

    @Test
    void aZipGoesOnceAllItsFilesAreSettledAndIsKnownAgain() throws IOException {
        Files.createDirectories(folder.inbox());
        zip("towns.zip", Map.of("a.csv", "QL101 2026Q3 0 4", "乡镇/b.csv", "QL102 2026Q3 0 5"));
        Files.writeString(
                folder.inbox().resolveSibling("received.csv"),
                "file,received_at\ntowns.zip,2026/10/9 16:20\ntowns.zip/乡镇/b.csv,2026/10/9 17:20\n");
        try (Store store = folder.open()) {
            NewFiles before = folder.listing();
            assertEquals(new ArchiveOutcome(0, List.of()), archiving(store).move(before, Folder.NOW));
            CollectOutcome collected = folder.collect(store);
            assertEquals(
                    List.of(
                            "towns.zip/a.csv accepted 2026-10-09T08:20:00Z",
                            "towns.zip/乡镇/b.csv accepted 2026-10-09T09:20:00Z"),
                    collected.files().stream()
                            .map(file -> file.file() + " " + file.verdict().word() + " " + file.receivedAt())
                            .toList());
            assertEquals(List.of(), folder.collect(store).files(), "known by name and hash");
            assertEquals(new ArchiveOutcome(1, List.of()), archiving(store).move(before, Folder.NOW));
            assertEquals(List.of(), folder.collect(store).absent());
        }
        assertEquals(List.of("quarterly-disclosure/2026Q3/towns.zip"), files(archive));
        assertEquals(List.of(), files(folder.inbox()));
    }

    @Test
    void aMailGoesWholeOnceAllItsFilesAreSettled() throws IOException {
        Files.createDirectories(folder.inbox());
        byte[] mail = new SavedMail()
                .attach("a.csv", "QL101 2026Q3 0 4".getBytes(StandardCharsets.UTF_8))
                .attach("b.csv", "QL102 2026Q3 0 5".getBytes(StandardCharsets.UTF_8))
                .bytes();
        Files.write(folder.inbox().resolve("towns.eml"), mail);
        Files.writeString(
                folder.inbox().resolveSibling("received.csv"),
                "file,received_at\ntowns.eml,2026/10/9 16:20\ntowns.eml/b.csv,2026/10/9 17:20\n");
        try (Store store = folder.open()) {
            NewFiles before = folder.listing();
            assertEquals(new ArchiveOutcome(0, List.of()), archiving(store).move(before, Folder.NOW));
            assertEquals(
                    List.of(
                            "towns.eml/a.csv accepted 2026-10-09T08:20:00Z",
                            "towns.eml/b.csv accepted 2026-10-09T09:20:00Z"),
                    folder.collect(store).files().stream()
                            .map(file -> file.file() + " " + file.verdict().word() + " " + file.receivedAt())
                            .toList());
            assertEquals(List.of(), folder.collect(store).files(), "known by name and hash");
            assertEquals(new ArchiveOutcome(1, List.of()), archiving(store).move(before, Folder.NOW));
        }
        assertEquals(List.of("quarterly-disclosure/2026Q3/towns.eml"), files(archive));
        assertArrayEquals(mail, Files.readAllBytes(archive.resolve("quarterly-disclosure/2026Q3/towns.eml")));
        assertEquals(List.of(), files(folder.inbox()));
    }

    private void zip(String name, Map<String, String> texts) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.inbox().resolve(name)))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void saysWhichFilesStay() {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        try (Store store = folder.open()) {
            folder.collect(store);
            NewFiles listing = folder.listing();
            folder.receive("a.txt", "QL101 2026Q3 0 5");
            assertEquals(
                    new ArchiveOutcome(0, List.of("a.txt")), archiving(store).move(listing, Folder.NOW));
        }
    }

    @Test
    void archiveInTheInboxIsWrongUsage() {
        folder.receive("a.txt", "QL101 2026Q3 0 4");
        try (Store store = folder.open()) {
            for (String inside : List.of(".", "old", "x/..")) {
                UnusableArgument e = assertThrows(
                        UnusableArgument.class,
                        () -> Archiving.of(store, Folder.JOB, folder.inbox().resolve(inside), folder.inbox()));
                assertTrue(e.text().en().contains("lies in the inbox"), e.text().en());
            }
        }
    }

    private Archiving archiving(Store store) {
        return Archiving.of(store, Folder.JOB, archive, folder.inbox());
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
