package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.collect.Collector;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two jobs in one store: a yearly return is held against the half-yearly ones, and the county's against its towns'. */
class OtherReturnsTest {

    private static final Instant NOW = Instant.parse("2026-01-09T00:00:00Z");

    private static final String JOB = """
            title: {zh: %s, en: %s}
            version: "1"
            period: %s
            due: {day: 10, shift: none}
            open-for: 200
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>\\D+)(?<period>\\d.*)'
            unit-kinds:
              town: {zh: 镇, en: Towns}
              county: {zh: 县, en: Counties}
            owed-by: [town, county]
            roster: units.csv
            forms: [%s]
            """;

    private static final String FORM = """
            layout: grid
            title: {zh: 收件, en: Letters}
            sheet: {name: 收件}
            cell: {kind: count, unit: 件}
            columns: [{id: all, zh: 合计, en: All}]
            rows: [{id: in, zh: 收到, en: Received}]
            """;

    private static final String TEN = "10，各镇为 9（收件!B2=10；收件 收到：下级 2 个单位合计=9）";

    private static final String UNITS = """
            code,name,kind,parent,aliases,active_from,active_to
            C,甲县,county,,,,
            T1,乙镇,town,C,,,
            T2,丙镇,town,C,,,
            """;

    private static final String RULES = """
            rules:
              - id: year.halves
                each: column
                from: {halves: {job: half, form: half_letters, row: in, take: sum}}
                left: in
                operator: "="
                right: halves
                severity: warning
                message: {zh: "{left}，半年报为 {right}", en: "{left}, half-yearly {right}"}
                cure: 核对
              - id: year.towns
                each: column
                subordinates: {towns: {row: in}}
                left: in
                operator: "="
                right: towns
                severity: warning
                message: {zh: "{left}，各镇为 {right}", en: "{left}, towns {right}"}
                cure: 核对
              - id: year.few
                each: column
                left: in
                operator: "<"
                right: "100"
                severity: error
                message: {zh: "{left} 太多", en: "{left} are too many"}
                cure: 核对
            """;

    private final Path root;
    private final Store store;
    private int second;

    OtherReturnsTest(@TempDir Path root) throws IOException {
        this.root = root;
        store = FreshStore.open(root.resolve("jibao.duckdb"));
    }

    @BeforeEach
    void writesTwoJobs() throws IOException {
        write("jobs/half/job.yaml", JOB.formatted("半年报", "Half-yearly", "half-year", "half_letters"));
        write("jobs/half/forms/half_letters.yaml", FORM);
        write("jobs/half/units.csv", UNITS);
        write("jobs/year/job.yaml", JOB.formatted("年报", "Yearly", "year", "year_letters"));
        write("jobs/year/forms/year_letters.yaml", FORM);
        write("jobs/year/checks/year_letters.yaml", RULES);
        write("jobs/year/units.csv", UNITS);
    }

    @AfterEach
    void closes() {
        store.close();
    }

    @Test
    void seesSubordinatesOfTheSameRunWhateverTheOrderOfFiles() throws IOException {
        receive("year", "a", "C 2025 10");
        receive("year", "b", "T1 2025 4");
        receive("year", "c", "T2 2025 5");
        collect("year");
        assertEquals(
                List.of(List.of("C", "accepted_with_warnings", "10，各镇为 9（收件!B2=10；收件 收到：下级 2 个单位合计=9）")), findings());
    }

    @Test
    void takesNothingFromSubordinateThatWasReturned() throws IOException {
        receive("year", "a", "C 2025 10");
        receive("year", "b", "T1 2025 400");
        receive("year", "c", "T2 2025 5");
        collect("year");
        assertEquals(List.of(List.of("T1", "returned", "400 太多（收件!B2=400）")), findings());
    }

    @Test
    void judgesAnewOnceTheLastSubordinateHasCome() throws IOException {
        receive("year", "a", "C 2025 10");
        collect("year");
        receive("year", "b", "T1 2025 4");
        collect("year");
        assertEquals(List.of(), findings());
        receive("year", "c", "T2 2025 5");
        collect("year");
        assertEquals(List.of(List.of("C", "accepted_with_warnings", TEN)), findings());
        assertEquals(List.of("accepted", "accepted_with_warnings"), verdicts("C"));
        receive("year", "d", "C 2025 9");
        collect("year");
        assertEquals(List.of(List.of("C", "accepted_with_warnings", TEN)), findings());
        receive("year", "e", "T2 2025 6");
        collect("year");
        assertEquals(
                List.of(
                        List.of("C", "accepted", TEN),
                        List.of("C", "accepted_with_warnings", "9，各镇为 10（收件!B2=9；收件 收到：下级 2 个单位合计=10）")),
                findings());
    }

    @Test
    void looksAtAnotherJobOnceItWasCollected() throws IOException {
        receive("year", "a", "T1 2025 4");
        collect("year");
        assertEquals(List.of(), findings());
        receive("half", "a", "T1 2025H1 1");
        receive("half", "b", "T1 2025H2 2");
        collect("half");
        collect("year");
        assertEquals(
                List.of(List.of("T1", "accepted_with_warnings", "4，半年报为 3（收件!B2=4；半年报 收件 收到：2025年上半年=1，2025年下半年=2）")),
                findings());
        assertEquals(List.of("accepted", "accepted_with_warnings"), verdicts("T1"));
    }

    private List<String> verdicts(String unit) {
        return store
                .sql()
                .query(
                        "SELECT j.verdict FROM intake.judgement j JOIN intake.submission s ON s.id = j.submission"
                                + " WHERE s.job = 'year' AND s.unit = ? ORDER BY s.id, j.since",
                        unit)
                .rows()
                .stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private List<List<Object>> findings() {
        return store
                .sql()
                .query("SELECT s.unit, s.verdict, f.message_zh FROM intake.finding f JOIN intake.submission s"
                        + " ON s.id = f.submission WHERE f.severity <> 'note' ORDER BY s.unit, f.code, s.id")
                .rows()
                .stream()
                .map(row -> List.<Object>copyOf(row))
                .toList();
    }

    private void receive(String job, String name, String text) throws IOException {
        Path file = write("inbox/" + job + "/" + name + ".txt", text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-05T00:00:00Z").plusSeconds(++second)));
    }

    private void collect(String id) {
        JobDefinition job = JobLoader.load(root.resolve("jobs/" + id));
        Period workedOn = Period.parse(id.equals("year") ? "2025" : "2025H2").orElseThrow();
        NewFiles files = NewFiles.of(
                NewFiles.walked(root.resolve("inbox/" + id)), Limits.standard(), ZoneId.of("Asia/Shanghai"));
        new Collector(store, job, file -> read(job, file), 2, 2, Progress.NONE).collect(files, workedOn, NOW);
    }

    /** {@code <unit> <period> <received>}. */
    private static Reading read(JobDefinition job, InboxFile file) {
        try {
            String[] words = Files.readString(file.path()).split(" ");
            BigDecimal number = new BigDecimal(words[2]);
            String form = job.forms().get(0).id();
            return new Reading.Read(new ReturnDocument(
                    file,
                    job.roster().byCode(words[0]).orElseThrow(),
                    Period.parse(words[1]).orElseThrow(),
                    "1",
                    Map.of(),
                    List.of(new Observation(form, "in", "all", CellStatus.VALUE, number, words[2], "收件", "B2")),
                    Entries.NONE,
                    Map.of(),
                    List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }
}
