package org.jibao.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.collect.ApplyRules;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.InboxFile;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.meaning.CellStatus;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that ask the statutory clock, on a store as a run has it. */
class RulesWithFunctionsTest {

    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");
    private static final Period PERIOD = Period.parse("2026Q3").orElseThrow();
    private static final Map<String, String> FILES = Map.of(
            "job.yaml",
            """
            title: {zh: 申请, en: Requests}
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
            forms: [counts, cases]
            """,
            "units.csv",
            "code,name,kind\nT1,甲镇,town\n",
            "forms/counts.yaml",
            """
            layout: grid
            title: {zh: 表一, en: Table 1}
            sheet: {name: 表一}
            cell: {kind: count, unit: 件}
            columns: [{id: late, zh: 逾期, en: Late}]
            rows: [{id: letters, zh: 信函, en: Letters}]
            """,
            "forms/cases.yaml",
            """
            layout: register
            title: {zh: 台账, en: Register}
            sheet: {name: 台账}
            fields:
              - {id: number, zh: 编号, en: Number}
              - {id: way, zh: 方式, en: Way, values: [{id: letters, zh: 信函, en: Letters}]}
              - {id: received_on, zh: 收到, en: Received, cell: {kind: date}}
              - {id: answered_on, zh: 答复, en: Answered, cell: {kind: date}}
            """,
            "checks/counts.yaml",
            """
            rules:
              - id: counts.late
                each: row
                counts:
                  entries:
                    register: cases
                    by: way
                    where: >-
                      request_standing(received_on, null, null, null, null, false, answered_on, period_end) in ('late', 'overdue')
                      and request_last_day(received_on, null, null, null, null, false, answered_on, period_end) between period_start and period_end
                left: late
                operator: "="
                right: entries
                severity: error
                message: {zh: 不符, en: differs}
                cure: {zh: 请核对, en: check}
            """,
            "checks/cases.yaml",
            """
            rules:
              - id: cases.dates
                each: entry
                left: coalesce(request_contradiction(received_on, null, null, null, null, false, answered_on, period_end), '')
                operator: "="
                right: "''"
                missing: as-zero
                severity: error
                message: {zh: 日期矛盾, en: the dates contradict each other}
                cure: {zh: 请核对, en: check}
            """);

    private final Path folder;

    RulesWithFunctionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void countsLateAnswersAndFindsContradictions() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve("requests").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        JobDefinition job = JobLoader.load(folder.resolve("requests"));
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            JobSyntax.check(store.sql(), job);
            store.define(job, List.of(PERIOD), WorkingDays.china());
            store.inTransaction(() -> {
                store.submissions(job, NOW).write(List.of(filed(job)));
                new ApplyRules(store, job, NOW, Progress.NONE).run();
            });
            assertEquals(
                    List.of(
                            List.of("cases.dates", "answer_before_receipt ≠ "),
                            List.of("cell-probable", "1"),
                            List.of("counts.late", "1 ≠ 2")),
                    store.sql()
                            .query("SELECT code, value FROM intake.finding ORDER BY code")
                            .rows());
        }
    }

    /**
     * Of four requests one is answered late, one is overdue at the end of the quarter, one is not due, one is absurd.
     */
    private static CheckedReturn filed(JobDefinition job) {
        ReturnDocument document = new ReturnDocument(
                new InboxFile(Path.of("a"), "a.xlsx", 1, "sha", NOW, InboxFile.Container.OOXML, null),
                job.roster().byCode("T1").orElseThrow(),
                PERIOD,
                "1",
                Map.of(),
                List.of(new Observation(
                        "counts", "letters", "late", CellStatus.VALUE, java.math.BigDecimal.ONE, "1", "表一", "B2")),
                Entries.of(List.of(
                        entry(2, "2026-07-01", "2026-07-30"),
                        entry(3, "2026-08-03", null),
                        entry(4, "2026-09-28", null),
                        entry(5, "2026-08-03", "2026-08-02"))),
                Map.of(),
                List.of());
        return new CheckedReturn(new Reading.Read(document), List.of());
    }

    private static Entry entry(int row, String received, @org.jspecify.annotations.Nullable String answered) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("number", "甲" + row);
        fields.put("way", "letters");
        fields.put("received_on", LocalDate.parse(received));
        if (answered != null) {
            fields.put("answered_on", LocalDate.parse(answered));
        }
        return new Entry("cases", "台账", row, fields);
    }
}
