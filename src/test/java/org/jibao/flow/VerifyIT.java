package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.batch.Jibao;
import org.jibao.batch.Progress;
import org.jibao.batch.Settings;
import org.jibao.batch.VerifyReport;
import org.jibao.finding.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyIT {

    private static final Path SHIPPED = Path.of("jobs");

    private final Path folder;

    VerifyIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void shippedJobHolds() {
        VerifyReport report = verify(Path.of("jobs"));
        assertEquals(List.of(), report.problems());
        assertEquals(50, report.units());
        assertFalse(Files.exists(folder.resolve("jibao.duckdb")), "verify made a store");
    }

    @Test
    void namesTheFileWhoseSqlCannotBeRun() throws IOException {
        copyWithoutExamples("quarterly-disclosure");
        copyWithoutExamples("common");
        Path metric = folder.resolve("jobs/quarterly-disclosure/metrics/items.sql");
        Files.writeString(metric, "SELECT no_such_column FROM returns.submission");
        List<String> files = verify(folder.resolve("jobs")).problems().stream()
                .map(problem -> problem.file())
                .toList();
        assertEquals(List.of("metrics/items.sql"), files);
    }

    private VerifyReport verify(Path jobs) {
        Settings settings = new Settings(
                jobs,
                "quarterly-disclosure",
                folder.resolve("inbox"),
                folder.resolve("jibao.duckdb"),
                folder.resolve("out"),
                Language.EN,
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                1);
        return new Jibao(settings, Progress.NONE).verify();
    }

    private void copyWithoutExamples(String name) throws IOException {
        Path shipped = SHIPPED.resolve(name);
        try (Stream<Path> paths = Files.walk(shipped)) {
            for (Path path : paths.filter(path -> !path.startsWith(shipped.resolve("examples")))
                    .toList()) {
                Path target = folder.resolve(path.toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
