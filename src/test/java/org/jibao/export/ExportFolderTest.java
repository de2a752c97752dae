package org.jibao.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.export.Export.ExportFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFolderTest {

    private final Path root;
    private final Path place;
    private final ExportFolder folder;

    ExportFolderTest(@TempDir Path root) {
        this.root = root;
        place = root.resolve("export");
        folder = new ExportFolder(place);
    }

    private void export(String content) throws IOException {
        Path draft = folder.draft();
        Files.writeString(draft.resolve("datapackage.json"), content);
        Files.writeString(Files.createDirectory(draft.resolve("csv")).resolve(content + ".csv"), content);
        folder.deliver();
    }

    @Test
    void replacesAnEarlierExportWhole() throws IOException {
        export("one");
        assertTrue(folder.isFree());
        export("two");
        try (Stream<Path> files = Files.walk(root)) {
            assertEquals(
                    List.of("", "export", "export/csv", "export/csv/two.csv", "export/datapackage.json"),
                    files.map(file -> root.relativize(file).toString()).sorted().toList());
        }
    }

    @Test
    void isNotFreeWhereSomebodyKeepsFiles() throws IOException {
        export("one");
        Path notes = Files.writeString(place.resolve("csv").resolve("notes.xlsx"), "mine");
        assertFalse(folder.isFree());
        Files.move(notes, place.resolve("notes.txt"));
        assertFalse(folder.isFree());
        Files.delete(place.resolve("notes.txt"));
        assertTrue(folder.isFree());
        assertFalse(new ExportFolder(place.resolve("datapackage.json")).isFree());
    }

    @Test
    void beginsAnewAfterAKill() throws IOException {
        Files.writeString(folder.draft().resolve("half.csv"), "half");
        try (Stream<Path> files = Files.list(folder.draft())) {
            assertEquals(0, files.count());
        }
        folder.discard();
        assertFalse(Files.exists(place));
        try (Stream<Path> files = Files.list(root)) {
            assertEquals(0, files.count());
        }
    }
}
