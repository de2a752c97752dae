package org.jibao.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jibao.inbox.InboxFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that died was reading is known to the next. */
class BeingReadTest {

    private final Path note;

    BeingReadTest(@TempDir Path folder) {
        note = folder.resolve("jibao.duckdb.reading");
    }

    private static InboxFile file(char digit) {
        String hash = String.valueOf(digit).repeat(64);
        return new InboxFile(Path.of("a"), digit + ".xlsx", 1, hash, Instant.EPOCH, InboxFile.Container.OOXML, null);
    }

    private static String suspects(BeingRead note) {
        StringBuilder suspects = new StringBuilder();
        for (char digit : "abcdef".toCharArray()) {
            suspects.append(note.isSuspect(file(digit)) ? digit : '-');
        }
        return suspects.toString();
    }

    @Test
    void isNotThereWhereNothingIsReadOrAllWas() throws IOException {
        try (BeingRead nothing = BeingRead.at(note, 2)) {
            assertEquals("------", suspects(nothing));
        }
        assertFalse(Files.exists(note));
        try (BeingRead all = BeingRead.at(note, 2)) {
            all.begin(file('a')).close();
            assertTrue(Files.exists(note));
        }
        assertFalse(Files.exists(note));
    }

    /** As after kill -9: nothing is closed. */
    @Test
    void namesWhatWasBeingReadAndNothingElse() {
        BeingRead killed = BeingRead.at(note, 2);
        killed.begin(file('a')).close();
        killed.begin(file('b'));
        killed.begin(file('c')).close();
        killed.begin(file('d'));
        try (BeingRead next = BeingRead.at(note, 2)) {
            assertEquals("-b-d--", suspects(next));
        }
    }

    @Test
    void keepsSuspectsUntilARunComesToItsEnd() {
        BeingRead.at(note, 2).begin(file('b'));
        BeingRead killedToo = BeingRead.at(note, 2);
        killedToo.begin(file('a')).close();
        killedToo.begin(file('e'));
        try (BeingRead failed = BeingRead.at(note, 1)) {
            failed.begin(file('b')).close();
        }
        try (BeingRead done = BeingRead.at(note, 2)) {
            assertEquals("-b--e-", suspects(done));
            done.settle();
        }
        assertFalse(Files.exists(note));
    }

    @Test
    void takesNoHarmFromJunkInItsPlace() throws IOException {
        Files.writeString(note, "junk\n" + "b".repeat(64) + "\n" + "B".repeat(64) + "\n");
        try (BeingRead next = BeingRead.at(note, 2)) {
            assertEquals("-b----", suspects(next));
        }
        assertEquals(3, Files.readAllLines(note).size());
        Files.delete(note);
        Files.createDirectory(note);
        try (BeingRead folder = BeingRead.at(note, 2)) {
            folder.begin(file('a')).close();
            folder.settle();
        }
    }
}
