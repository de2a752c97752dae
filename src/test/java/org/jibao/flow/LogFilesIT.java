package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jibao.App;
import org.jibao.cli.log.LogFiles;
import org.jibao.run.ledger.RunLedger;
import org.jibao.testkit.JsonTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which commands write log files, and that none depends on them; in processes of their own. */
class LogFilesIT {

    private final SmallInbox small;

    LogFilesIT(@TempDir Path folder) throws IOException {
        this.small = new SmallInbox(folder);
    }

    @Test
    void aCommandThatReadsWritesNoLogAndARunGoesOnWithoutOne() throws IOException, InterruptedException {
        Path logs = LogFiles.folder(small.store());
        String said = collect();
        assertFalse(said.contains("event="), said);
        Map<String, String> files = files(logs);
        assertEquals(
                List.of("jsonl", "log"),
                files.keySet().stream().map(LogFilesIT::ending).sorted().toList());
        Path json = logs.resolve(files.keySet().stream()
                .filter(name -> name.endsWith(".jsonl"))
                .findFirst()
                .orElseThrow());
        String run = RunLedger.beside(small.store()).runs().get(0).id();
        List<Map<String, @Nullable Object>> events = JsonTree.lines(json);
        assertEquals("run-begun", events.get(0).get("event"));
        assertEquals("run-ended", events.get(events.size() - 1).get("event"));
        events.forEach(event -> assertEquals(run, event.get("run"), event::toString));

        run("status", "--as-of", SmallInbox.NOW.toString());
        run("query", "SELECT count(*) FROM intake.submission");
        assertEquals(files, files(logs));

        Files.move(logs, logs.resolveSibling("elsewhere"));
        Files.writeString(logs, "a file in the way");
        String blocked = collect();
        assertEquals(2, blocked.split("The log files in ", -1).length, blocked);
        assertTrue(blocked.contains(logs + " cannot be written"), blocked);
        assertEquals("a file in the way", Files.readString(logs));
    }

    private String collect() throws IOException, InterruptedException {
        return run(
                "collect",
                "--inbox",
                small.inbox().toString(),
                "--out",
                small.out().toString(),
                "--as-of",
                SmallInbox.NOW.toString());
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** Ends with exit code 0; what it said. */
    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--lang", "en", "--store", small.store().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
