package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.App;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jibao.store.Rows;
import org.jibao.testkit.SampleRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collect that is told to end (SIGTERM), in a process of its own. */
class StopIT {

    private static final int FILES = 105;

    private final Path folder;

    StopIT(@TempDir Path folder) {
        this.folder = folder;
    }

    /** More than one chunk. */
    @BeforeEach
    void receive() throws IOException {
        Path sample = Path.of("sample-data/county/quarterly-disclosure");
        Files.createDirectories(folder.resolve("inbox"));
        SampleRegister.beside(folder.resolve("inbox"));
        for (String quarter : List.of("2024Q4", "2025Q1", "2025Q2")) {
            Path to = Files.createDirectories(folder.resolve("inbox").resolve(quarter));
            try (Stream<Path> files = Files.list(sample.resolve(quarter))) {
                for (Path file :
                        files.sorted().limit(quarter.equals("2025Q2") ? 10 : 48).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Test
    void finishesTheChunkSaysHowFarItCameAndIsGoneOnWith() throws IOException, InterruptedException {
        Path undisturbed = folder.resolve("undisturbed.duckdb");
        Path stopped = folder.resolve("stopped.duckdb");
        Process whole = start(undisturbed);
        assertEquals(0, ended(whole, rest(whole)), "undisturbed");

        Process collect = start(stopped);
        BufferedReader said = collect.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            lines.add(line);
            if (line.equals("Reading and checking …")) {
                collect.toHandle().destroy();
            }
        }
        assertEquals(143, collect.waitFor(), lines::toString);
        assertTrue(lines.contains("Stopping: what is being taken in is finished first …"), lines::toString);
        String end = lines.get(lines.size() - 1);
        assertEquals(
                "stopped as asked: 100 of the " + FILES + " new files are taken in and kept; the same command goes on",
                end);
        assertEquals(List.of(RunRecord.State.STOPPED), states(stopped));

        Process again = start(stopped);
        String report = rest(again);
        assertEquals(0, ended(again, report), report);
        assertEquals(List.of(RunRecord.State.STOPPED, RunRecord.State.DONE), states(stopped));
        Map<String, Rows> expected = StoreContents.of(undisturbed);
        Map<String, Rows> actual = StoreContents.of(stopped);
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((table, rows) -> assertEquals(rows, actual.get(table), table));
        try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
            assertEquals(List.of(), left.toList(), "temporary files are left");
        }
    }

    private static List<RunRecord.State> states(Path store) throws IOException {
        return RunLedger.beside(store).runs().stream().map(RunRecord::state).toList();
    }

    private static String rest(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static int ended(Process process, String said) throws InterruptedException {
        int code = process.waitFor();
        assertTrue(code == 0, said);
        return code;
    }

    private Process start(Path store) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName(),
                "collect",
                "--lang",
                "en",
                "--inbox",
                folder.resolve("inbox").toString(),
                "--store",
                store.toString(),
                "--as-of",
                "2026-10-20T01:00:00Z");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }
}
