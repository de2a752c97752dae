package org.jibao.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What short checks say of a cell, its template computes or brings forward, and asks for nothing there. */
class ShortCheckFormulasTest {

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
            forms: [requests]
            """;

    private static final String REQUESTS = """
            layout: grid
            title: {zh: 申请, en: Requests}
            sheet: {name: 申请}
            cell: {kind: count, unit: 件}
            columns:
              - {id: received, zh: 收到, en: Received}
              - {id: closed, zh: 办结, en: Closed}
              - {id: all, zh: 总计, en: All}
            rows:
              - {id: carried_in, zh: 上季结转, en: Carried in}
              - {id: letters, zh: 来信, en: Letters}
              - {id: portal, zh: 平台, en: Portal}
              - {id: total, zh: 合计, en: Total}
              - {id: carried_out, zh: 结转下季, en: Carried out}
            """;

    private final Path folder;

    ShortCheckFormulasTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Every filled cell of the grid, and {@code ?} where a number is asked for. */
    private Map<String, String> contents(String checks, Map<String, BigDecimal> last) throws IOException {
        write("job.yaml", JOB);
        write("units.csv", "code,name,kind\nT1,甲镇,town\n");
        write("forms/requests.yaml", REQUESTS);
        write("checks/requests.yaml", "rules:\n" + checks);
        JobDefinition job = JobLoader.load(folder.resolve("short"));
        Period period = Period.parse("2026Q3").orElseThrow();
        Path file = folder.resolve("blank.xlsx");
        new TemplateWriter()
                .write(
                        new TemplateRequest(
                                job,
                                job.roster().byCode("T1").orElseThrow(),
                                period,
                                LocalDate.of(2026, 10, 10),
                                new BroughtForward(period.previous(), !last.isEmpty(), last),
                                "1",
                                ""),
                        file);
        try (InputStream stream = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(stream)) {
            return cells(book.getSheet("申请"));
        }
    }

    private static Map<String, String> cells(XSSFSheet sheet) {
        Map<String, String> cells = new TreeMap<>();
        for (DataValidation validation : sheet.getDataValidations()) {
            for (CellRangeAddress range : validation.getRegions().getCellRangeAddresses()) {
                if (validation.getShowErrorBox()) {
                    range.forEach(cell -> cells.put(cell.formatAsString(), "?"));
                }
            }
        }
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.FORMULA) {
                    cells.put(cell.getAddress().formatAsString(), cell.getCellFormula());
                } else if (cell.getCellType() == CellType.NUMERIC) {
                    cells.merge(cell.getAddress().formatAsString(), "" + cell.getNumericCellValue(), (a, b) -> b + a);
                }
            }
        }
        return cells;
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve("short").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void computesTotalsOfRowsAndColumnsAndBringsForward() throws IOException {
        Map<String, String> cells = contents("""
                  - sums: requests.total = letters + portal
                  - sums: requests.*.all = received + closed
                  - carried: carried_in = carried_out
                """, Map.of("requests.carried_out.received", new BigDecimal("4")));
        assertEquals(
                Map.ofEntries(
                        Map.entry("B4", "4.0?"),
                        Map.entry("C4", "?"),
                        Map.entry("D4", "IF(COUNTBLANK(B4:C4)>0,\"\",SUM(B4:C4))"),
                        Map.entry("B5", "?"),
                        Map.entry("C5", "?"),
                        Map.entry("D5", "IF(COUNTBLANK(B5:C5)>0,\"\",SUM(B5:C5))"),
                        Map.entry("B6", "?"),
                        Map.entry("C6", "?"),
                        Map.entry("D6", "IF(COUNTBLANK(B6:C6)>0,\"\",SUM(B6:C6))"),
                        Map.entry("B7", "IF(COUNTBLANK(B5:B6)>0,\"\",SUM(B5:B6))"),
                        Map.entry("C7", "IF(COUNTBLANK(C5:C6)>0,\"\",SUM(C5:C6))"),
                        Map.entry("D7", "IF(COUNTBLANK(D5:D6)>0,\"\",SUM(D5:D6))"),
                        Map.entry("B8", "?"),
                        Map.entry("C8", "?"),
                        Map.entry("D8", "IF(COUNTBLANK(B8:C8)>0,\"\",SUM(B8:C8))")),
                cells);
    }

    @Test
    void computesSingleCells() throws IOException {
        Map<String, String> cells = contents("""
                  - sums: requests.total.received = letters.received + portal.received
                  - sums: total.all = letters.closed + portal.received - 2
                """, Map.of());
        assertEquals("IF(COUNTBLANK(B5:B6)>0,\"\",SUM(B5:B6))", cells.get("B7"));
        assertEquals("?", cells.get("C7"));
        assertEquals("IF(COUNTBLANK(C5)+COUNTBLANK(B6)>0,\"\",-2+SUM(C5,B6))", cells.get("D7"));
    }
}
