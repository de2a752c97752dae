package org.jibao.flow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jibao.testkit.Sheets;

/**
 * A job with one small form, and as many returns of it as are wanted, cheap to make: the bytes of one workbook in which
 * two numbers differ. One of fifty is returned, one of ninety-seven is cut off. Arguments: a folder, units and
 * quarters; it then has {@code jobs/tiny}, with two figures and a rate, and {@code inbox}.
 */
public final class TinyReturns {

    static final String JOB = "tiny";

    private static final int LETTERS = 111_111;
    private static final int CLOSED = 99_999;
    private static final int FIRST_YEAR = 2026;
    private static final long DAYS_OF_A_QUARTER = 91;
    private static final Instant RECEIVED = Instant.parse("2026-07-05T01:00:00Z");

    private static final String YAML = """
            title: {zh: 小报表, en: Tiny}
            version: "1"
            period: quarter
            due: {day: 10, shift: none}
            open-for: 30
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>[A-Z0-9]+)_(?<period>[0-9]{4}Q[1-4])(_.*)?'
            unit-kinds:
              town: {zh: 镇, en: Towns}
            owed-by: [town]
            roster: units.csv
            forms: [counts]
            """;

    private static final String FORM = """
            title: {zh: 表一, en: Table 1}
            sheet: Counts
            cell: {kind: count}
            rows:
              - {id: letters, zh: 来信, en: Letters}
              - {id: visits, zh: 来访, en: Visits}
            columns:
              - {id: received, zh: 收到, en: Received}
              - {id: closed, zh: 办结, en: Closed}
            """;

    private static final String CHECKS = """
            rules:
              - id: counts.closed
                each: row
                left: closed
                operator: "<="
                right: received
                severity: error
                message: {zh: "{label}：办结 {left} 多于收到 {right}", en: "{label}: closed {left} of {right} received"}
                cure: {zh: 请更正, en: Correct it}
            """;

    private static final String FIGURES = """
            topics: {counts: {zh: 信访, en: Letters and visits}}
            figures:
              received:
                label: {zh: 收到, en: Received}
                sum: counts.*.received
                by: {kind: {label: {zh: 来件, en: Kind}, of: rows}}
                unit: {zh: 件, en: items}
                rank: true
                headline: true
              closed: {label: {zh: 办结, en: Closed}, sum: counts.*.closed, unit: {zh: 件, en: items}}
              closed_rate:
                label: {zh: 办结率, en: Share closed}
                rate: counts.*.closed / counts.*.received
                better: up
                rank: {minimum: 10}
                headline: true
            """;

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    TinyReturns() throws IOException {
        byte[] workbook = Sheets.of("Counts", """
                | 项目 | 收到 | 办结 |
                | 来信 | %d | %d |
                | 来访 | 4 | 3 |
                """.formatted(LETTERS, CLOSED)).xlsx();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int units = Integer.parseInt(arguments[1]);
        makeJob(folder.resolve("jobs"), units);
        writeFigures(folder.resolve("jobs"));
        new TinyReturns().fill(folder.resolve("inbox"), units, Integer.parseInt(arguments[2]));
    }

    static void makeJob(Path jobs, int units) throws IOException {
        Path folder = Files.createDirectories(jobs.resolve(JOB));
        StringBuilder roster = new StringBuilder("code,name,kind,parent,aliases,active_from,active_to\n");
        for (int unit = 0; unit < units; unit++) {
            roster.append(code(unit)).append(',').append(code(unit)).append(",town,,,,\n");
        }
        Files.writeString(folder.resolve("units.csv"), roster);
        Files.writeString(folder.resolve("job.yaml"), YAML);
        Files.writeString(Files.createDirectories(folder.resolve("forms")).resolve("counts.yaml"), FORM);
        Files.writeString(Files.createDirectories(folder.resolve("checks")).resolve("counts.yaml"), CHECKS);
    }

    static void writeFigures(Path jobs) throws IOException {
        Files.writeString(jobs.resolve(JOB).resolve("figures.yaml"), FIGURES);
    }

    static String code(int unit) {
        return "T" + (100_000_000 + unit);
    }

    /** Backwards from the second quarter of 2026; those of each quarter come in the first days after it. */
    void fill(Path inbox, int units, int quarters) throws IOException {
        for (int quarter = 0; quarter < quarters; quarter++) {
            int since = FIRST_YEAR * 4 + 1 - quarter;
            String period = since / 4 + "Q" + (since % 4 + 1);
            for (int unit = 0; unit < units; unit++) {
                Path folder = inbox.resolve(period + "-" + unit / 1000);
                if (unit % 1000 == 0) {
                    Files.createDirectories(folder);
                }
                Path file = folder.resolve(code(unit) + "_" + period + ".xlsx");
                write(file, quarter * units + unit, RECEIVED.minus(Duration.ofDays(DAYS_OF_A_QUARTER * quarter)));
            }
        }
    }

    void write(Path file, int number) throws IOException {
        write(file, number, RECEIVED);
    }

    private void write(Path file, int number, Instant received) throws IOException {
        int letters = number % 100_000 + 10;
        byte[] bytes = workbook(letters, number % 50 == 49 ? letters + 1 : letters / 2);
        Files.write(file, number % 97 == 96 ? java.util.Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        Files.setLastModifiedTime(file, FileTime.from(received.plusSeconds(number % 3600)));
    }

    private byte[] workbook(int letters, int closed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        part.getKey().endsWith("sheet1.xml")
                                ? changed(part.getValue(), letters, closed)
                                : part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] changed(byte[] sheet, int letters, int closed) {
        return new String(sheet, StandardCharsets.UTF_8)
                .replace(LETTERS + ".0", String.valueOf(letters))
                .replace(CLOSED + ".0", String.valueOf(closed))
                .getBytes(StandardCharsets.UTF_8);
    }
}
