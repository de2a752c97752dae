package org.jibao.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.collect.Folder;
import org.jibao.deliver.OfficersLetter;
import org.jibao.finding.Language;
import org.jibao.slip.SlipBatch.SlipSubmission;
import org.jibao.slip.SlipQuery;
import org.jibao.status.StatusReport.State;
import org.jibao.status.StatusReport.UnitLine;
import org.jibao.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A file that cannot be read is its unit's wherever units are listed, and in no figure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejectedFilesTest {

    private static final Period SECOND = Folder.THIRD.previous();

    private final Folder folder;
    private final Store store;

    RejectedFilesTest(@TempDir Path root) {
        folder = new Folder(root);
        store = folder.open();
    }

    /**
     * 101 by its name, 102 by its folder, 103 after an accepted return, 104 after a returned one, 105 for the second
     * quarter.
     */
    @BeforeAll
    void collect() {
        folder.receive("QL104-q2.txt", "QL104 2026Q2 0 4", Instant.parse("2026-07-03T00:00:00Z"));
        folder.receive("QL105 报表.txt", "broken 5", Instant.parse("2026-08-03T00:00:00Z"));
        folder.receive("青岚县砚雨镇_2026年第三季度.txt", "broken 1");
        folder.receive("望舒镇/扫描件.txt", "broken 2");
        folder.receive("3.txt", "QL103 2026Q3 0 1");
        folder.receive("QL103_2026Q3.txt", "broken 3");
        folder.receive("4.txt", "QL104 2026Q3 5 1");
        folder.receive("QL104_2026Q3.txt", "broken 4");
        folder.receive("nobody.txt", "broken 6");
        folder.receive("3 again.txt", "QL103 2026Q3 0 1");
        folder.collect(store);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void storesTheUnitAndThePeriodThatTheNameSays() {
        Map<String, String> owners = new TreeMap<>();
        store.sql()
                .query("SELECT file, concat_ws(' ', unit, period) FROM intake.submission WHERE verdict = 'rejected'")
                .rows()
                .forEach(row -> owners.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
        assertEquals(
                Map.of(
                        "QL105 报表.txt", "QL105",
                        "青岚县砚雨镇_2026年第三季度.txt", "QL101 2026Q3",
                        "望舒镇/扫描件.txt", "QL102",
                        "QL103_2026Q3.txt", "QL103 2026Q3",
                        "QL104_2026Q3.txt", "QL104 2026Q3",
                        "nobody.txt", ""),
                owners);
    }

    @Test
    void countsEachUnitOnceAndFilesApart() {
        StatusReport report = report(Folder.THIRD);
        assertEquals(
                List.of(State.REJECTED, State.REJECTED, State.ON_TIME, State.REJECTED, State.MISSING),
                report.units().subList(0, 5).stream().map(UnitLine::state).toList());
        assertEquals(49, Arrays.stream(State.values()).mapToLong(report::count).sum());
        assertEquals(3, report.count(State.REJECTED));
        assertEquals(new StatusReport.Files(8, 1, 0, 1, 5, 1, 0, 0, 1), report.files());
        assertEquals(
                Arrays.asList("QL101", "QL102", "QL103", "QL104", null),
                report.rejected().stream().map(StatusReport.RejectedFile::unit).toList());
    }

    @Test
    void keepsTheAcceptedReturnAndNamesItsRevision() {
        UnitLine line = report(Folder.THIRD).units().get(2);
        assertEquals(State.ON_TIME, line.state());
        assertEquals("3.txt", line.file());
        assertEquals(1L, line.revision());
        assertEquals(2, line.revisions());
    }

    @Test
    void placesAFileWithoutAPeriodInTheLastOneThatHadEnded() {
        StatusReport report = report(SECOND);
        assertEquals(State.REJECTED, report.units().get(4).state());
        assertEquals("QL105 报表.txt", report.units().get(4).file());
        assertEquals(1, report.count(State.REJECTED));
    }

    @Test
    void chasesItWithItsFileAndReason() {
        List<ChaseList.Line> rejected = report(Folder.THIRD).chase().lines().stream()
                .filter(line -> line.state() == ChaseList.State.REJECTED)
                .toList();
        assertEquals(
                List.of("QL101", "QL102", "QL104"),
                rejected.stream().map(ChaseList.Line::code).toList());
        assertEquals("望舒镇/扫描件.txt", rejected.get(1).file());
        assertTrue(java.util.Objects.requireNonNull(rejected.get(1).first())
                .message()
                .zh()
                .startsWith("无法确定报送单位"));
    }

    @Test
    void standsInTheUnitsHistory() {
        HistoryReport history = new HistoryQuery(store.sql(), Folder.JOB, Folder.NOW)
                .report(Folder.JOB.roster().byCode("QL102").orElseThrow(), Optional.of(Folder.THIRD));
        assertEquals(1, history.periods().size());
        assertEquals(
                List.of("望舒镇/扫描件.txt rejected"),
                history.periods().get(0).submissions().stream()
                        .map(line -> line.file() + " " + line.verdict())
                        .toList());
    }

    @Test
    void isRejectedInTheReportingOfTheSummary() {
        store.define(Folder.JOB, List.of(Folder.THIRD), WorkingDays.china(), Folder.NOW);
        store.parameter(Folder.JOB.id(), Folder.THIRD, Folder.NOW);
        Map<String, String> states = new TreeMap<>();
        store.sql()
                .query("SELECT period || ' ' || unit, concat_ws(' ', state, file) FROM returns.reporting_unit"
                        + " WHERE state <> 'missing'")
                .rows()
                .forEach(row -> states.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
        assertEquals(
                Map.of(
                        "2026Q2 QL104", "on_time QL104-q2.txt",
                        "2026Q2 QL105", "rejected QL105 报表.txt",
                        "2026Q3 QL101", "rejected 青岚县砚雨镇_2026年第三季度.txt",
                        "2026Q3 QL102", "rejected 望舒镇/扫描件.txt",
                        "2026Q3 QL103", "on_time 3.txt",
                        "2026Q3 QL104", "rejected QL104_2026Q3.txt"),
                states);
        assertEquals(
                List.of(List.of(3L, 45L, 49L)),
                store.sql()
                        .query(
                                "SELECT rejected, missing, expected FROM returns.reporting WHERE top AND period = '2026Q3'")
                        .rows());
    }

    @Test
    void tellsTheOfficers() {
        SlipLinks slips = new SlipLinks(Map.of("望舒镇/扫描件.txt", "扫描件.xlsx"));
        String letter =
                OfficersLetter.of(report(Folder.THIRD), slips, Language.ZH).text();
        assertTrue(letter.contains("青岚县望舒镇（望舒镇/扫描件.txt，无法确定报送单位"), letter);
        assertTrue(letter.contains("退回单 return-slips/扫描件.xlsx"), letter);
        assertTrue(letter.contains("认不出单位：nobody.txt（unit-missing）"), letter);
    }

    @Test
    void owesASlipForEach() {
        List<SlipSubmission> faulty = new SlipQuery(store.sql(), Folder.JOB)
                .faulty(List.of(Folder.THIRD), Folder.NOW)
                .getOrDefault(Folder.THIRD, List.of());
        assertEquals(
                List.of("QL101_2026Q3", "QL102", "QL103", "QL104", "nobody"),
                faulty.stream()
                        .map(one -> one.unit() == null
                                ? "nobody"
                                : one.unit().code() + (one.file().contains("第三季度") ? "_2026Q3" : ""))
                        .toList());
    }

    private StatusReport report(Period period) {
        return new StatusQuery(store.sql(), Folder.JOB, WorkingDays.china()).report(period, Folder.NOW);
    }
}
