package org.jibao.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.InboxFile.ListLines;
import org.jibao.inbox.InboxFile.PackedFile;
import org.jibao.inbox.InboxFile.Proof;
import org.jibao.mime.Mbox;
import org.jibao.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the listing knows of a file, on its way to another machine. */
class FileLinesTest {

    private static final Instant RECEIVED = Instant.parse("2026-07-05T01:02:03.456Z");

    private final Path root;
    private final FileLines lines;

    FileLinesTest(@TempDir Path folder) throws IOException {
        this.root = folder.toRealPath();
        this.lines = new FileLines(folder);
    }

    private InboxFile again(InboxFile file) throws IOException {
        return lines.read(Json.object(Json.line(lines.written(file))));
    }

    private InboxFile file(String name) {
        return new InboxFile(root.resolve(name), name, 12, "ab", RECEIVED, Container.OOXML, null);
    }

    @Test
    void keepsAFileWithADefectAndASender() throws IOException {
        InboxFile sent = new InboxFile(
                        root.resolve("甲/a.xlsx"),
                        "甲/a.xlsx",
                        0,
                        "ab",
                        RECEIVED,
                        Container.OTHER,
                        Sniffer.exceeded("packed-size", 1, 2))
                .from("li@example.org", Proof.CLAIMED);
        assertEquals(sent, again(sent));
    }

    @Test
    void keepsAFileInAMailInAZip() throws IOException {
        List<PackedStep> steps = List.of(
                PackedStep.zip("a.mbox"),
                PackedStep.mail(PackedStep.Kind.MBOX, new Mbox.Span(10, 20), 3),
                PackedStep.mail(PackedStep.Kind.EML, null, 1));
        PackedFile packed = new PackedFile(root.resolve("z.zip"), "z.zip", 99, "cd", "b.xlsx", steps);
        InboxFile file =
                new InboxFile(root.resolve("z.zip"), "z.zip/b.xlsx", 12, "ab", RECEIVED, Container.OOXML, null, packed);
        assertEquals(file, again(file));
    }

    @Test
    void keepsTheLinesOfAList() throws IOException {
        InboxFile part =
                file("list.xlsx").lines("T1 2026Q2", "digest", List.of(new ListLines.Line("f", "Sheet", 1, 7)));
        assertEquals(part, again(part));
    }

    @Test
    void reachesNothingOutsideOfTheInbox() throws IOException {
        Map<String, Object> map = new LinkedHashMap<>(Json.object(Json.line(lines.written(file("a.xlsx")))));
        map.put("path", "../secret.xlsx");
        assertThrows(IOException.class, () -> lines.read(map));
        map.put("path", "/etc/passwd");
        assertThrows(IOException.class, () -> lines.read(map));
        assertTrue(lines.reachable(file("a.xlsx")));
        Path unpacked = Files.createTempFile("return-", ".tmp");
        assertFalse(lines.reachable(new InboxFile(unpacked, "z/a", 1, "ab", RECEIVED, Container.OOXML, null)));
        Files.delete(unpacked);
    }
}
