package org.jibao.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the last quarter is made of; read from the committed lists, which another test compares with the generator. */
class LastQuarterTest {

    private static final Path COUNTY = Path.of("sample-data", County.FOLDER);
    private static final Path EXPECTED = Path.of("sample-data/expected/quarterly-disclosure");

    @Test
    void holdsEveryKindOfFault() throws IOException {
        Map<String, Integer> codes = new TreeMap<>();
        for (String[] line : expectations()) {
            for (String finding : (line[2] + "|" + line[3]).split("\\|")) {
                if (!finding.isEmpty()) {
                    codes.merge(finding.split("@")[0], 1, Integer::sum);
                }
            }
        }
        assertEquals(
                Map.ofEntries(
                        Map.entry("cell-blank", 2),
                        Map.entry("cell-date-in-count", 1),
                        Map.entry("cell-error-value", 1),
                        Map.entry("cell-invalid", 5),
                        Map.entry("cell-negative", 1),
                        Map.entry("cell-not-calculated", 1),
                        Map.entry("cell-not-whole", 1),
                        Map.entry("cell-probable", 3),
                        Map.entry("cell-probable-none", 3),
                        Map.entry("cell-sensitive", 1),
                        Map.entry("cell-text-date", 4),
                        Map.entry("cell-text-number", 4),
                        Map.entry("disputes.review", 1),
                        Map.entry("entry-field-missing", 1),
                        Map.entry("entry-not-listed", 1),
                        Map.entry("entry-out-of-period", 1),
                        Map.entry("file-duplicate", 1),
                        Map.entry("file-empty", 1),
                        Map.entry("file-encrypted", 1),
                        Map.entry("file-format-unsupported", 1),
                        Map.entry("file-lock", 1),
                        Map.entry("file-not-workbook", 1),
                        Map.entry("file-truncated", 1),
                        Map.entry("identity-conflict", 1),
                        Map.entry("label-missing", 1),
                        Map.entry("proactive.register", 2),
                        Map.entry("proactive.year_to_date", 2),
                        Map.entry("request_register.late", 3),
                        Map.entry("requests.applicants", 1),
                        Map.entry("requests.balance", 1),
                        Map.entry("requests.carried", 2),
                        Map.entry("requests.outcomes", 2),
                        Map.entry("responses.days", 1),
                        Map.entry("return-after-close", 1),
                        Map.entry("return-late", 4),
                        Map.entry("return-zero", 1),
                        Map.entry("sheet-missing", 1),
                        Map.entry("sheet-renamed", 1),
                        Map.entry("unit-unknown", 1)),
                codes);
    }

    @Test
    void nineOfFortyNineUnitsHaveNoAcceptedReturn() throws IOException {
        List<String> missing = Files.readAllLines(EXPECTED.resolve("missing.csv"), StandardCharsets.UTF_8);
        assertEquals(
                List.of(
                        "2026Q3,QL205,returned",
                        "2026Q3,QL304,returned",
                        "2026Q3,QL307,returned",
                        "2026Q3,QL311,returned",
                        "2026Q3,QL315,rejected",
                        "2026Q3,QL318,missing",
                        "2026Q3,QL320,missing",
                        "2026Q3,QL321,missing",
                        "2026Q3,QL324,returned"),
                missing.stream().filter(line -> line.startsWith("2026Q3")).toList());
    }

    @Test
    void everyExpectationIsAboutAFileThatIsThere() throws IOException {
        for (String[] line : expectations()) {
            assertTrue(Files.exists(COUNTY.resolve(line[0])), line[0]);
        }
    }

    /** Lines of the last quarter, in their four columns. */
    private static List<String[]> expectations() throws IOException {
        return Files.readAllLines(EXPECTED.resolve("expectations.csv"), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("2026Q3/"))
                .map(line -> line.split(",", -1))
                .collect(Collectors.toList());
    }
}
