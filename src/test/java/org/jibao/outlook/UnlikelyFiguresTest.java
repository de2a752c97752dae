package org.jibao.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.finding.Language;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve units over nine quarters: what is listed of the last one, and what becomes of it. */
class UnlikelyFiguresTest {

    private static final int UNITS = 12;
    private static final List<String> QUARTERS =
            List.of("2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3");
    private static final String LISTED =
            "SELECT unit, cell, value, slip, slip_value, cells FROM outlook.unlikely ORDER BY unit, cell";

    private final Path folder;

    UnlikelyFiguresTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        write("jobs/foi/job.yaml", """
                title: Requests
                language: en
                period: quarter
                due: {day: 20, shift: none}
                open-for: 2000
                """);
        StringBuilder units = new StringBuilder("code,name\n");
        for (int unit = 1; unit <= UNITS; unit++) {
            units.append("B%02d,Body No %d%n".formatted(unit, unit));
        }
        write("jobs/foi/units.csv", units.toString());
        form("");
        write("jobs/foi/figures.yaml", """
                figures:
                  received: {label: Requests received, sum: requests.line.received, headline: true}
                """);
    }

    private void form(String more) throws IOException {
        write("jobs/foi/forms/requests.yaml", """
                title: Requests
                sheet: Requests
                layout: list
                unit: body
                period: quarter
                %sfields:
                  - Body
                  - Quarter
                  - {label: Requests received, id: received}
                  - {label: Answered in time, id: in_time}
                """.formatted(more));
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, text);
    }

    private Jibao jibao() {
        return new Jibao(
                new Settings(
                        folder.resolve("jobs"),
                        "foi",
                        folder.resolve("inbox"),
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        Period.parse("2026Q3"),
                        Optional.of(Instant.parse("2026-10-21T00:00:00Z")),
                        2),
                Progress.NONE);
    }

    /** @param eighth what the eighth unit received in the last quarter, as it states it */
    private Jibao summarized(String eighth) throws IOException {
        StringBuilder list = new StringBuilder("Body,Quarter,Requests received,Answered in time\n");
        for (int quarter = 0; quarter < QUARTERS.size(); quarter++) {
            for (int unit = 1; unit <= UNITS; unit++) {
                boolean last = unit == 8 && quarter == QUARTERS.size() - 1;
                int received = 40 * unit + (unit * 7 + quarter * 5) % 11;
                list.append("Body No %d,%s,%s,%d%n"
                        .formatted(
                                unit, QUARTERS.get(quarter), last ? eighth : String.valueOf(received), received - 7));
            }
        }
        write("inbox/list.csv", list.toString());
        Files.setLastModifiedTime(
                folder.resolve("inbox/list.csv"), FileTime.from(Instant.parse("2026-10-20T00:00:00Z")));
        Jibao jibao = jibao();
        jibao.run();
        return jibao;
    }

    private static List<String> rows(Jibao jibao, String statement) {
        return jibao.query(statement).rows().stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void listsFigureWithANoughtTooManyUntilAnOfficerAnswers() throws IOException {
        Jibao jibao = summarized("3240");
        assertEquals(List.of("B08 C105 3240.0000 tenfold 324.0000 1"), rows(jibao, LISTED));
        assertEquals(
                List.of("true"),
                rows(jibao, "SELECT expected BETWEEN 315 AND 335 AND low < 324 AND high > 324 FROM outlook.unlikely"));
        assertEquals(
                List.of("accepted 3240"),
                rows(
                        jibao,
                        "SELECT s.verdict, f.value::INTEGER FROM intake.submission s, mart.figure f"
                                + " WHERE s.unit = 'B08' AND s.period = '2026Q3' AND f.scope = 'B08' AND f.period = '2026Q3'"
                                + " AND f.figure = 'received'"));
        String says = rows(jibao, "SELECT message_en FROM outlook.unlikely").get(0);
        assertTrue(says.startsWith("Requests received: 3240 is unlikely. From "), says);
        assertTrue(says.endsWith(". 324 would fit: a nought too many?"), says);
        assertEquals(List.of("unlikely B08 1"), rows(jibao, "SELECT kind, unit, covered::INTEGER FROM outlook.open"));
        jibao.accept("B08", Optional.of("figure-unlikely"), Optional.empty(), new Ruling("a campaign", "Ann"));
        assertEquals(
                List.of("a campaign"),
                rows(jibao, "SELECT d.reason FROM outlook.unlikely u JOIN intake.decision d USING (job, fingerprint)"));
        jibao.run();
        assertEquals(List.of("0"), rows(jibao, "SELECT count(*) FROM outlook.open"));
    }

    @Test
    void listsNothingOfAFormThatToleratesNoFalseAlarm() throws IOException {
        form("false-alarms: 0\n");
        assertEquals(List.of(), rows(summarized("3240"), LISTED));
    }
}
