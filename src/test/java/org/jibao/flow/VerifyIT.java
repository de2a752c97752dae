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
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.verify.Verification.VerifyReport;
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

    @Test
    void namesUnitsWhoseNamesCollideAsFilesOrAreTooLongWithTheirLines() throws IOException {
        copyWithoutExamples("quarterly-disclosure");
        copyWithoutExamples("common");
        Path roster;
        try (Stream<Path> files = Files.walk(folder.resolve("jobs"))) {
            roster =
                    files.filter(file -> file.endsWith("units.csv")).findFirst().orElseThrow();
        }
        List<String> lines = Files.readAllLines(roster);
        int columns = lines.get(0).split(",", -1).length;
        String kind = lines.get(lines.size() - 1).split(",", -1)[2];
        String rest = "," + kind + ",".repeat(columns - 3) + "\n";
        Files.writeString(
                roster,
                String.join("\n", lines) + "\nZZ1,甲/乙局" + rest + "ZZ2,甲_乙局" + rest + "ZZ3," + "局".repeat(90) + rest);
        List<String> problems = verify(folder.resolve("jobs")).problems().stream()
                .map(problem -> problem.file() + ":" + problem.line() + " "
                        + problem.message().en().replaceFirst("(?:;|,? as).*", ""))
                .toList();
        String file = problems.get(0).substring(0, problems.get(0).indexOf(':'));
        assertEquals(true, file.endsWith("units.csv"), file);
        assertEquals(
                List.of(
                        file + ":" + (lines.size() + 2) + " units \"ZZ2\" and \"ZZ1\" have one name",
                        file + ":" + (lines.size() + 3)
                                + " the name of unit \"ZZ3\" is too long for the name of a file and would be cut"),
                problems);
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
