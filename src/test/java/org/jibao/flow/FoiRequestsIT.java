package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The English job that people copy, over its sample: figures against the workbooks themselves. */
class FoiRequestsIT {

    private static final Path INBOX = Path.of("sample-data/authorities/foi-requests");

    private final Path out;
    private final Jibao jibao;

    FoiRequestsIT(@TempDir Path folder) {
        out = folder.resolve("out/foi-requests/2026Q3");
        jibao = new Jibao(
                new Settings(
                        Path.of("jobs"),
                        "foi-requests",
                        INBOX,
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-10-26T09:00:00Z")),
                        2),
                Progress.NONE);
        jibao.run();
    }

    @Test
    void figuresAreWhatTheWorkbooksAddUpTo() throws IOException {
        Map<String, int[]> before = sent("2026Q2");
        Map<String, int[]> now = sent("2026Q3");
        now.remove("Kestrel Bay Council");
        int[] all = sum(now);
        Map<String, int[]> alike = new TreeMap<>(before);
        alike.keySet().retainAll(now.keySet());
        List<Object> row = rows("SELECT value, reported, change_previous, alike_units, change_alike FROM mart.figure"
                        + " WHERE period = '2026Q3' AND top AND figure = 'received' AND dimension = ''")
                .get(0);
        assertEquals(0, BigDecimal.valueOf(all[0]).compareTo((BigDecimal) row.get(0)));
        assertEquals(10L, row.get(1));
        assertEquals(relative(all[0], sum(before)[0]), row.get(2));
        assertEquals(10L, row.get(3));
        assertEquals(relative(all[0], sum(alike)[0]), row.get(4));
        assertEquals(
                List.of(List.of(quotient(all[1], all[1] + all[2]))),
                rows(
                        "SELECT value FROM mart.figure WHERE period = '2026Q3' AND top AND figure = 'in_time' AND dimension = ''"));
    }

    @Test
    void everyCellBehindAFigureIsNamed() {
        assertEquals(
                List.of(List.of(10L, 10L)),
                rows(
                        "SELECT count(*), count(*) FILTER (sheet = 'Requests' AND cell = 'B8' AND included) FROM mart.figure_source"
                                + " WHERE figure = 'received' AND dimension = ''"));
    }

    @Test
    void sendsBackWhatDoesNotAddUp() throws IOException {
        assertEquals(
                List.of(List.of("foi_requests.sums.total", "B8")),
                rows("SELECT code, cell FROM intake.finding WHERE severity = 'error'"));
        try (Stream<Path> slips = Files.list(out.resolve("return-slips"))) {
            assertEquals(
                    List.of("Kestrel Bay Council"),
                    slips.map(slip -> slip.getFileName().toString().split("_")[0])
                            .toList());
        }
    }

    @Test
    void theLeadersPageSaysWhatChangedLikeForLike() throws IOException {
        Path summary = out.resolve("Requests for information Q3 2026.xlsx");
        StringBuilder words = new StringBuilder();
        try (InputStream stream = Files.newInputStream(summary);
                Workbook workbook = WorkbookFactory.create(stream)) {
            Sheet leaders = workbook.getSheet("For leadership");
            leaders.forEach(row -> row.forEach(cell -> words.append(cell).append('\n')));
            assertEquals(19, workbook.getNumberOfSheets());
        }
        assertTrue(words.toString().contains("same 10 units"), words::toString);
        assertTrue(words.toString().contains("✓ target ≥ 90.00% met"), words::toString);
        assertTrue(words.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
    }

    private List<List<Object>> rows(String sql) {
        List<List<Object>> rows = new ArrayList<>();
        jibao.query(sql).rows().forEach(row -> rows.add(new ArrayList<>(row)));
        return rows;
    }

    /** By unit: received, answered in time, answered late, of the line of totals. */
    private static Map<String, int[]> sent(String period) throws IOException {
        Map<String, int[]> sent = new TreeMap<>();
        try (Stream<Path> files = Files.list(INBOX.resolve(period))) {
            for (Path file : files.toList()) {
                try (InputStream stream = Files.newInputStream(file);
                        Workbook workbook = WorkbookFactory.create(stream)) {
                    int[] cells = new int[3];
                    for (int i = 0; i < 3; i++) {
                        cells[i] = (int)
                                workbook.getSheetAt(0).getRow(7).getCell(i + 1).getNumericCellValue();
                    }
                    sent.put(file.getFileName().toString().split("_")[0], cells);
                }
            }
        }
        return sent;
    }

    private static int[] sum(Map<String, int[]> sent) {
        int[] sum = new int[3];
        sent.values().forEach(cells -> {
            for (int i = 0; i < 3; i++) {
                sum[i] += cells[i];
            }
        });
        return sum;
    }

    private static BigDecimal quotient(int over, int under) {
        return new BigDecimal(over).divide(new BigDecimal(under), 12, RoundingMode.HALF_UP);
    }

    private static BigDecimal relative(int now, int before) {
        return new BigDecimal(now - before).divide(new BigDecimal(before), 12, RoundingMode.HALF_UP);
    }
}
