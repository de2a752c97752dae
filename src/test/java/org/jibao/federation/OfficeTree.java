package org.jibao.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.app.Jibao;
import org.jibao.export.ComputedCopy;
import org.jibao.finding.Language;
import org.jibao.run.JobFolders;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.testkit.Sheets;

/**
 * A province with two cities, three counties and seven towns, each office with a store of its own; and one store for
 * all returns, without offices.
 */
final class OfficeTree {

    static final Instant NOW = TwoOffices.NOW;

    private static final List<String> UNITS = List.of(
            "P,某省,office,",
            "X,甲市,office,P",
            "A,甲县,office,X",
            "A1,甲一镇,town,A",
            "A2,甲二镇,town,A",
            "A3,甲三镇,town,A",
            "B,乙县,office,X",
            "B1,乙一镇,town,B",
            "B2,乙二镇,town,B",
            "Y,乙市,office,P",
            "C,丙县,office,Y",
            "C1,丙一镇,town,C",
            "C2,丙二镇,town,C");

    /** Which offices each takes packages of. */
    private static final Map<String, List<String>> BELOW =
            Map.of("P", List.of("X", "Y"), "X", List.of("A", "B"), "Y", List.of("C"));

    private final Path folder;

    OfficeTree(Path folder) {
        this.folder = folder;
        for (String office : List.of("P", "X", "Y", "A", "B", "C", "flat")) {
            write(office, "job.yaml", TwoOffices.JOB);
            write(office, "forms/letters.yaml", TwoOffices.GRID);
            write(office, "forms/cases.yaml", TwoOffices.REGISTER);
            write(office, "figures.yaml", """
                    figures:
                      received: {label: {zh: 收到, en: Received}, sum: letters.in.all, headline: true}
                    """);
            write(office, "units.csv", "code,name,kind,parent\n" + roster(office));
        }
    }

    private static String roster(String office) {
        if (office.equals("flat") || office.equals("P")) {
            return String.join("\n", UNITS) + "\n";
        }
        return UNITS.stream()
                        .filter(line -> within(line.split(",", -1)[0], office))
                        .map(line ->
                                line.startsWith(office + ",") ? line.substring(0, line.lastIndexOf(',') + 1) : line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static boolean within(String unit, String office) {
        for (String at = unit; !at.isEmpty(); at = parent(at)) {
            if (at.equals(office)) {
                return true;
            }
        }
        return false;
    }

    private static String parent(String unit) {
        return UNITS.stream()
                .filter(line -> line.startsWith(unit + ","))
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .findFirst()
                .orElse("");
    }

    private void write(String office, String file, String text) {
        try {
            Path path = folder.resolve(office).resolve("jobs/letters").resolve(file);
            Files.createDirectories(path.getParent());
            Files.createDirectories(folder.resolve(office).resolve("inbox"));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every office makes its key, and the one above it enters it. */
    void keys() {
        BELOW.forEach((upper, offices) -> {
            String lines = offices.stream()
                    .map(office -> office + ","
                            + OfficeKeys.beside(store(office)).make().text())
                    .collect(Collectors.joining("\n"));
            write(upper, "package-keys.csv", "unit,key\n" + lines + "\n");
        });
    }

    Path store(String office) {
        return folder.resolve(office).resolve("data/jibao.duckdb");
    }

    /** A town's return comes to its county, and to the store of all returns. */
    void receive(String town, int letters, Instant at) throws IOException {
        for (String office : List.of(parent(town), "flat")) {
            Path file = Sheets.of("收件", "| 项目 | 合计 |\n| 收到 | " + letters + " |\n")
                    .and("台账", "| 事项 | 申请人 |\n| 修路 " + town + " | 王小明 |\n")
                    .save(folder.resolve(office).resolve("inbox").resolve(town + "_2026Q3.xlsx"));
            Files.setLastModifiedTime(file, FileTime.from(at));
        }
    }

    Jibao jibao(String office, Instant at) {
        Path own = folder.resolve(office);
        return new Jibao(
                new Settings(
                        own.resolve("jobs"),
                        "letters",
                        own.resolve("inbox"),
                        store(office),
                        own.resolve("out"),
                        Language.EN,
                        Optional.of(Periods.named(JobFolders.head(own.resolve("jobs"), "letters"), "2026Q3")),
                        Optional.of(at),
                        1),
                Progress.NONE);
    }

    /** An office collects, approves, and hands on to the one above it. */
    void handOn(String office, Instant at) throws IOException {
        jibao(office, at).collect();
        jibao(office, at).approve(Optional.empty(), "Li " + office);
        Path made =
                jibao(office, at).handOn(folder.resolve(office).resolve("out")).file();
        Path there =
                folder.resolve(parent(office)).resolve("inbox").resolve(Objects.requireNonNull(made.getFileName()));
        Files.write(there, Files.readAllBytes(made));
        Files.setLastModifiedTime(there, FileTime.from(at.plusSeconds(1)));
    }

    /** The SQL of a table of the summary. */
    String table(String office, String id) {
        return JobFolders.load(folder.resolve(office).resolve("jobs"), "letters").summary().tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow()
                .sql();
    }

    /** A query over the figures of an office, as lines of texts. */
    List<String> computed(String office, Instant at, String query) throws IOException {
        return new ComputedCopy(
                        JobFolders.load(folder.resolve(office).resolve("jobs"), "letters"),
                        store(office),
                        Progress.NONE)
                .with(
                        Files.createDirectories(folder.resolve("scratch")),
                        Optional.empty(),
                        at,
                        sql -> sql.query(query).rows().stream()
                                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                                .toList());
    }
}
