package org.jibao.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jibao.cli.log.FileAppender.RollingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingFileTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static final LogRetention THREE_LINES = new LogRetention(30, 10_000, 100);

    private final Path folder;

    RollingFileTest(@TempDir Path root) {
        this.folder = root.resolve("jibao.duckdb.logs");
    }

    @Test
    void beginsANewFileWhereOneIsFullAndEachDayAndLosesNoLine() throws IOException {
        RollingFile file = file(THREE_LINES);
        for (int i = 10; i < 17; i++) {
            write(file, DAY, "line " + i);
        }
        write(file, DAY.plusDays(1), "line 17");
        file.close();
        assertEquals(
                List.of(
                        "jibao.2026-10-20.0.log",
                        "jibao.2026-10-20.1.log",
                        "jibao.2026-10-20.2.log",
                        "jibao.2026-10-21.0.log"),
                names());
        assertEquals("line 10\nline 11\nline 12\n", text("jibao.2026-10-20.0.log"));
        assertEquals("line 13\nline 14\nline 15\n", text("jibao.2026-10-20.1.log"));
        assertEquals("line 16\n", text("jibao.2026-10-20.2.log"));
        assertEquals("line 17\n", text("jibao.2026-10-21.0.log"));
    }

    @Test
    void goesOnInTheNewestFileOfTheDay() throws IOException {
        for (int i = 10; i < 15; i++) {
            RollingFile run = file(THREE_LINES);
            write(run, DAY, "line " + i);
            run.close();
        }
        assertEquals("line 10\nline 11\nline 12\n", text("jibao.2026-10-20.0.log"));
        assertEquals("line 13\nline 14\n", text("jibao.2026-10-20.1.log"));
    }

    @Test
    void aLineLongerThanAFileIsNotDivided() throws IOException {
        RollingFile file = file(new LogRetention(30, 50_000, 100));
        write(file, DAY, "short");
        write(file, DAY, "x".repeat(20_000));
        write(file, DAY, "short");
        file.close();
        assertEquals(List.of("jibao.2026-10-20.0.log", "jibao.2026-10-20.1.log", "jibao.2026-10-20.2.log"), names());
        assertEquals(20_001, text("jibao.2026-10-20.1.log").length());
    }

    @Test
    void removesWhatIsTooOldAndWhatThereIsTooMuchOfAndNothingElse() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("jibao.2026-07-11.0.log"), "101 days old\n");
        Files.writeString(folder.resolve("jibao.2026-07-12.0.log"), "too much\n".repeat(20));
        Files.writeString(folder.resolve("jibao.2026-10-19.10.log"), "kept\n".repeat(6));
        Files.writeString(folder.resolve("jibao.2026-10-19.9.log"), "kept\n".repeat(6));
        Files.writeString(folder.resolve("jibao.2026-07-11.0.jsonl"), "the other kind\n");
        Files.writeString(folder.resolve("jibao.2026-99-99.0.log"), "no day\n");
        Files.writeString(folder.resolve("notes.log"), "not ours\n");
        RollingFile file = file(new LogRetention(30, 100, 100));
        write(file, DAY, "line");
        file.close();
        assertEquals(
                List.of(
                        "jibao.2026-07-11.0.jsonl",
                        "jibao.2026-10-19.10.log",
                        "jibao.2026-10-19.9.log",
                        "jibao.2026-10-20.0.log",
                        "jibao.2026-99-99.0.log",
                        "notes.log"),
                names());
    }

    @Test
    void endsTheLineThatAKillCutOff() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("jibao.2026-10-20.0.log"), "whole\ncut o");
        RollingFile file = file(LogRetention.USUAL);
        write(file, DAY, "next");
        file.close();
        assertEquals("whole\ncut o\nnext\n", text("jibao.2026-10-20.0.log"));
    }

    @Test
    void goesOnOnceWhatWasInTheWayIsGone() throws IOException {
        Files.writeString(folder, "a file in the way");
        RollingFile file = file(LogRetention.USUAL);
        assertThrows(UncheckedIOException.class, () -> write(file, DAY, "lost"));
        Files.delete(folder);
        write(file, DAY, "first");
        Files.delete(folder.resolve("jibao.2026-10-20.0.log"));
        write(file, DAY, "second");
        file.close();
        assertEquals("second\n", text("jibao.2026-10-20.0.log"));
    }

    @Test
    void severalWritersShareTheFilesAndNoLineIsLostOrTorn() throws IOException {
        LogRetention room = new LogRetention(2_000, 1_000_000, 100);
        List.of(1, 2, 3).parallelStream().forEach(writer -> {
            RollingFile file = file(room);
            for (int i = 0; i < 300; i++) {
                write(file, DAY, line(writer, i));
            }
            closed(file);
        });
        List<String> lines = new ArrayList<>();
        for (String name : names()) {
            lines.addAll(Files.readAllLines(folder.resolve(name)));
            assertTrue(Files.size(folder.resolve(name)) < 2_000 + 3 * 80, name);
        }
        Set<String> expected = new TreeSet<>();
        List.of(1, 2, 3).forEach(writer -> IntStream.range(0, 300).forEach(i -> expected.add(line(writer, i))));
        assertEquals(900, lines.size());
        assertEquals(expected, new TreeSet<>(lines));
    }

    private static String line(int writer, int number) {
        return "writer " + writer + " line " + number + " " + "…".repeat(number % 20);
    }

    private RollingFile file(LogRetention room) {
        return new RollingFile(new LogFolder(folder, "log"), room);
    }

    private static void write(RollingFile file, LocalDate day, String line) {
        try {
            file.append(day, (line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closed(RollingFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
