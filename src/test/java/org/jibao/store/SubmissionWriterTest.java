package org.jibao.store;

import static org.jibao.store.SampleJob.STREET;
import static org.jibao.store.SampleJob.TOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.definition.JobDefinition;
import org.jibao.store.SubmissionWriter.KnownFile;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionWriterTest {

    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    private final JobDefinition job = SampleJob.create();
    private final Store store;

    SubmissionWriterTest(@TempDir Path folder) {
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
        store.define(job, List.of(), WorkingDays.china());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEveryPartOfPendingReturn() {
        write(Returns.of("a.xlsx", "a", TOWN, "2026Q3", Returns.warning()));
        assertRows(
                "SELECT * FROM intake.submission",
                row(
                        1L,
                        "sample",
                        "a.xlsx",
                        "sha-a",
                        1L,
                        Returns.FIRST_DAY,
                        null,
                        "T1",
                        "2026Q3",
                        "1",
                        null,
                        "pending",
                        null,
                        null,
                        null,
                        null,
                        false,
                        true,
                        null,
                        "words",
                        null,
                        null));
        assertRows(
                "SELECT * FROM intake.observation",
                row(1L, "requests", "new", "other", "value", new BigDecimal("2.0000"), "2", "表二", "B2"),
                row(1L, "requests", "row", "column", "blank", null, "", "表二", "C4"));
        assertRows("SELECT * FROM intake.entry_register", row(1L, "台账", 5L, "通知", LocalDate.of(2026, 7, 1)));
        assertRows(
                "SELECT * FROM intake.cover",
                row(1L, "cover", "period", "2026Q3"),
                row(1L, "cover", "unit_name", "青山镇"));
        assertRows("SELECT * FROM intake.explanation", row(1L, "rule.a", "已核实"), row(1L, "rule.b", "属实"));
        assertRows(
                "SELECT submission, number, code, severity, sheet, cell, subject, value, arguments->>'label' FROM"
                        + " intake.finding",
                row(1L, 1L, "cell-sensitive", "warning", "台账", "A5", "register/title", null, "标题"));
        assertEquals(
                Returns.warning().fingerprint("sample", "T1", "2026Q3"),
                store.sql().query("SELECT fingerprint FROM intake.finding").single());
    }

    /** The same bytes under the name without its number are known again. */
    @Test
    void keepsNoNumberOfAPersonOfAFilesName() {
        write(Returns.of("张三 138-0013-8000.xlsx", "a", TOWN, "2026Q3"));
        write(Returns.of("张三 138-0013-8000.xlsx", "a", TOWN, "2026Q3"));
        assertRows("SELECT file FROM intake.submission", row("张三 ***.xlsx"));
        assertEquals(
                Set.of(new KnownFile("张三 138-0013-8000.xlsx", "sha-a")),
                store.submissions(job, NOW).known().keySet());
    }

    @Test
    void keepsNoNumberOfAPersonOfADecision() {
        store.decisions(job, NOW)
                .add(new Decision(
                        Decision.Kind.REOPEN,
                        "T1",
                        "2026Q3",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "问13800138000",
                        "张三13800138000"));
        assertRows("SELECT reason, decided_by FROM intake.decision", row("问***", "张三***"));
    }

    @Test
    void writesFilesOnceHoweverOftenTheyAreGiven() {
        write(Returns.of("a.xlsx", "a", TOWN, "2026Q3"), Returns.rejected("b.xlsx", "b", Returns.encrypted()));
        List<List<@Nullable Object>> before = everything();
        write(Returns.of("a.xlsx", "a", TOWN, "2026Q3"), Returns.rejected("b.xlsx", "b", Returns.encrypted()));
        assertEquals(before, everything());
    }

    @Test
    void removesRemainsOfWriterThatFailedHalfWay() {
        store.sql().execute("INSERT INTO intake.observation (submission, form) VALUES (1, 'left over')");
        store.sql().execute("INSERT INTO intake.entry_register (submission) VALUES (1)");
        write(Returns.of("a.xlsx", "a", TOWN, "2026Q3"));
        assertEquals(2, number("SELECT count(*) FROM intake.observation"));
        assertEquals(1, number("SELECT count(*) FROM intake.entry_register"));
    }

    @Test
    void notesSameBytesOnceAndListsNothingElseOfThem() {
        write(Returns.of("a.xlsx", "a", TOWN, "2026Q3"), Returns.of("copy.xlsx", "a", TOWN, "2026Q3"));
        write(Returns.of("again.xlsx", "a", TOWN, "2026Q3"), Returns.of("copy.xlsx", "a", TOWN, "2026Q3"));
        decideAll();
        assertRows(
                "SELECT id, file, verdict, reason, duplicate_of, decided_at FROM intake.submission WHERE id > 1 ORDER"
                        + " BY id",
                row(2L, "copy.xlsx", "duplicate", "file-duplicate", 1L, NOW),
                row(3L, "again.xlsx", "duplicate", "file-duplicate", 1L, NOW));
        assertRows(
                "SELECT submission, code, severity, arguments->>'first', arguments->>'received' FROM"
                        + " intake.finding_at(TIMESTAMP 'infinity') ORDER BY submission",
                row(2L, "file-duplicate", "note", "a.xlsx", "2026-10-01 09:00"),
                row(3L, "file-duplicate", "note", "a.xlsx", "2026-10-01 09:00"));
    }

    @Test
    void takesSameBytesOfTwoUnitsForAReturnOfEach() {
        write(Returns.of("青山镇.xlsx", "a", TOWN, "2026Q3"), Returns.of("街道.xlsx", "a", STREET, "2026Q3"));
        decideAll();
        assertRows(
                "SELECT file, unit, verdict FROM intake.submission ORDER BY id",
                row("青山镇.xlsx", "T1", "accepted"),
                row("街道.xlsx", "S1", "accepted"));
    }

    @Test
    void takesSameBytesAfterAnotherRevisionForARevision() {
        write(
                Returns.of("1.xlsx", "a", TOWN, "2026Q3"),
                Returns.of("2.xlsx", "b", TOWN, "2026Q3"),
                Returns.of("3.xlsx", "a", TOWN, "2026Q3"),
                Returns.of("4.xlsx", "a", TOWN, "2026Q3"));
        decideAll();
        assertRows(
                "SELECT file, verdict, revision, duplicate_of FROM intake.submission ORDER BY id",
                row("1.xlsx", "accepted", 1L, null),
                row("2.xlsx", "accepted", 2L, null),
                row("3.xlsx", "accepted", 3L, null),
                row("4.xlsx", "duplicate", null, 3L));
    }

    @Test
    void takesBytesAgainThatWereRejectedForTheirUnitButNotForTheirDefect() {
        write(
                Returns.rejected("某局.xlsx", "a", Returns.unknownUnit()),
                Returns.rejected("locked.xlsx", "b", Returns.encrypted()));
        write(Returns.of("青山镇.xlsx", "a", TOWN, "2026Q3"), Returns.rejected("locked2.xlsx", "b", Returns.encrypted()));
        decideAll();
        assertRows(
                "SELECT file, verdict, reason FROM intake.submission ORDER BY id",
                row("某局.xlsx", "rejected", "unit-unknown"),
                row("locked.xlsx", "rejected", "file-encrypted"),
                row("青山镇.xlsx", "accepted", null),
                row("locked2.xlsx", "duplicate", "file-duplicate"));
    }

    @Test
    void rejectsNumberThatNoColumnHoldsAndTakesTheRest() {
        write(
                Returns.of("huge.xlsx", "h", TOWN, "2026Q3", new BigDecimal("1E+15")),
                Returns.of("fine.xlsx", "f", STREET, "2026Q3", new BigDecimal("99999999999999.9999")));
        assertRows(
                "SELECT file, unit, verdict, reason FROM intake.submission ORDER BY id",
                row("huge.xlsx", "T1", "rejected", "file-limit-exceeded"),
                row("fine.xlsx", "S1", "pending", null));
    }

    @Test
    void keepsTextThatIsNoProperUnicode() {
        CheckedReturn odd = Returns.of("odd\uD800\u0000.xlsx", "o", TOWN, "2026Q3");
        write(odd);
        assertEquals(
                "odd\uFFFD\uFFFD.xlsx",
                store.sql().query("SELECT file FROM intake.submission").single());
        write(odd);
        assertEquals(1, number("SELECT count(*) FROM intake.submission"));
    }

    @Test
    void knowsFilesByNameAndBytes() {
        write(Returns.of("a.xlsx", "a", TOWN, "2026Q3"), Returns.rejected("b.xlsx", "b", Returns.encrypted()));
        assertEquals(
                java.util.Map.of(
                        new KnownFile("a.xlsx", "sha-a"),
                        java.time.Instant.MAX,
                        new KnownFile("b.xlsx", "sha-b"),
                        java.time.Instant.MAX),
                store.submissions(job, NOW).known());
    }

    @Test
    void acceptsWithoutErrorAndReturnsWithOne() {
        write(
                Returns.of("a.xlsx", "a", TOWN, "2026Q3"),
                Returns.of("b.xlsx", "b", STREET, "2026Q3", Returns.warning()),
                Returns.of("c.xlsx", "c", TOWN, "2026Q2", Returns.warning(), Returns.error()));
        decideAll();
        assertRows(
                "SELECT file, verdict, revision, decided_at FROM intake.submission ORDER BY id",
                row("a.xlsx", "accepted", 1L, NOW),
                row("b.xlsx", "accepted_with_warnings", 1L, NOW),
                row("c.xlsx", "returned", 1L, NOW));
        assertEquals(0, number("SELECT count(*) FROM intake.submission WHERE verdict = 'pending'"));
    }

    @Test
    void newerAcceptableRevisionSupersedesAndReturnedOneDisplacesNothing() {
        write(Returns.of("1.xlsx", "1", TOWN, "2026Q3"), Returns.of("2.xlsx", "2", TOWN, "2026Q3", Returns.error()));
        decideAll();
        write(Returns.of("3.xlsx", "3", TOWN, "2026Q3"));
        decideAll();
        assertRows(
                "SELECT id, verdict, revision, superseded_by, superseded_at FROM intake.submission ORDER BY id",
                row(1L, "accepted", 1L, 3L, java.time.Instant.parse("2026-10-01T01:00:00Z")),
                row(2L, "returned", 2L, null, null),
                row(3L, "accepted", 3L, null, null));
        store.parameter("sample", org.jibao.calendar.Period.parse("2026Q3").orElseThrow(), NOW);
        assertRows("SELECT id FROM returns.submission", row(3L));
        assertRows(
                "SELECT unit, submission, \"row\", other FROM returns.requests_by_row WHERE \"row\" = 'new'",
                row("T1", 3L, "new", new BigDecimal("2.0000")));
        store.parameter(
                "sample",
                org.jibao.calendar.Period.parse("2026Q3").orElseThrow(),
                java.time.Instant.parse("2026-10-01T00:59:59Z"));
        assertEquals(0, number("SELECT count(*) FROM returns.submission"));
    }

    @Test
    void addsFindingsOfRulesAfterThoseOfReading() {
        write(Returns.of("a.xlsx", "a", TOWN, "2026Q3", Returns.warning()));
        store.inTransaction(() -> {
            store.verdicts(job, NOW).add(java.util.Map.of(1L, List.of(Returns.error())));
            Judged.all(store, job, NOW);
        });
        assertRows(
                "SELECT number, code FROM intake.finding ORDER BY number",
                row(1L, "cell-sensitive"),
                row(2L, "cell-invalid"));
        assertEquals(
                "returned",
                store.sql().query("SELECT verdict FROM intake.submission").single());
    }

    @Test
    void writesWordsInBothLanguages() {
        write(Returns.rejected("b.xlsx", "b", Returns.encrypted()));
        List<@Nullable Object> words = store.sql()
                .query("SELECT message_zh, message_en, cure_zh, cure_en FROM intake.finding")
                .rows()
                .get(0);
        words.forEach(word -> assertTrue(String.valueOf(word).length() > 5, words.toString()));
        assertEquals(4, new java.util.HashSet<>(words).size());
    }

    private void write(CheckedReturn... returns) {
        store.inTransaction(() -> store.submissions(job, NOW).write(List.of(returns)));
    }

    private void decideAll() {
        store.inTransaction(() -> {
            Judged.all(store, job, NOW);
        });
    }

    private List<List<@Nullable Object>> everything() {
        return List.of("submission", "observation", "finding", "cover", "explanation", "entry_register").stream()
                .flatMap(table -> store.sql().query("FROM intake." + table + " ORDER BY ALL").rows().stream())
                .toList();
    }

    private long number(String sql) {
        return store.sql().query(sql).number();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    @SafeVarargs
    private void assertRows(String sql, List<@Nullable Object>... rows) {
        assertEquals(List.of(rows), store.sql().query(sql).rows());
    }
}
