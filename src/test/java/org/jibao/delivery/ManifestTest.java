package org.jibao.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {
    private static final Manifest.State STATE = new Manifest.State("0.1.0", "ab12", "cd34");

    @Test
    void saysWhatWasMadeFromWhat() {
        assertEquals("""
                {
                  "job": "quarterly-disclosure",
                  "period": "2026Q3",
                  "asOf": "2026-10-20T09:00+08:00",
                  "version": "0.1.0",
                  "jobDigest": "ab12",
                  "stateDigest": "cd34",
                  "inputs": [
                    {
                      "file": "甲\\", \\"stateDigest\\": \\"x.xlsx",
                      "sha256": "00ff",
                      "verdict": "accepted",
                      "unit": null
                    }
                  ],
                  "outputs": [
                    {
                      "file": "summary.xlsx",
                      "size": 12,
                      "sha256": "11ee"
                    }
                  ]
                }
                """, manifest().json());
    }

    @Test
    void readsItsStateBack(@TempDir Path folder) {
        manifest().writeTo(OutputFolder.at(folder));
        assertEquals(Optional.of(STATE), Manifest.stateIn(folder));
        assertEquals(Optional.of("cd34"), Manifest.stateDigestIn(folder));
    }

    @Test
    void hasNoStateWithoutAManifest(@TempDir Path folder) throws IOException {
        assertEquals(Optional.empty(), Manifest.stateIn(folder));
        Files.write(folder.resolve(Manifest.NAME), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertEquals(Optional.empty(), Manifest.stateIn(folder));
        Files.writeString(folder.resolve(Manifest.NAME), "{}");
        assertEquals(Optional.empty(), Manifest.stateIn(folder));
    }

    private static Manifest manifest() {
        return new Manifest(
                "quarterly-disclosure",
                "2026Q3",
                Instant.parse("2026-10-20T01:00:00Z"),
                ZoneId.of("Asia/Shanghai"),
                STATE,
                List.of(new Manifest.Input("甲\", \"stateDigest\": \"x.xlsx", "00ff", "accepted", null)),
                List.of(new DeliveredFile("summary.xlsx", 12, "11ee")));
    }
}
