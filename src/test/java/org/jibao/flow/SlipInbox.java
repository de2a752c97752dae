package org.jibao.flow;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;

/** The faulty returns of the sample county's last quarter without their corrections, and one faulty {@code .xls}. */
final class SlipInbox {

    static final Path SAMPLE = Path.of("sample-data/county/quarterly-disclosure/2026Q3");

    private static final Path BEFORE = Path.of("sample-data/county/quarterly-disclosure/2026Q2");
    private static final Instant RECEIVED = Instant.parse("2026-10-09T01:00:00Z");
    private static final String NAME = "青岚县%s_2026年第三季度%s.xlsx";

    private final Path folder;
    private int day = 10;

    SlipInbox(Path folder, List<String> units) throws IOException {
        this.folder = folder;
        Files.createDirectories(inbox().resolve("2026Q3"));
        for (String unit : units) {
            receive(sample(unit, ""), sample(unit, "").getFileName().toString());
        }
    }

    static Path sample(String unit, String suffix) {
        return SAMPLE.resolve(NAME.formatted(unit, suffix));
    }

    /** The period before, against which some rules hold. */
    void before(String unit) throws IOException {
        Path file = BEFORE.resolve("青岚县" + unit + "_2026年第二季度.xlsx");
        Path copy = Files.copy(file, inbox().resolve(file.getFileName()));
        Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2026-07-08T01:00:00Z")));
    }

    /** The township that sends {@code .xls}, with one total wrong. */
    Path oldWorkbook(double total) throws IOException {
        Path file = inbox().resolve("2026Q3/青岚县半夏乡_2026年第三季度.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook(Files.newInputStream(SAMPLE.resolve(file.getFileName())));
                OutputStream stream = new FileOutputStream(file.toFile())) {
            workbook.getSheet("表二 依申请公开").getRow(27).getCell(3).setCellValue(total);
            workbook.write(stream);
        }
        Files.setLastModifiedTime(file, FileTime.from(RECEIVED));
        return file;
    }

    Path receive(Path source, String name) throws IOException {
        Path file = Files.copy(source, inbox().resolve("2026Q3").resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(RECEIVED));
        return file;
    }

    /** Sends a slip, under its own name, changed or not. */
    void sendBack(String slip, Change change) throws IOException {
        Path file = Files.createDirectories(inbox().resolve("back" + day)).resolve(slip);
        try (Workbook workbook = WorkbookFactory.create(Files.newInputStream(slips().resolve(slip)))) {
            if (change.change(workbook)) {
                workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
                try (OutputStream stream = Files.newOutputStream(file)) {
                    workbook.write(stream);
                }
            } else {
                Files.copy(slips().resolve(slip), file);
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(RECEIVED.plusSeconds(86_400)));
    }

    /** Changes a workbook, or says that nothing shall be changed. */
    @FunctionalInterface
    interface Change {
        boolean change(Workbook workbook) throws IOException;
    }

    /** Collects, each time a day later. */
    Jibao collect() {
        Jibao jibao = jibao(Instant.parse("2026-10-%02dT01:00:00Z".formatted(++day)));
        jibao.collect();
        return jibao;
    }

    Jibao jibao(Instant asOf) {
        return new Jibao(
                new Settings(
                        Path.of("jobs"),
                        "quarterly-disclosure",
                        inbox(),
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.ZH,
                        Optional.empty(),
                        Optional.of(asOf),
                        2),
                Progress.NONE);
    }

    static String found(Jibao jibao, String fileLike) {
        return jibao.query("""
                        SELECT s.verdict || ' ' || coalesce(string_agg(concat_ws('@', f.code, f.sheet || '!' || f.cell), ' '
                            ORDER BY f.code, f.sheet, f.cell) FILTER (f.code NOT LIKE 'return-%%'), '') AS found
                        FROM intake.submission s LEFT JOIN intake.finding f ON f.submission = s.id
                        WHERE s.file LIKE '%s'
                        GROUP BY s.id, s.verdict
                        """.formatted(fileLike)).rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .findFirst()
                .orElse("none");
    }

    Path inbox() {
        return folder.resolve("inbox");
    }

    Path slips() {
        return period().resolve("return-slips");
    }

    private Path period() {
        return folder.resolve("out/quarterly-disclosure/2026Q3");
    }

    /** Names with their times and bytes, so that what was only written again shows too. */
    Map<String, @Nullable String> standing() throws IOException {
        Map<String, @Nullable String> standing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(period())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                standing.put(
                        period().relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " " + java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return standing;
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(slips())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
