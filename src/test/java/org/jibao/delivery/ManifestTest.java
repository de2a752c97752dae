package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.delivery.Manifest.Input;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    private static final String NAME = "汇总 “表”.xlsx";

    private final Path folder;

    ManifestTest(@TempDir Path folder) {
        this.folder = folder.resolve("out");
    }

    @BeforeEach
    void deliver() throws IOException {
        AtomicFiles outbox = AtomicFiles.open(folder);
        outbox.write(NAME, draft -> Files.writeString(draft, "figures"));
        Path file = outbox.deliver(NAME);
        new Manifest(
                        "job",
                        "2026Q3",
                        Instant.EPOCH,
                        "0.1.0",
                        "abc",
                        "def",
                        List.of(new Input("a \"quoted\" \\ name\t😀.xlsx", "00", "accepted")),
                        List.of(HashedFile.of(file)))
                .deliver(outbox);
    }

    @Test
    void knowsOutputsThatNobodyHasTouched() {
        assertEquals(Optional.of(List.of(folder.resolve(NAME))), Manifest.current(folder, "abc"));
        assertEquals(Optional.empty(), Manifest.current(folder, "another state"));
    }

    @Test
    void doesNotTrustOutputThatWasChangedOrRemoved() throws IOException {
        Files.writeString(folder.resolve(NAME), "other figures");
        assertEquals(Optional.empty(), Manifest.current(folder, "abc"));
        Files.delete(folder.resolve(NAME));
        assertEquals(Optional.empty(), Manifest.current(folder, "abc"));
    }

    @Test
    void takesBrokenManifestForNone() throws IOException {
        Files.writeString(folder.resolve(Manifest.NAME), "{\"digest\": \"abc\", \"outputs\": [");
        assertEquals(Optional.empty(), Manifest.current(folder, "abc"));
        Files.writeString(folder.resolve(Manifest.NAME), "{\"digest\": \"abc\", \"outputs\": [1]}");
        assertEquals(Optional.empty(), Manifest.current(folder, "abc"));
        assertEquals(Optional.empty(), Manifest.current(folder.resolve("nowhere"), "abc"));
    }

    @Test
    void isTheSameTextForTheSameContents() throws IOException {
        Manifest manifest = new Manifest(
                "job",
                "2026Q3",
                Instant.parse("2026-10-20T01:00:00Z"),
                "0.1.0",
                "abc",
                "def",
                List.of(new Input("甲.xlsx", "00", "returned")),
                List.of(new HashedFile("summary.xlsx", "11")));
        manifest.deliver(AtomicFiles.open(folder));
        assertEquals("""
                {
                  "job" : "job",
                  "period" : "2026Q3",
                  "asOf" : "2026-10-20T01:00:00Z",
                  "program" : "0.1.0",
                  "digest" : "abc",
                  "jobDigest" : "def",
                  "inputs" : [
                    {
                      "name" : "甲.xlsx",
                      "sha256" : "00",
                      "verdict" : "returned"
                    }
                  ],
                  "outputs" : [
                    {
                      "name" : "summary.xlsx",
                      "sha256" : "11"
                    }
                  ]
                }
                """, Files.readString(folder.resolve(Manifest.NAME)));
    }

    @Test
    void leavesNothingUnderTemporaryNames() throws IOException {
        try (var files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().endsWith(".tmp")));
        }
        assertTrue(Files.readString(folder.resolve(Manifest.NAME)).contains("a \\\"quoted\\\" \\\\ name\\t"));
    }
}
