package org.jibao.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes of calls beside the store. */
class CallBookTest {

    private static final Instant AT = Instant.parse("2026-10-19T02:20:00Z");
    private static final String DAMAGED = "{\"at\":\"2026-10-19T02:20:00Z\",\"job\":\"tri";

    private final Path temporary;

    CallBookTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    private CallBook book() {
        return CallBook.beside(temporary.resolve("data").resolve("jibao.duckdb"));
    }

    private Path file() {
        return temporary.resolve("data").resolve("jibao.duckdb.calls.jsonl");
    }

    private static CallNote note(String period, String unit, String note) {
        return new CallNote("trial", period, unit, AT, "王", note);
    }

    private NotedCalls all() {
        return book().of("trial", Optional.empty());
    }

    @Test
    void hasNothingBeforeTheFirstNote() {
        assertEquals(new NotedCalls(file(), List.of(), 0), all());
    }

    @Test
    void keepsEachNoteAsItWasWritten() throws IOException {
        CallNote first = note("2026Q3", "H1", "说明天报 \"快\" \\ </script>");
        CallNote other = note("2026Q2", "H1", "nobody answers");
        book().add(first);
        book().add(other);
        assertEquals(List.of(first, other), all().notes());
        assertEquals(List.of(first), book().of("trial", Optional.of("2026Q3")).notes());
        assertEquals(List.of(), book().of("another", Optional.empty()).notes());
        assertEquals(List.of(first, other), all().of("H1"));
        assertEquals(List.of(), all().of("H2"));
        assertEquals(2, Files.readAllLines(file()).size());
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        book().add(note("2026Q3", "H1", "tomorrow"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void passesOverACutOffLineAndSaysSo() throws IOException {
        book().add(note("2026Q3", "H1", "tomorrow"));
        Files.writeString(file(), DAMAGED, StandardOpenOption.APPEND);
        assertEquals(1, all().unreadable());
        book().add(note("2026Q3", "H1", "sent"));
        NotedCalls read = all();
        assertEquals(
                List.of("tomorrow", "sent"),
                read.notes().stream().map(CallNote::note).toList());
        assertEquals(1, read.unreadable());
    }

    @Test
    void passesOverLinesThatAreNoNotes() throws IOException {
        Files.createDirectories(file().getParent());
        Files.write(file(), new byte[] {'{', (byte) 0xff, '\n', '\n', '[', ']', '\n'});
        String line =
                "{\"at\":\"%s\",\"job\":\"trial\",\"period\":\"2026Q3\",\"unit\":\"H1\",\"by\":\"x\",\"note\":\"%s\"}\n";
        Files.writeString(file(), line.formatted("yesterday", "no time"), StandardOpenOption.APPEND);
        Files.writeString(file(), line.formatted(AT, "\\u202eturned"), StandardOpenOption.APPEND);
        Files.writeString(file(), line.formatted(AT, "a".repeat(501)), StandardOpenOption.APPEND);
        Files.writeString(file(), line.formatted(AT, "good"), StandardOpenOption.APPEND);
        NotedCalls read = all();
        assertEquals(List.of(note("x", "good")), read.notes());
        assertEquals(6, read.unreadable());
    }

    private static CallNote note(String by, String note) {
        return new CallNote("trial", "2026Q3", "H1", AT, by, note);
    }

    @Test
    void losesNothingWhereSeveralWriteAtOnce() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> written = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            CallNote one = note("2026Q3", "H1", "note " + i);
            written.add(writers.submit(() -> book().add(one)));
            written.add(writers.submit(() -> all().notes().size()));
        }
        for (Future<?> one : written) {
            one.get();
        }
        writers.shutdown();
        NotedCalls read = all();
        assertEquals(60, read.notes().size());
        assertEquals(0, read.unreadable());
        assertEquals(
                new TreeSet<>(IntStream.range(0, 60).mapToObj(i -> "note " + i).toList()),
                new TreeSet<>(read.notes().stream().map(CallNote::note).toList()));
    }

    @Test
    void losesNothingWhereTwoProgramsWriteAtOnce() throws Exception {
        Path store = temporary.resolve("data").resolve("jibao.duckdb");
        Process one = CallWriter.begun(store, "one");
        Process other = CallWriter.begun(store, "other");
        assertEquals(0, one.waitFor());
        assertEquals(0, other.waitFor());
        NotedCalls read = all();
        assertEquals(0, read.unreadable());
        for (String officer : List.of("one", "other")) {
            assertEquals(
                    IntStream.range(0, CallWriter.CALLS)
                            .mapToObj(i -> "note " + i)
                            .toList(),
                    read.notes().stream()
                            .filter(note -> note.by().equals(officer))
                            .map(CallNote::note)
                            .toList());
        }
    }

    @Test
    void refusesANoteForAFullFile() throws IOException {
        book().add(note("2026Q3", "H1", "tomorrow"));
        try (RandomAccessFile grown = new RandomAccessFile(file().toFile(), "rw")) {
            grown.setLength(CallBook.MOST_MEBIBYTES * 1024L * 1024);
        }
        OperationalFailure full =
                assertThrows(OperationalFailure.class, () -> book().add(note("2026Q3", "H1", "too much")));
        assertEquals(
                "The note was not kept: the file of calls " + file()
                        + " has reached 32 MiB. Move it to another folder; the next note begins a new file",
                full.text().en());
        assertEquals(
                "记录未保存：催报记录文件 " + file() + " 已达 32 MiB。请把它移到别的文件夹，下一条记录会另起新文件",
                full.text().zh());
    }

    @Test
    void saysWhyItCannotBeWritten() throws IOException {
        Files.writeString(temporary.resolve("data"), "a file in the way");
        OperationalFailure failure =
                assertThrows(OperationalFailure.class, () -> book().add(note("2026Q3", "H1", "lost")));
        assertTrue(failure.text().en().startsWith("The note was not kept: the file of calls " + file()));
    }

    @Test
    void masksNumbersOfPersons() {
        CallNote call = note("2026Q3", "H1", "ring 13812345678, id 11010519491231002X");
        assertEquals("ring ***, id ***", call.note());
        assertEquals("王 ***", note("王 13812345678", "good").by());
    }

    @Test
    void refusesEmptyLongAndInvisibleTexts() {
        assertEquals(
                "the note of the call is empty. Write it, and note the call again",
                refused("王", " \t ").text().en());
        assertEquals("经办人姓名为空。请填写后重新登记", refused("", "good").text().zh());
        assertEquals(
                "the note of the call is longer than 500 characters. Shorten it",
                refused("王", "𠮷".repeat(501)).text().en());
        assertEquals("𠮷".repeat(500), note("王", "𠮷".repeat(500)).note());
        assertEquals(
                "the name of the officer who called is longer than 100 characters. Shorten it",
                refused("n".repeat(101), "good").text().en());
        assertEquals(
                "Character 2 of the note of the call cannot be seen: it is a control or format character (U+000A). "
                        + "Leave it out and write one line of plain text",
                refused("王", "a\nb").text().en());
        assertEquals(
                "经办人姓名的第 2 个字符不可见：是控制或格式字符（U+202E）。请去掉，只写一行普通文字",
                refused("王\u202e五", "good").text().zh());
    }

    private static UnusableArgument refused(String by, String text) {
        return assertThrows(UnusableArgument.class, () -> note(by, text));
    }
}
