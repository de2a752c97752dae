package org.jibao.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.Unit;
import org.jibao.finding.Finding;
import org.jibao.finding.FindingCode;
import org.jibao.finding.Place;
import org.jibao.reading.Reading;
import org.jibao.reading.content.Entries;
import org.jibao.reading.content.Entries.Entry;
import org.jibao.reading.content.Observation;
import org.jibao.reading.content.ReturnDocument;
import org.jibao.reading.meaning.CellStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private static final Period PERIOD = new Period(PeriodKind.QUARTER, 2026, 3);
    private static final Unit TOWNSHIP = unit("township", null);

    private final Checker checker = new Checker(TestJob.with());

    @Test
    void ordersFindingsBySheetOfTheFormsThenByRowAndColumn() {
        Finding file = finding(Place.FILE);
        Finding cover = finding(Place.cell("封面", "B2"));
        Finding tableSheet = finding(Place.sheet("表一"));
        Finding table9 = finding(Place.cell("表一", "AA9"));
        Finding table10 = finding(Place.cell("表一", "B10"));
        Finding renamed = finding(Place.cell("二", "C3"));
        Finding stray = finding(Place.sheet("Sheet9"));
        List<Finding> shuffled = List.of(stray, renamed, table10, table9, tableSheet, cover, file, table9);

        CheckedReturn checked = checker.check(read(TOWNSHIP, List.of(seen("二", CellStatus.VALUE, 1)), shuffled));

        assertEquals(List.of(file, cover, tableSheet, table9, table10, renamed, stray), checked.findings());
    }

    @Test
    void notesZeroReturn() {
        List<Observation> zeros = List.of(seen("表二", CellStatus.ZERO, 0), seen("表二", CellStatus.NA, null));
        assertEquals(List.of("return-zero"), codes(checker.check(read(TOWNSHIP, zeros, List.of()))));
    }

    @Test
    void takesBlankReturnForNoZeroReturn() {
        List<Observation> blank = List.of(seen("表二", CellStatus.ZERO, 0), seen("表二", CellStatus.BLANK, null));
        List<Observation> inapplicable = List.of(seen("表二", CellStatus.NA, null));
        assertEquals(List.of(), codes(checker.check(read(TOWNSHIP, blank, List.of()))));
        assertEquals(List.of(), codes(checker.check(read(TOWNSHIP, inapplicable, List.of()))));
        assertEquals(List.of(), codes(checker.check(read(TOWNSHIP, List.of(), List.of()))));
    }

    @Test
    void takesReturnWithEntriesForNoZeroReturn() {
        List<Entry> entries = List.of(new Entry("register", "台账", 2, Map.of()));
        Reading reading =
                new Reading.Read(document(TOWNSHIP, List.of(seen("表二", CellStatus.ZERO, 0)), entries, List.of()));
        assertEquals(List.of(), codes(checker.check(reading)));
    }

    @Test
    void rejectsUnitOfKindThatOwesNothing() {
        CheckedReturn checked =
                checker.check(read(unit("county", null), List.of(), List.of(finding(Place.sheet("表一")))));
        Reading.Rejected rejected = assertInstanceOf(Reading.Rejected.class, checked.reading());
        assertEquals(List.of("unit-not-expected"), codes(checked));
        assertEquals(checked.findings().get(0), rejected.reason());
        assertEquals(
                Map.of("unit", "青岚镇", "period", "2026年第三季度", "period.en", "Q3 2026"),
                rejected.reason().arguments());
    }

    @Test
    void rejectsUnitNoLongerActive() {
        assertEquals(
                List.of("unit-not-expected"),
                codes(checker.check(read(unit("township", LocalDate.of(2026, 9, 29)), List.of(), List.of()))));
        assertEquals(
                List.of(),
                codes(checker.check(read(unit("township", LocalDate.of(2026, 9, 30)), List.of(), List.of()))));
    }

    @Test
    void passesRejectionOn() {
        Reading.Rejected rejected =
                new Reading.Rejected(TestJob.FILE, Finding.of(FindingCode.FILE_EMPTY, Place.FILE, "", null));
        CheckedReturn checked = checker.check(rejected);
        assertSame(rejected, checked.reading());
        assertEquals(List.of("file-empty"), codes(checked));
    }

    private static List<String> codes(CheckedReturn checked) {
        return checked.findings().stream().map(Finding::code).toList();
    }

    private static Finding finding(Place place) {
        return Finding.of(FindingCode.CELL_BLANK, place, place.toString(), null, "总计");
    }

    private static Observation seen(String sheet, CellStatus status, @Nullable Integer value) {
        BigDecimal number = value == null ? null : BigDecimal.valueOf(value);
        String row = status == CellStatus.ZERO ? "received" : "total";
        return new Observation("requests", row, "total", status, number, "", sheet, "C3");
    }

    private static Reading read(Unit unit, List<Observation> observations, List<Finding> findings) {
        return new Reading.Read(document(unit, observations, List.of(), findings));
    }

    private static ReturnDocument document(
            Unit unit, List<Observation> observations, List<Entry> entries, List<Finding> findings) {
        return new ReturnDocument(
                TestJob.FILE, unit, PERIOD, "2024", Map.of(), observations, Entries.of(entries), Map.of(), findings);
    }

    private static Unit unit(String kind, @Nullable LocalDate activeTo) {
        return new Unit("QL101", "青岚镇", kind, null, List.of(), null, activeTo, List.of());
    }
}
