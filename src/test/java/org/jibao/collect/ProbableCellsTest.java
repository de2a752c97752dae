package org.jibao.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.run.Progress;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a verdict says of the cells that are probably wrong, on a store as a run has it. */
class ProbableCellsTest {

    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final Period SECOND = Period.parse("2026Q2").orElseThrow();
    private static final Period THIRD = Period.parse("2026Q3").orElseThrow();
    private static final List<String> ROWS = List.of("letters", "visits", "total");
    private static final List<String> COLUMNS = List.of("carried_in", "received", "closed", "carried_out", "cost");

    private static final Map<String, String> FILES = Map.of(
            "job.yaml",
            """
            title: {zh: 来信来访, en: Letters and visits}
            version: "1"
            period: quarter
            due: {day: 10, shift: none}
            open-for: 30
            time-zone: Asia/Shanghai
            schedule: "0 0 1 * * *"
            file-name: '(?<unit>.+)_(?<period>.+)'
            unit-kinds: {town: {zh: 镇, en: Towns}}
            owed-by: [town]
            roster: units.csv
            forms: [cases, list]
            """,
            "units.csv",
            "code,name,kind\nT1,甲镇,town\n",
            "forms/cases.yaml",
            """
            layout: grid
            title: {zh: 表一, en: Table 1}
            sheet: {name: 表一}
            cell: {kind: count, unit: 件}
            rows:
              - {id: letters, zh: 来信, en: Letters}
              - {id: visits, zh: 来访, en: Visits}
              - {id: total, zh: 合计, en: Total}
            columns:
              - {id: carried_in, zh: 上期结转, en: Carried in}
              - {id: received, zh: 收到, en: Received}
              - {id: closed, zh: 办结, en: Closed}
              - {id: carried_out, zh: 结转下期, en: Carried out}
              - {id: cost, zh: 费用, en: Cost, cell: {kind: amount, unit: 万元}}
            """,
            "forms/list.yaml",
            """
            layout: register
            title: {zh: 台账, en: List}
            sheet: {name: 台账}
            fields:
              - {id: number, zh: 编号, en: Number}
              - {id: way, zh: 方式, en: Way, values: [{id: letters, zh: 来信, en: Letters}, {id: visits, zh: 来访, en: Visits}]}
            """,
            "checks/cases.yaml",
            """
            rules:
              - {id: cases.sum, sums: cases.total.* = letters + visits}
              - {id: cases.balance, equals: cases.*.carried_in + received = closed + carried_out}
              - {id: cases.carried, carried: cases.*.carried_in = carried_out}
              - id: cases.list
                each: row
                only: [letters, visits]
                counts: {entries: {register: list, by: way}}
                left: received
                operator: "="
                right: entries
                missing: skip-if-any
                severity: error
                message: {zh: 与台账不符, en: the list differs}
                cure: {zh: 请核对, en: check}
              - id: cases.cost
                each: row
                left: cost * 2
                operator: "<="
                right: case when period_number = 3 then 100.5 else 0 end
                missing: as-zero
                severity: error
                message: {zh: 费用过高, en: dear}
                cure: {zh: 请核对, en: check}
            """);

    private final Path folder;

    ProbableCellsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private JobDefinition job() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve("cases").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return JobLoader.load(folder.resolve("cases"));
    }

    /** Cells row by row; a dot is blank. */
    private static ReturnDocument document(JobDefinition job, Period period, int minute, String cells, int letters) {
        List<Observation> observations = new ArrayList<>();
        String[] figures = cells.strip().split("\\s+");
        for (int i = 0; i < figures.length; i++) {
            boolean blank = figures[i].equals(".");
            BigDecimal figure = blank ? null : new BigDecimal(figures[i]);
            CellStatus status =
                    figure == null ? CellStatus.BLANK : figure.signum() == 0 ? CellStatus.ZERO : CellStatus.VALUE;
            observations.add(new Observation(
                    "cases",
                    ROWS.get(i / 5),
                    COLUMNS.get(i % 5),
                    status,
                    figure,
                    blank ? "" : figures[i],
                    "表一",
                    (char) ('B' + i % 5) + "" + (i / 5 + 3)));
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < letters; i++) {
            entries.add(new Entry("list", "台账", i + 2, Map.of("number", "甲" + i, "way", "letters")));
        }
        Instant received = Instant.parse("2026-10-08T01:00:00Z").plusSeconds(60L * minute);
        return new ReturnDocument(
                new InboxFile(
                        Path.of("a"), minute + ".xlsx", 1, "sha" + minute, received, InboxFile.Container.OOXML, null),
                job.roster().byCode("T1").orElseThrow(),
                period,
                "1",
                Map.of(),
                observations,
                Entries.of(entries),
                Map.of(),
                List.of());
    }

    private static void collect(Store store, JobDefinition job, ReturnDocument... documents) {
        store.inTransaction(() -> {
            List<CheckedReturn> returns = new ArrayList<>();
            for (ReturnDocument document : documents) {
                returns.add(new CheckedReturn(new Reading.Read(document), List.of()));
            }
            store.submissions(job, NOW).write(returns);
            new ApplyRules(store, job, NOW, Progress.NONE).run();
        });
    }

    private List<List<Object>> notes(Store store) {
        List<List<Object>> notes = new ArrayList<>();
        store.sql()
                .query(
                        "SELECT code, coalesce(cell, ''), message_en FROM intake.finding WHERE severity = 'note' ORDER BY submission, number")
                .rows()
                .forEach(row -> notes.add(List.copyOf(row)));
        return notes;
    }

    private Store store(JobDefinition job) {
        Store store = FreshStore.open(folder.resolve("jibao.duckdb"));
        store.define(job, List.of(SECOND, THIRD), WorkingDays.china());
        return store;
    }

    @Test
    void saysWhichCellAndWhatShouldStandThere() throws IOException {
        JobDefinition job = job();
        try (Store store = store(job)) {
            collect(store, job, document(job, THIRD, 1, "0 12 53 0 1  0 0 0 0 1  0 12 12 0 2", 12));
            assertEquals(
                    List.of(List.of(
                            "cell-probable",
                            "D3",
                            "cases.sum, cases.balance not met, the mistake is probably here: D3 \"Letters × Closed\" should be 12"
                                    + " instead of 53")),
                    notes(store));
            assertEquals(
                    "表一!D3",
                    store.sql()
                            .query(
                                    "SELECT arguments ->> '$.probable_cells' FROM intake.finding WHERE code = 'cell-probable'")
                            .single());
            assertEquals(
                    "returned",
                    store.sql().query("SELECT verdict FROM intake.submission").single());
        }
    }

    @Test
    void putsATransposedCellFirstWhereSeveralWouldDo() throws IOException {
        JobDefinition job = job();
        try (Store store = store(job)) {
            collect(store, job, document(job, THIRD, 1, "0 0 0 0 1.4  0 0 0 0 2  0 0 0 0 4.3", 0));
            assertEquals(
                    List.of(List.of(
                            "cell-probable",
                            "F5",
                            "cases.sum not met, the mistake is most likely here: F5 \"Total × Cost\" should be 3.4 instead of 4.3"
                                    + " (two digits have changed places); or F3 \"Letters × Cost\" should be 2.3 instead of 1.4;"
                                    + " or F4 \"Visits × Cost\" should be 2.9 instead of 2")),
                    notes(store));
        }
    }

    @Test
    void saysWhatATooLargeFigureMayBeAtMost() throws IOException {
        JobDefinition job = job();
        try (Store store = store(job)) {
            collect(store, job, document(job, THIRD, 1, "0 0 0 0 10  0 0 0 0 .  0 0 0 0 60", 0));
            assertEquals(
                    List.of(
                            List.of(
                                    "cell-probable",
                                    "F5",
                                    "cases.cost not met, the mistake is probably here: F5 \"Total × Cost\" should be 50.25 or less instead of 60")),
                    notes(store));
        }
    }

    @Test
    void saysThatTheListMayBeWrongWhereTheCellsAgree() throws IOException {
        JobDefinition job = job();
        try (Store store = store(job)) {
            collect(store, job, document(job, THIRD, 1, "0 12 12 0 1  0 0 0 0 1  0 12 12 0 2", 11));
            assertEquals(
                    List.of(List.of(
                            "cell-probable-none",
                            "",
                            "cases.list not met, and the cells agree with each other: the register, the last period or the other return that"
                                    + " they are held against may be wrong, or several cells at once")),
                    notes(store));
        }
    }

    /**
     * What counted for the period before when the return came in settles it, and the note goes with the rule's finding.
     */
    @Test
    void takesThePeriodBeforeAsItWasAndMakesTheNoteAnewWithTheVerdict() throws IOException {
        JobDefinition job = job();
        try (Store store = store(job)) {
            String third = "7 12 15 4 1  0 0 0 0 1  4 12 12 4 2";
            collect(store, job, document(job, SECOND, 1, "0 4 0 4 0  0 0 0 0 0  0 4 0 4 0", 4));
            collect(store, job, document(job, THIRD, 2, third, 12));
            assertEquals(
                    List.of(
                            List.of(
                                    "cell-probable",
                                    "B3",
                                    "cases.sum, cases.carried not met, the fewest changes that would meet all rules are: B3 \"Letters × Carried in\""
                                            + " should be 4 instead of 7 and D3 \"Letters × Closed\" should be 12 instead of 15")),
                    notes(store));
            collect(store, job, document(job, SECOND, 3, "0 7 0 7 0  0 0 0 0 0  0 7 0 7 0", 7));
            assertTrue(
                    notes(store).stream()
                            .anyMatch(note -> note.get(2).toString().contains("\"Total × Carried in\" should be 7")),
                    () -> notes(store).toString());
        }
    }

    @Test
    void saysTheSameInOneRunAsInTwo() throws IOException {
        JobDefinition job = job();
        ReturnDocument second = document(job, SECOND, 1, "0 4 0 4 0  0 0 0 0 0  0 4 0 4 0", 4);
        ReturnDocument third = document(job, THIRD, 2, "7 12 15 4 1  0 0 0 0 1  4 12 12 4 2", 12);
        List<List<Object>> apart;
        try (Store store = store(job)) {
            collect(store, job, second);
            collect(store, job, third);
            apart = notes(store);
        }
        Files.delete(folder.resolve("jibao.duckdb"));
        try (Store store = store(job)) {
            collect(store, job, third, second);
            assertEquals(
                    apart.stream().map(note -> note.get(2)).toList(),
                    notes(store).stream().map(note -> note.get(2)).toList());
        }
    }
}
