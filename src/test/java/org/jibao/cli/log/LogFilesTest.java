package org.jibao.cli.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jibao.testkit.JsonTree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LogFilesTest {

    private static final Logger LOG = LoggerFactory.getLogger(LogFilesTest.class);
    private static final Logger LIBRARY = LoggerFactory.getLogger("org.apache.poi.Something");

    private final Path folder;
    private final List<IOException> told = new ArrayList<>();
    private final LogFiles files;

    LogFilesTest(@TempDir Path root) {
        this.folder = LogFiles.folder(root.resolve("jibao.duckdb"));
        this.files = LogFiles.beside(root.resolve("jibao.duckdb"), told::add);
    }

    @AfterEach
    void close() {
        files.close();
        MDC.remove("run");
    }

    @Test
    void writesNothingWhereNothingHappens() {
        LIBRARY.info("not of interest");
        files.close();
        assertFalse(Files.exists(folder));
    }

    @Test
    void bothFilesTellAnEventWithItsValues() throws IOException {
        MDC.put("run", "2026-7");
        LOG.atInfo()
                .addKeyValue("event", "file-settled")
                .addKeyValue("file", Path.of("2026Q3", "某 局.xlsx"))
                .addKeyValue("count", 12L)
                .addKeyValue("verdicts", Map.of("returned", 1L))
                .log("file settled");
        Map<String, @Nullable Object> line = json().get(0);
        assertEquals(
                List.of("time", "level", "event", "file", "count", "verdicts", "message", "run", "logger", "thread"),
                List.copyOf(line.keySet()));
        assertEquals("file-settled", line.get("event"));
        assertEquals(Path.of("2026Q3", "某 局.xlsx").toString(), line.get("file"));
        assertEquals(12L, line.get("count"));
        assertEquals(Map.of("returned", 1L), line.get("verdicts"));
        assertEquals("file settled", line.get("message"));
        assertEquals("2026-7", line.get("run"));
        String time = String.valueOf(line.get("time"));
        assertEquals(
                time.substring(0, 19), OffsetDateTime.parse(time).toString().substring(0, 19));
        assertEquals(
                time + " INFO  file settled event=file-settled file=\"" + Path.of("2026Q3", "某 局.xlsx")
                        + "\" count=12 verdicts=\"{returned=1}\" run=2026-7",
                plain().get(0));
    }

    @Test
    void aStackTraceIsAFieldAndIndentedLines() throws IOException {
        LOG.atError()
                .addKeyValue("event", "run-ended")
                .setCause(
                        new IllegalStateException("first\n2026-10-20T01:30:00.000+08:00 INFO  forged", new Error("b")))
                .log("failed");
        Map<?, ?> error = (Map<?, ?>) Objects.requireNonNull(json().get(0).get("error"));
        assertEquals("java.lang.IllegalStateException", error.get("class"));
        assertEquals("first\n2026-10-20T01:30:00.000+08:00 INFO  forged", error.get("message"));
        assertTrue(String.valueOf(error.get("trace")).contains("Caused by: java.lang.Error: b"), error::toString);
        assertTrue(String.valueOf(error.get("trace")).contains("LogFilesTest.java:"), error::toString);
        List<String> lines = plain();
        assertTrue(lines.get(0).contains(" ERROR failed event=run-ended"), lines::toString);
        assertEquals("    java.lang.IllegalStateException: first", lines.get(1));
        assertEquals("    2026-10-20T01:30:00.000+08:00 INFO  forged", lines.get(2));
        lines.stream().skip(1).forEach(line -> assertTrue(line.startsWith("    "), line));
    }

    @Test
    void aNameFromOutsideCannotForgeALine() throws IOException {
        LOG.atInfo()
                .addKeyValue("event", "file-settled")
                .addKeyValue("file", "a\n2026 \"INFO\" \u001b[31m\u202egpj.xlsx")
                .log("file settled");
        assertEquals(1, plain().size());
        assertTrue(
                plain().get(0).contains("file=\"a\\u000a2026 \\\"INFO\\\" \\u001b[31m\\u202egpj.xlsx\""),
                plain()::toString);
        assertEquals("a\n2026 \"INFO\" \u001b[31m\u202egpj.xlsx", json().get(0).get("file"));
    }

    @Test
    void warningsOfLibrariesAreThereWithTheRunThatIsGoingOn() throws IOException, InterruptedException {
        MDC.put("run", "2026-7");
        LOG.info("begins");
        Thread other = new Thread(() -> LIBRARY.warn("odd: {}", 1), "read-1");
        other.start();
        other.join();
        Map<String, @Nullable Object> warning = json().get(1);
        assertEquals("WARN", warning.get("level"));
        assertEquals("a reading library met something unusual", warning.get("message"));
        assertEquals("2026-7", warning.get("run"));
        assertEquals("read-1", warning.get("thread"));
        assertTrue(
                plain().get(1)
                        .endsWith(
                                " WARN  a reading library met something unusual logger=org.apache.poi.Something thread=read-1 run=2026-7"));
    }

    @Test
    void saysOnceThatItCannotWriteAndGoesOn() throws IOException {
        Files.writeString(folder, "a file in the way");
        LOG.info("lost");
        LOG.info("lost too");
        assertEquals(1, told.size());
        Files.delete(folder);
        LOG.info("kept");
        assertEquals(1, json().size());
        assertEquals("kept", json().get(0).get("message"));
        assertEquals(1, told.size());
    }

    @Test
    void isSilentAfterItsEnd() throws IOException {
        LOG.info("kept");
        files.close();
        LOG.info("not kept");
        assertEquals(1, plain().size());
        assertEquals(List.of(), told);
    }

    private List<Map<String, @Nullable Object>> json() throws IOException {
        return JsonTree.lines(only(".jsonl"));
    }

    private List<String> plain() throws IOException {
        return Files.readAllLines(only(".log"));
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> found =
                    paths.filter(path -> path.toString().endsWith(ending)).toList();
            assertEquals(1, found.size());
            return found.get(0);
        }
    }
}
