package org.jibao.flow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts and workbooks of the shipped jobs that no other test of the whole run looks at. */
class NativeChartsIT {

    private final Path folder;

    NativeChartsIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "foi-requests, authorities/foi-requests, 2026Q3, 2026-11-30T01:00:00Z, 4",
        "annual-disclosure, county/annual-disclosure, 2026, 2027-02-20T01:00:00Z, 4"
    })
    void cachesCellsAndTablesSayTheSame(String id, String inbox, String code, Instant asOf, int least)
            throws IOException {
        Settings settings = new Settings(
                Path.of("jobs"),
                id,
                Path.of("sample-data", inbox),
                folder.resolve("store.duckdb"),
                folder.resolve("out"),
                Language.ZH,
                JobLoader.load(Path.of("jobs", id)).periods().parse(code),
                Optional.of(asOf),
                2);
        new Jibao(settings, Progress.NONE).run();
        WrittenWorkbooks.assertChartsAreRight(folder, id, code, asOf, least);
        WrittenWorkbooks.assertChecklistHolds(folder.resolve("out"));
    }
}
