package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jibao.app.Jibao;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.status.StatusReport;
import org.jibao.testkit.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists, each line of which is a unit's return, from the inbox to the summary. */
class ListIT {

    private static final String HEADER = "| Ref | Body | Quarter | Requests received | Answered in time |\n";

    private final Path folder;

    ListIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        write("jobs/foi/job.yaml", """
                title: Requests for information
                language: en
                period: quarter
                due: {day: 20, shift: none}
                open-for: 100
                time-zone: Europe/London
                """);
        write(
                "jobs/foi/units.csv",
                "code,name\n"
                        + IntStream.rangeClosed(1, 200)
                                .mapToObj(unit -> "B%03d,%s\n".formatted(unit, body(unit)))
                                .collect(Collectors.joining()));
        write("jobs/foi/forms/requests.yaml", """
                title: Requests
                sheet: Requests
                layout: list
                unit: body
                period: quarter
                fields:
                  - Body
                  - Quarter
                  - {label: Requests received, id: received}
                  - {label: Answered in time, id: in_time}
                until: "body = 'Total'"
                """);
        write("jobs/foi/checks/requests.yaml", """
                rules:
                  - at-most: requests.line.in_time <= requests.line.received
                """);
        write("jobs/foi/figures.yaml", """
                figures:
                  received: {label: Requests received, sum: requests.line.received, headline: true, rank: true}
                  in_time:
                    label: Answered in time
                    rate: requests.line.in_time / requests.line.received
                    rank: true
                """);
    }

    private static String body(int unit) {
        return "Body No " + unit;
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Jibao jibao(String asOf) {
        return new Jibao(
                new Settings(
                        folder.resolve("jobs"),
                        "foi",
                        folder.resolve("inbox"),
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        Optional.empty(),
                        Optional.of(Instant.parse(asOf)),
                        2),
                Progress.NONE);
    }

    private void receive(String name, String received, String table) throws IOException {
        Path file = Files.createDirectories(folder.resolve("inbox")).resolve(name);
        Sheets.of("Requests", table).save(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(received)));
    }

    private Jibao collected(String table) throws IOException {
        receive("list.xlsx", "2026-10-08T01:00:00Z", HEADER + table);
        Jibao jibao = jibao("2026-10-09T01:00:00Z");
        jibao.collect();
        return jibao;
    }

    private static List<String> rows(Jibao jibao, String statement) {
        return jibao.query(statement).rows().stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    private static final String FILES = "SELECT file, verdict, unit, period FROM intake.submission ORDER BY id";

    private static final String CODES =
            "SELECT f.code, s.file FROM intake.finding f JOIN intake.submission s ON s.id = f.submission ORDER BY ALL";

    private static String lines(int units, BiFunction<Integer, String, String> line) {
        return Stream.of("2026Q2", "2026Q3")
                .flatMap(quarter -> IntStream.rangeClosed(1, units).mapToObj(unit -> line.apply(unit, quarter)))
                .collect(Collectors.joining());
    }

    private static String line(int unit, String quarter) {
        return "| %d | %s | %s | %d | %d |\n"
                .formatted(unit, body(unit), quarter, unit + (quarter.endsWith("2") ? 1000 : 2000), unit);
    }

    @Test
    void readsTwoHundredUnitsAndTwoPeriodsFromOneSheet() throws IOException {
        receive("list.xlsx", "2026-10-08T01:00:00Z", HEADER + lines(200, ListIT::line) + "| | Total | | 9 | 9 |\n");
        Jibao jibao = jibao("2026-10-09T01:00:00Z");
        jibao.run();
        StatusReport status = jibao.status();
        assertEquals(200, status.expected());
        assertEquals(200, status.received());
        assertEquals(
                List.of("2026Q2 accepted 200", "2026Q3 accepted 200"),
                rows(jibao, "SELECT period, verdict, count(*) FROM intake.submission GROUP BY ALL ORDER BY ALL"));
        assertEquals(
                List.of("return-late 200"), rows(jibao, "SELECT code, count(*) FROM returns.finding GROUP BY ALL"));
        assertEquals(
                List.of("2026Q2 220100", "2026Q3 420100"),
                rows(
                        jibao,
                        "SELECT period, sum(received)::BIGINT FROM returns.requests_by_row GROUP BY ALL ORDER BY ALL"));
        assertEquals(
                List.of("420100"),
                rows(
                        jibao,
                        "SELECT value::BIGINT FROM mart.figure WHERE figure = 'received' AND scope = 'all' AND period ="
                                + " '2026Q3' AND dimension = ''"));
        assertEquals(
                List.of("B200 1"),
                rows(
                        jibao,
                        "SELECT unit, rank FROM mart.ranking WHERE figure = 'received' AND period = '2026Q3' AND rank = 1"));
        assertEquals(
                List.of("Requests D203 2002"),
                rows(
                        jibao,
                        "SELECT o.sheet, o.cell, o.value::BIGINT FROM intake.observation o JOIN intake.submission s ON s.id ="
                                + " o.submission WHERE s.unit = 'B002' AND s.period = '2026Q3' AND o.\"column\" ="
                                + " 'received'"));
    }

    @Test
    void takesOnlyTheChangedLineAsRevision() throws IOException {
        collected(line(1, "2026Q3") + line(2, "2026Q3") + line(3, "2026Q3"));
        String changed = HEADER
                + line(4, "2026Q3")
                + line(1, "2026Q3")
                + line(2, "2026Q3").replace("2002", "2500")
                + line(3, "2026Q3");
        receive("list.xlsx", "2026-10-09T02:00:00Z", changed);
        Jibao jibao = jibao("2026-10-10T01:00:00Z");
        jibao.collect();
        receive("again.xlsx", "2026-10-10T02:00:00Z", changed.replace("2003", "2600"));
        jibao = jibao("2026-10-11T01:00:00Z");
        jibao.collect();
        assertEquals(
                List.of("B001 1", "B002 1", "B002 2", "B003 1", "B003 2", "B004 1"),
                rows(
                        jibao,
                        "SELECT unit, revision FROM intake.submission WHERE verdict = 'accepted' ORDER BY unit, revision"));
        assertEquals(
                List.of(
                        "again.xlsx#B001_2026Q3 duplicate",
                        "again.xlsx#B002_2026Q3 duplicate",
                        "again.xlsx#B004_2026Q3 duplicate"),
                rows(jibao, "SELECT file, verdict FROM intake.submission WHERE verdict <> 'accepted' ORDER BY file"));
        assertEquals(
                List.of("2500"),
                rows(jibao, "SELECT received::BIGINT FROM returns.requests_by_row WHERE unit = 'B002'"));
    }

    @Test
    void rejectsLinesOfUnknownUnitsAndWithoutUnitAlone() throws IOException {
        Jibao jibao = collected(line(1, "2026Q3") + "| | Nobody | 2026Q3 | 5 | 5 |\n" + "| | | 2026Q3 | 7 | 7 |\n"
                + "| | Body No 2 | | 7 | 7 |\n" + "| | Figures are provisional. | | | |\n");
        assertEquals(
                List.of(
                        "list.xlsx#B001_2026Q3 accepted B001 2026Q3",
                        "list.xlsx#requests_3 rejected null null",
                        "list.xlsx#requests_4 rejected null null",
                        "list.xlsx#requests_5 rejected B002 null"),
                rows(jibao, FILES.replace("ORDER BY id", "ORDER BY file")));
        assertEquals(
                List.of("list-key-missing Requests!A4", "list-key-missing Requests!A5", "unit-unknown Requests!B3"),
                rows(jibao, "SELECT code, sheet || '!' || cell FROM intake.finding ORDER BY code, cell"));
    }

    @Test
    void usesNeitherOfTwoLinesForOneUnitAndPeriod() throws IOException {
        Jibao jibao = collected(
                line(1, "2026Q3") + line(2, "2026Q3") + line(1, "2026Q3").replace("2001", "3000"));
        assertEquals(
                List.of("list.xlsx#B001_2026Q3 rejected B001 2026Q3", "list.xlsx#B002_2026Q3 accepted B002 2026Q3"),
                rows(jibao, FILES.replace("ORDER BY id", "ORDER BY file")));
        assertEquals(
                List.of(
                        "list-unit-repeated Body No 1 has two lines for Q3 2026, in rows 2 and 4: which counts nobody can"
                                + " tell, and neither was used"),
                rows(jibao, "SELECT code, message_en FROM intake.finding"));
        assertEquals(StatusReport.State.REJECTED, jibao.status().units().get(0).state());
    }

    @Test
    void namesTheCellOfTheLineInFindingsAndWritesItsSlip() throws IOException {
        Jibao jibao = collected(
                line(1, "2026Q3") + "| | Body No 2 | 2026Q3 | x | 7 |\n" + "| | Body No 3 | 2026Q3 | 4 | 7 |\n");
        assertEquals(
                List.of(
                        "B002 cell-invalid Requests!D3",
                        "B003 cell-probable Requests!D4",
                        "B003 requests.at_most.line.in_time.line.received Requests!E4"),
                rows(
                        jibao,
                        "SELECT s.unit, f.code, f.sheet || '!' || f.cell FROM returns.finding f JOIN intake.submission s ON s.id ="
                                + " f.submission ORDER BY ALL"));
        try (Stream<Path> slips = Files.list(folder.resolve("out/foi/2026Q3/return-slips"))) {
            assertEquals(
                    List.of("Body No 2", "Body No 3"),
                    slips.map(slip -> slip.getFileName().toString())
                            .filter(name -> name.startsWith("Body"))
                            .map(name -> name.substring(0, 9))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void rejectsFileWithoutList() throws IOException {
        receive("other.xlsx", "2026-10-08T01:00:00Z", "| Name | Value |\n| a | 1 |\n");
        Jibao jibao = jibao("2026-10-09T01:00:00Z");
        jibao.collect();
        assertEquals(List.of("other.xlsx rejected null null"), rows(jibao, FILES));
        assertEquals(List.of("list-not-read"), rows(jibao, "SELECT code FROM intake.finding"));
    }

    @Test
    void archivesListOnceAllItsLinesAreSettled() throws IOException {
        receive("list.xlsx", "2026-10-08T01:00:00Z", HEADER + line(1, "2026Q3") + line(2, "2026Q3"));
        Path archive = folder.resolve("archive");
        jibao("2026-10-09T01:00:00Z").archivingTo(archive).collect();
        assertTrue(Files.exists(archive.resolve("foi/2026Q3/list.xlsx")));
        assertFalse(Files.exists(folder.resolve("inbox/list.xlsx")));
    }

    @Test
    void putsPartsOfSeveralFilesTogether() throws IOException {
        receive("north.xlsx", "2026-10-08T01:00:00Z", HEADER + line(1, "2026Q3"));
        receive("south 2026Q1.xlsx", "2026-10-08T02:00:00Z", HEADER + line(2, "2026Q3"));
        Jibao jibao = jibao("2026-10-09T01:00:00Z");
        jibao.collect();
        assertEquals(2, jibao.status().received());
        jibao.collect();
        assertEquals(List.of("2"), rows(jibao, "SELECT count(*) FROM intake.submission"));
    }

    @Test
    void rejectsListWithoutItsUnitColumn() throws IOException {
        receive(
                "list.xlsx",
                "2026-10-08T01:00:00Z",
                HEADER.replace("Body", "Whose") + line(1, "2026Q3") + line(2, "2026Q3"));
        Jibao jibao = jibao("2026-10-09T01:00:00Z");
        jibao.collect();
        assertEquals(List.of("list-not-read list.xlsx"), rows(jibao, CODES));
    }

    @Test
    void readsSeveralListsOfOneFileAsOneReturn() throws IOException {
        write("jobs/foi/forms/appeals.yaml", """
                title: Appeals
                sheet: Appeals
                layout: list
                unit: body
                fields: [Body, Lodged]
                """);
        write("jobs/foi/forms/requests.yaml", """
                title: Requests
                sheet: Requests
                layout: list
                unit: body
                fields: [Body, {label: Requests received, id: received}, {label: Answered in time, id: in_time}]
                """);
        write(
                "jobs/foi/job.yaml",
                Files.readString(folder.resolve("jobs/foi/job.yaml")) + "file-name: '(?<period>\\d{4}Q\\d)[^.]*'\n");
        Path file = Files.createDirectories(folder.resolve("inbox")).resolve("2026Q3 all.xlsx");
        Sheets.of("Requests", "| Body | Requests received | Answered in time |\n| B001 | 5 | 4 |\n| B002 | 6 | 6 |\n")
                .and("Appeals", "| Body | Lodged |\n| Body No 1 | 3 |\n")
                .save(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-10-08T01:00:00Z")));
        Jibao jibao = jibao("2026-10-09T01:00:00Z");
        jibao.collect();
        assertEquals(
                List.of(
                        "2026Q3 all.xlsx#B001_2026Q3 accepted B001 2026Q3",
                        "2026Q3 all.xlsx#B002_2026Q3 returned B002 2026Q3"),
                rows(jibao, FILES));
        assertEquals(List.of("list-line-missing 2026Q3 all.xlsx#B002_2026Q3"), rows(jibao, CODES));
    }

    @Test
    void readsListFromItsOwnTemplate() throws IOException {
        assertEquals(List.of(), jibao("2026-10-09T01:00:00Z").verify().problems());
        jibao("2026-10-07T01:00:00Z").templates(Optional.of("B001"));
        Path list = Files.createDirectories(folder.resolve("inbox")).resolve("filled.xlsx");
        try (Stream<Path> files = Files.walk(folder.resolve("out"));
                Workbook template = WorkbookFactory.create(Files.newInputStream(
                        files.filter(file -> file.toString().endsWith(".xlsx"))
                                .findFirst()
                                .orElseThrow()))) {
            Sheet sheet = template.getSheet("Requests");
            int header = IntStream.rangeClosed(0, sheet.getLastRowNum())
                    .filter(row -> sheet.getRow(row) != null
                            && sheet.getRow(row).getCell(0) != null
                            && sheet.getRow(row).getCell(0).getStringCellValue().startsWith("Body"))
                    .findFirst()
                    .orElseThrow();
            for (int unit = 1; unit <= 2; unit++) {
                Row row = sheet.getRow(header + unit);
                row.getCell(0).setCellValue(body(unit));
                row.getCell(1).setCellValue("Q3 2026");
                row.getCell(2).setCellValue(10.0 * unit);
                row.getCell(3).setCellValue(unit);
            }
            try (OutputStream out = Files.newOutputStream(list)) {
                template.write(out);
            }
        }
        Files.setLastModifiedTime(list, FileTime.from(Instant.parse("2026-10-08T01:00:00Z")));
        Jibao jibao = jibao("2026-10-09T01:00:00Z");
        jibao.collect();
        assertEquals(
                List.of("filled.xlsx#B001_2026Q3 accepted B001 2026Q3", "filled.xlsx#B002_2026Q3 accepted B002 2026Q3"),
                rows(jibao, FILES));
        assertEquals(List.of("30"), rows(jibao, "SELECT sum(received)::BIGINT FROM returns.requests_by_row"));
    }
}
