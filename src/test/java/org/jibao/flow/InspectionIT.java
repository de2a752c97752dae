package org.jibao.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.finding.Language;
import org.jibao.inspect.FigureView;
import org.jibao.inspect.FigureView.SourceCell;
import org.jibao.inspect.FigureView.UnitPart;
import org.jibao.inspect.FigureWanted;
import org.jibao.inspect.FigureWanted.FigureLevel;
import org.jibao.inspect.FiguresReport;
import org.jibao.inspect.FiguresReport.FigureLine;
import org.jibao.inspect.FiguresReport.ScopeValue;
import org.jibao.inspect.FindingsReport;
import org.jibao.inspect.FindingsReport.UnitFindings;
import org.jibao.inspect.FindingsWanted;
import org.jibao.inspect.ReceivedFile;
import org.jibao.inspect.ReturnView;
import org.jibao.inspect.ReturnView.CellView;
import org.jibao.inspect.ReturnView.FindingView;
import org.jibao.inspect.ReturnView.SheetView;
import org.jibao.run.Progress;
import org.jibao.run.Settings;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What a person looks at after a run over the sample county. */
@TestInstance(Lifecycle.PER_CLASS)
class InspectionIT {

    private static final Path COUNTY = Path.of("sample-data/county/quarterly-disclosure");
    private static final Instant NOW = Instant.parse("2026-10-20T01:00:00Z");

    private final Path folder;

    InspectionIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private Jibao jibao(Optional<Period> period) {
        return new Jibao(
                new Settings(
                        Path.of("jobs"),
                        "quarterly-disclosure",
                        COUNTY,
                        folder.resolve("store.duckdb"),
                        folder.resolve("out"),
                        Language.EN,
                        period,
                        Optional.of(NOW),
                        2),
                Progress.NONE);
    }

    private Jibao jibao() {
        return jibao(Optional.empty());
    }

    @BeforeAll
    void run() {
        jibao().run();
    }

    @Test
    void saysWhomToCallFirst() {
        FindingsReport report = jibao().findings();
        assertEquals("2026Q3", report.period().code());
        assertEquals(
                List.of(
                        "QL205 4 0",
                        "QL304 2 0",
                        "QL311 2 0",
                        "QL324 2 0",
                        "QL104 1 0",
                        "QL307 1 0",
                        "QL315 1 0",
                        "QL330 0 2"),
                report.units().stream()
                        .limit(8)
                        .map(unit -> unit.unit() + " " + unit.errors() + " " + unit.open())
                        .toList());
        assertEquals(22, report.units().size());
        assertEquals(
                List.of("cell-invalid 4/1", "requests.carried 2/1", "requests.outcomes 2/1"),
                report.codes().stream()
                        .limit(3)
                        .map(code -> code.code() + " " + code.findings() + "/" + code.units())
                        .toList());
        assertEquals(22, report.codes().size());
        assertEquals(
                3,
                jibao().findings(FindingsWanted.ofCode("request_register.late", 0, 10))
                        .total());
    }

