package org.jibao.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.testkit.ShippedForms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between the listing and the reading a file may go or change. It is rejected, and its bytes stay unknown to the store. */
class VanishedFileTest {

    private final Path folder;
    private final Path file;
    private InboxFile listed =
            new InboxFile(Path.of("x"), "x", 0, "", java.time.Instant.EPOCH, InboxFile.Container.OTHER, null);

    VanishedFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("return.csv");
    }

    @BeforeEach
    void list() throws IOException {
        Files.writeString(file, "a,b\n1,2\n");
        listed = Inbox.list(folder, Limits.standard()).files().get(0);
    }

    @Test
    void rejectsFileThatIsGone() throws IOException {
        Files.delete(file);
        assertRejected("file-unreadable");
    }

    @Test
    void rejectsFileThatHasChanged() throws IOException {
        Files.writeString(file, "a,b\n1,3\n");
        assertRejected("file-changed-while-read");
    }

    private void assertRejected(String code) throws IOException {
        ReturnReader reader = new ReturnReader(ShippedForms.load(folder.resolve("job")), Limits.standard());
        Reading.Rejected rejected = (Reading.Rejected) reader.read(listed);
        assertEquals(code, rejected.reason().code());
        assertEquals(listed.name(), rejected.file().name());
        assertNotEquals(listed.sha256(), rejected.file().sha256());
    }
}
