package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short checks from the job folder to the finding, the slip and the template. */
class ShortChecksIT {

    private static final String JOB = """
            title: {zh: 申请季报, en: Requests}
            version: "1"
            period: quarter
            due: {day: 10, shift: none}
            open-for: 30
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>[^_]+)_(?<period>.*)'
            unit-kinds: {town: {zh: 镇, en: Towns}}
            owed-by: [town]
            roster: units.csv
            forms: [requests, splits]
            """;

    private static final String REQUESTS = """
            layout: grid
            title: {zh: 申请, en: Requests}
            sheet: {name: 申请}
            cell: {kind: count, unit: 件}
            columns:
              - {id: received, zh: 收到, en: Received}
              - {id: in_time, zh: 按时答复, en: Answered in time}
            rows:
              - {id: letters, zh: 来信, en: Letters}
              - {id: e_mail, zh: 邮件, en: E-mail}
              - {id: portal, zh: 平台, en: Portal}
              - {id: total, zh: 合计, en: Total}
            """;

    private static final String SPLITS = """
            layout: register
            title: {zh: 分项, en: Splits}
            sheet: {name: 分项}
            fields:
              - {id: name, zh: 名称, en: Name, required: true}
              - {id: active, zh: 在办, en: Active, cell: {kind: count, unit: 件}}
            """;

    private static final String CHECKS = """
            rules:
              - sums: requests.total = letters + e_mail + portal
              - at-most: requests.*.in_time <= requests.*.received
              - equals: requests.total.received = active
                totals: {active: {register: splits, sum: active}}
            """;

    private final Path folder;

    ShortChecksIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        write("jobs/short/job.yaml", JOB);
        write("jobs/short/units.csv", "code,name,kind\nT1,甲镇,town\n");
        write("jobs/short/forms/requests.yaml", REQUESTS);
        write("jobs/short/forms/splits.yaml", SPLITS);
        write("jobs/short/checks/requests.yaml", CHECKS);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Jibao jibao() {
        return new Jibao(
                new Settings(
                        folder.resolve("jobs"),
                        "short",
                        folder.resolve("inbox"),
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-10-09T01:00:00Z")),
                        1),
                Progress.NONE);
    }

    private Jibao collected(String total, String inTime, String split) throws IOException {
        byte[] workbook = Sheets.of("申请", """
                        | 项目 | 收到 | 按时答复 |
                        | 来信 | 5    | %s       |
                        | 邮件 | 4    | 4        |
                        | 平台 | 4    | 3        |
                        | 合计 | %s   | 12       |
                        """.formatted(inTime, total))
                .and("分项", """
                        | 名称 | 在办 |
                        | 甲   | 8    |
                        | 乙   | %s   |
                        """.formatted(split))
                .xlsx();
        Path file = Files.createDirectories(folder.resolve("inbox")).resolve("甲镇_2026Q3.xlsx");
        Files.write(file, workbook);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-08T01:00:00Z")));
        Jibao jibao = jibao();
        jibao.collect();
        return jibao;
    }

    private static List<String> findings(Jibao jibao) {
        return jibao
                .query(
                        "SELECT code || ' ' || coalesce(sheet || '!' || cell, '') || ' ' || message_en FROM returns.finding"
                                + " ORDER BY code, cell")
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    @Test
    void acceptsReturnWhoseFiguresAgree() throws IOException {
        assertEquals(List.of(), findings(collected("13", "5", "5")));
        assertEquals(List.of(), jibao().verify().problems());
    }

    @Test
    void namesWhatDoesNotAddUpAndMarksItInTheSlip() throws IOException {
        Jibao jibao = collected("14", "6", "5");
        assertEquals(
                List.of(
                        "cell-probable 申请!C2 requests.sums.total, requests.at_most.each.in_time.received,"
                                + " requests.equals.total.received not met, the fewest changes that would meet all rules are: C2"
                                + " \"Letters × Answered in time\" should be 5 instead of 6 and B5 \"Total × Received\" should be"
                                + " 13 instead of 14",
                        "requests.at_most.each.in_time.received 申请!C2 Letters: Answered in time (6) is more than Received"
                                + " (5), by 1 (申请!C2=6, B2=5)",
                        "requests.equals.total.received 申请!B5 Requests: Total (Received) is 14, but Active in Splits"
                                + " adds up to 13, a difference of 1 (申请!B5=14)",
                        "requests.sums.total 申请!B5 Received: Total is 14, but Letters + E-mail + Portal add up to 13, a"
                                + " difference of 1 (申请!B5=14, B2=5, B3=4, B4=4)",
                        "requests.sums.total 申请!C5 Answered in time: Total is 12, but Letters + E-mail + Portal add up to"
                                + " 13, a difference of 1 (申请!C5=12, C2=6, C3=4, C4=3)"),
                findings(jibao));
        assertEquals(List.of("B2", "B3", "B4", "B5", "C2", "C3", "C4", "C5"), marked());
    }

    /** Cells that have a comment in the unit's slip. */
    private List<String> marked() throws IOException {
        try (Stream<Path> slips = Files.list(folder.resolve("out/short/2026Q3/return-slips"));
                Workbook slip = WorkbookFactory.create(
                        Files.newInputStream(slips.findFirst().orElseThrow()))) {
            Sheet sheet = slip.getSheet("申请");
            return new TreeMap<>(sheet.getCellComments())
                    .keySet().stream().map(Object::toString).sorted().toList();
        }
    }
}
