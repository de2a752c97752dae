package org.jibao.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.finding.Severity;
import org.jibao.inspect.FindingsReport.CodeFindings;
import org.jibao.inspect.FindingsReport.FindingsPage;
import org.jibao.inspect.FindingsReport.FoundLine;
import org.jibao.inspect.FindingsReport.UnitFindings;
import org.jibao.run.DecidedFolder;
import org.jibao.run.UnusableArgument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Returns that were answered, replaced and withdrawn. */
class FindingsQueryTest {

    private static final Instant JULY_6 = Instant.parse("2026-07-06T01:00:00Z");
    private static final Instant JULY_7 = Instant.parse("2026-07-07T01:00:00Z");
    private static final Instant JULY_9 = Instant.parse("2026-07-09T01:00:00Z");

    private final DecidedFolder folder;

    FindingsQueryTest(@TempDir Path root) throws IOException {
        folder = new DecidedFolder(root);
    }

    private Jibao jibao() {
        return folder.jibao(JULY_9);
    }

    private static List<String> units(FindingsReport report) {
        return report.units().stream()
                .map(unit -> "%s %d %d %d #%d %s"
                        .formatted(
                                unit.unit(),
                                unit.errors(),
                                unit.open(),
                                unit.answered(),
                                unit.submission(),
                                unit.standing()))
                .toList();
    }

    @Test
    void putsErrorsBeforeWarningsAndUnitsWithMoreOfThemFirst() {
        folder.put("1.txt", "QL101 2026Q2 issued=1 warning=a", JULY_6);
        folder.put("2.txt", "QL102 2026Q2 issued=1 warning=a warning=b", JULY_6);
        folder.put("3.txt", "QL103 2026Q2 issued=1 error=x", JULY_6);
        folder.collect(JULY_6);

        FindingsReport report = jibao().findings();
        assertEquals(
                List.of("QL103 1 0 0 #3 returned", "QL102 0 2 0 #2 counted", "QL101 0 1 0 #1 counted"), units(report));
        assertEquals(
                List.of("cell-blank ERROR 1 1 1 1", "cell-sensitive WARNING 3 2 3 2"),
                report.codes().stream().map(FindingsQueryTest::line).toList());
        assertEquals(
                "Quarterly Return on Government Information Disclosure",
                report.title().en());
    }

    private static String line(CodeFindings code) {
        return "%s %s %d %d %d %d"
                .formatted(code.code(), code.severity(), code.findings(), code.units(), code.open(), code.openUnits());
    }

    @Test
    void countsWhatTheUnitExplainedAndWhatAnOfficerAcceptedAsAnswered() {
        folder.put("1.txt", "QL101 2026Q2 issued=1 warning=a explained=yes", JULY_6);
        folder.put("2.txt", "QL102 2026Q2 issued=1 warning=a warning=b", JULY_6);
        folder.collect(JULY_6);
        assertEquals(List.of("QL102 0 2 0 #2 counted", "QL101 0 0 1 #1 counted"), units(jibao().findings()));

        folder.jibao(JULY_7)
                .accept("QL102", Optional.of("cell-sensitive"), Optional.empty(), new Ruling("known", "Wang"));
        FindingsReport report = jibao().findings();
        assertEquals(List.of("QL101 0 0 1 #1 counted", "QL102 0 0 2 #2 counted"), units(report));
        assertEquals("cell-sensitive WARNING 3 2 0 0", line(report.codes().get(0)));
        assertEquals(
                List.of(true, true),
                jibao().findings(FindingsWanted.ofUnit("QL102", 0, 10)).findings().stream()
                        .map(FoundLine::answered)
                        .toList());
    }

    @Test
    void leavesOutWhatWasReplacedOrWithdrawn() {
        folder.receive("1.txt", "QL101 2026Q2 issued=1 error=x", JULY_6);
        folder.receive("1b.txt", "QL101 2026Q2 issued=2 warning=a", JULY_6.plusSeconds(60));
        assertEquals(List.of("QL101 0 1 0 #2 counted"), units(jibao().findings()));

        folder.jibao(JULY_7).withdraw(2, new Ruling("wrong file", "Wang"));
        assertEquals(List.of("QL101 1 0 0 #1 returned"), units(jibao().findings()));
    }

    @Test
    void givesFindingsPageByPage() {
        folder.put("1.txt", "QL101 2026Q2 issued=1 warning=a warning=b error=x", JULY_6);
        folder.put("2.txt", "QL102 2026Q2 issued=1 warning=c", JULY_6);
        folder.collect(JULY_6);

        FindingsPage first = jibao().findings(FindingsWanted.ofCode("cell-sensitive", 0, 2));
        assertEquals(3, first.total());
        assertEquals(
                List.of(1L, 1L),
                first.findings().stream().map(FoundLine::submission).toList());
        FindingsPage second = jibao().findings(FindingsWanted.ofCode("cell-sensitive", 2, 2));
        assertEquals(3, second.total());
        FoundLine last = second.findings().get(0);
        assertEquals("QL102", last.unit());
        assertEquals("2.txt", last.file());
        assertEquals("台账!B6", last.place().toString());
        assertEquals(Severity.WARNING, last.severity());
        FindingsPage behind = jibao().findings(FindingsWanted.ofCode("cell-sensitive", 9, 2));
        assertEquals(List.of(), behind.findings());
        assertEquals(3, behind.total());
        assertEquals(3, jibao().findings(FindingsWanted.ofUnit("QL101", 0, 500)).total());
    }

    @Test
    void takesWhatIsAskedAsATextAndNothingElse() {
        folder.receive("1.txt", "QL101 2026Q2 issued=1 warning=a", JULY_6);
        FindingsWanted hostile = FindingsWanted.ofCode("' OR 1=1 --", 0, 10);
        assertEquals(0, jibao().findings(hostile).total());
        assertThrows(UnusableArgument.class, () -> jibao().findings(FindingsWanted.ofUnit("QL999", 0, 10)));
        assertThrows(UnusableArgument.class, () -> new FindingsWanted(null, null, 0, 10));
        assertThrows(UnusableArgument.class, () -> FindingsWanted.ofCode("a", -1, 10));
        UnusableArgument tooMany = assertThrows(UnusableArgument.class, () -> FindingsWanted.ofCode("a", 0, 501));
        assertEquals(
                "There is no page that begins at 0 and has 501 lines: the beginning is 0 or more, the number of lines 1 to 500",
                tooMany.text().en());
    }

    @Test
    void givesNothingWhereNothingWasFound() {
        folder.receive("1.txt", "QL101 2026Q2 issued=1", JULY_6);
        assertEquals(List.<UnitFindings>of(), jibao().findings().units());
        assertEquals(List.<CodeFindings>of(), jibao().findings().codes());
    }
}