    private UnitFindings unit(String code) {
        return jibao().findings().units().stream()
                .filter(unit -> unit.unit().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsAReturnWithBothSidesOfABrokenRule() {
        ReturnView view = jibao().returned(unit("QL330").submission());
        assertEquals(
                "accepted_with_warnings counted true", view.verdict() + " " + view.standing() + " " + view.asFilled());
        assertEquals(List.of(), view.notices());
        FindingView first = view.findings().get(0);
        assertEquals("表一 主动公开!D6", first.place().toString());
        assertEquals("[表一 主动公开!D6] [表一 主动公开!B6]", first.left() + " " + first.right());
        SheetView sheet = view.sheets().get(1);
        assertEquals("表一 主动公开", sheet.name());
        assertEquals(92, sheet.cells().size());
        assertEquals(2, sheet.merged().size());
        assertEquals("12 5 [1]", cell(sheet, "D6"));
        assertEquals("2 3 [1]", cell(sheet, "B6"));
        assertEquals("政策文件 null []", cell(sheet, "A6"));
    }

    private static String cell(SheetView sheet, String address) {
        CellView cell = sheet.cells().stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
        return cell.text() + " " + cell.previous() + " " + cell.findings();
    }

    @Test
    void showsWhatCouldNotBeReadByItsFindings() {
        ReturnView view = jibao().returned(unit("QL315").submission());
        assertEquals("rejected", view.verdict());
        assertEquals(List.of(), view.sheets());
        assertEquals("file-empty", view.findings().get(0).code());
        assertEquals(
                List.of("The cells are shown as the store holds them, not as the file looks: the file cannot be read"),
                view.notices().stream().map(notice -> notice.en()).toList());
    }

    @Test
    void listsTheFiguresOverAllUnitsAndKinds() {
        FiguresReport report = jibao().figures();
        assertEquals(52, report.figures().size());
        FigureLine line = report.figures().get(0);
        assertEquals("reporting_rate", line.id());
        assertEquals("报送率", line.label().zh());
        assertEquals(
                List.of("TOTAL QL000 40/49", "KIND township 11/11", "KIND street 4/5", "KIND department 25/33"),
                line.values().stream().map(InspectionIT::line).toList());
        assertEquals(
                "UNIT QL101 1/1",
                line(jibao().figures("QL101").figures().get(0).values().get(4)));
        assertEquals(List.of(), report.notices());
    }

    private static String line(ScopeValue value) {
        return value.level() + " " + value.code() + " " + value.reported() + "/" + value.expected();
    }

    @Test
    void showsWhatStandsBehindAFigure() {
        FigureView view = jibao().figure(FigureWanted.total("closing_rate", 0, 100));
        ScopeValue value = view.figure().values().get(0);
        assertEquals(new BigDecimal("0.954765041722"), value.value());
        assertEquals(0, new BigDecimal(17392).compareTo(value.numerator()));
        assertEquals(0, new BigDecimal(18216).compareTo(value.denominator()));
        assertEquals(49, view.total());
        assertEquals(40, view.units().stream().filter(UnitPart::included).count());
        assertEquals(
                new BigDecimal("17392.0000"),
                view.units().stream()
                        .filter(UnitPart::included)
                        .map(UnitPart::numerator)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        UnitPart first = view.units().get(0);
        assertEquals("QL101 on_time 526.0000", first.unit() + " " + first.state() + " " + first.denominator());
        assertEquals(
                List.of("numerator 表三 互动办件!F8 505", "denominator 表三 互动办件!C8 526"),
                first.cells().stream()
                        .map(cell -> cell.operand() + " " + cell.sheet() + "!" + cell.cell() + " " + cell.raw())
                        .toList());
        UnitPart missing = view.units().stream()
                .filter(unit -> unit.unit().equals("QL318"))
                .findFirst()
                .orElseThrow();
        assertEquals("missing", missing.state());
        assertEquals(
                "no return counts for the period",
                Objects.requireNonNull(missing.whyNot()).en());
    }

    @Test
    void showsThePartsOfKindsAndUnitsPageByPage() {
        FigureView kind = jibao().figure(new FigureWanted("closing_rate", FigureLevel.KIND, "street", "", "", 3, 2));
        assertEquals(5, kind.total());
        assertEquals(
                List.of("QL204", "QL205"),
                kind.units().stream().map(UnitPart::unit).toList());
        FigureView part = jibao().figure(
                        new FigureWanted("requests_handled", FigureLevel.UNIT, "QL102", "outcome", "refused", 0, 9));
        assertEquals("Refused", part.partLabel().en());
        assertEquals(
                0, new BigDecimal(2).compareTo(part.figure().values().get(0).value()));
        assertEquals(8, part.units().get(0).totalCells());
        assertTrue(part.units().get(0).cells().stream().allMatch(SourceCell::included));
        FigureView behind = jibao().figure(FigureWanted.total("closing_rate", 60, 5));
        assertEquals("[] 49", behind.units() + " " + behind.total());
    }

    @Test
    void saysThatTheCellsOfAnEarlierPeriodAreNotHeld() {
        FigureView view = jibao(Period.parse("2026Q2")).figure(FigureWanted.total("closing_rate", 0, 1));
        assertEquals(
                new BigDecimal("0.953620586475"), view.figure().values().get(0).value());
        assertEquals(List.of(), view.units().get(0).cells());
        assertTrue(view.notices().get(0).en().startsWith("The cells behind the figures are kept of the period"));
        assertEquals(
                List.of("There are no figures of Q1 2024. Run summarize for a period up to now, and look again"),
                jibao(Period.parse("2024Q1")).figures().notices().stream()
                        .map(notice -> notice.en())
                        .toList());
    }

    @Test
    void refusesFiguresScopesAndPartsThatThereAreNot() {
        for (String none : List.of("", "x' OR 1=1 --", "closing_rate\"", "x".repeat(5000))) {
            UnusableArgument refused =
                    assertThrows(UnusableArgument.class, () -> jibao().figure(FigureWanted.total(none, 0, 1)));
            assertTrue(
                    refused.text().en().startsWith("There is no figure"),
                    refused.text().en());
            assertTrue(refused.text().en().length() < 200);
        }
        for (FigureLevel level : FigureLevel.values()) {
            if (level != FigureLevel.TOTAL) {
                FigureWanted wanted = new FigureWanted("closing_rate", level, "' OR 1=1", "", "", 0, 1);
                assertThrows(UnusableArgument.class, () -> jibao().figure(wanted));
            }
        }
        FigureWanted part = new FigureWanted("closing_rate", FigureLevel.TOTAL, "", "kind", "none", 0, 1);
        assertThrows(UnusableArgument.class, () -> jibao().figure(part));
        assertThrows(UnusableArgument.class, () -> FigureWanted.total("closing_rate", 0, 501));
    }

    @Test
    void handsOutTheFileBehindAFigure() throws IOException {
        UnitPart unit =
                jibao().figure(FigureWanted.total("closing_rate", 0, 1)).units().get(0);
        ReceivedFile file = jibao().file(String.valueOf(unit.sha256()));
        assertEquals("青岚县砚雨镇_2026年第三季度.xlsx", file.name());
        assertArrayEquals(Files.readAllBytes(COUNTY.resolve(unit.file())), file.bytes());
    }
}
