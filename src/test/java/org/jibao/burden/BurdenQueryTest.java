package org.jibao.burden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jibao.burden.BurdenReport.Asked;
import org.jibao.burden.BurdenReport.JobLine;
import org.jibao.burden.BurdenReport.KindLine;
import org.jibao.burden.BurdenReport.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BurdenQueryTest {

    private final TwoReturns returns;

    BurdenQueryTest(@TempDir Path root) {
        returns = new TwoReturns(root);
    }

    @AfterEach
    void close() {
        returns.close();
    }

    private static List<String> lines(BurdenReport report) {
        return report.lines().stream().map(BurdenQueryTest::line).toList();
    }

    private static String line(Line line) {
        return "%s %s %s %s%d/%d %d"
                .formatted(
                        line.category(),
                        line.basis(),
                        line.cell().id(),
                        line.other() == null ? "" : line.other().id() + " ",
                        line.holds(),
                        line.of(),
                        line.periods());
    }

    @Test
    void findsWhatTwoReturnsAskTwiceAndWhatEachNeedNotAsk() {
        returns.year2025();
        BurdenReport report = returns.report(8, "quarters", "years");
        assertEquals(
                List.of(
                        "TWICE SUM year.received.number quarter.received.number 12/12 0",
                        "TWICE LAST year.staff.number quarter.staff.number 12/12 0",
                        "TWICE LABEL year.complaints.number quarter.complaints.number 0/1 0",
                        "DETERMINED CELLS quarter.total.number 48/48 4",
                        "PREFILLED BROUGHT quarter.carried_in.number 36/36 4",
                        "UNCHANGED SAME quarter.complaints.number 12/12 4",
                        "UNCHANGED SAME quarter.always.number 12/12 4"),
                lines(report));
        assertEquals(
                List.of("quarters 48 12 4", "years 12 12 1"),
                report.jobs().stream().map(BurdenQueryTest::job).toList());
        assertEquals(7, report.cells());
    }

    private static String job(JobLine job) {
        return job.job() + " " + job.returns() + " " + job.units() + " " + job.periods();
    }

    @Test
    void saysOnWhatEachRestsInBothLanguages() {
        returns.year2025();
        List<Line> lines = returns.report(8, "quarters", "years").lines();
        assertEquals("12 份报表中 12 份等于其各期之和", lines.get(0).why().zh());
        assertEquals("季报：季表，二、本季新收，件数", lines.get(0).from().zh());
        assertEquals(
                "its last period says the same in 12 of 12 returns",
                lines.get(1).why().en());
        assertEquals(
                "by label only: 1 returns to compare, 10 are needed",
                lines.get(2).why().en());
        assertEquals(
                "by the rule quarter.sum, which holds in 48 of 48 returns",
                lines.get(3).why().en());
        assertEquals("Carried in + Received", lines.get(3).from().en());
        assertEquals("computed, locked", lines.get(3).filled().en());
        assertEquals("结转下季（上期）", lines.get(4).from().zh());
        assertEquals("12 家单位中 12 家一直填同一个数，最多 4 期", lines.get(5).why().zh());
    }

    @Test
    void looksAtTheNewestPeriodsAlone() {
        returns.year2025();
        BurdenReport report = returns.report(2, "quarters");
        assertEquals(
                List.of("quarters 24 12 2"),
                report.jobs().stream().map(BurdenQueryTest::job).toList());
        // In two quarters nothing is said to never change.
        assertEquals(
                List.of(
                        "DETERMINED CELLS quarter.total.number 24/24 2",
                        "PREFILLED BROUGHT quarter.carried_in.number 24/24 2"),
                lines(report));
    }

    @Test
    void claimsNothingOnFewReturnsButWhatARuleSays() {
        returns.define("quarters", "2025Q1");
        for (int town = 1; town <= 9; town++) {
            returns.send("quarters", "quarter", "2025Q1", town, Map.of("received", 0, "total", 0, "carried_in", 0));
        }
        assertEquals(List.of("DETERMINED CELLS quarter.total.number 0/0 1"), lines(returns.report(8, "quarters")));
        returns.send("quarters", "quarter", "2025Q1", 10, Map.of("received", 0, "total", 0, "carried_in", 0));
        assertEquals(
                List.of(
                        "DETERMINED CELLS quarter.total.number 10/10 1",
                        "EMPTY NOTHING quarter.received.number 10/10 1"),
                lines(returns.report(8, "quarters")));
    }

    @Test
    void callsACellEmptyOnlyWhereNearlyAllReturnsSayNothing() {
        returns.define("quarters", "2025Q1", "2025Q2");
        for (int town = 1; town <= 10; town++) {
            returns.send("quarters", "quarter", "2025Q1", town, Map.of("other", -1, "complaints", town == 1 ? 5 : 0));
            returns.send("quarters", "quarter", "2025Q2", town, Map.of("other", 0, "complaints", town == 2 ? 5 : 0));
        }
        assertEquals(
                List.of("DETERMINED CELLS quarter.total.number 0/0 0", "EMPTY NOTHING quarter.other.number 20/20 2"),
                lines(returns.report(8, "quarters")));
        returns.send("quarters", "quarter", "2025Q1", 11, Map.of("complaints", 0));
        for (int town = 1; town <= 12; town++) {
            returns.send("quarters", "quarter", "2025Q3", town, Map.of("complaints", 0));
        }
        returns.define("quarters", "2025Q1", "2025Q2", "2025Q3");
        // 31 of 33 are 93.9 percent.
        assertEquals(2, returns.report(8, "quarters").lines().size());
    }

    @Test
    void saysNotThatACellIsAskedTwiceWhereItsValuesDiffer() {
        returns.year2025();
        assertEquals(
                0,
                returns.report(8, "quarters", "years").lines().stream()
                        .filter(line -> line.cell().id().contains("other"))
                        .count());
    }

    @Test
    void countsWhatEachKindIsAskedInAPeriodAndAYear() {
        returns.year2025();
        BurdenReport report = returns.report(8, "quarters", "years");
        List<KindLine> kinds = report.kinds();
        assertEquals(2, kinds.size());
        assertEquals(new Asked(8, 1, 0, 1), kinds.get(0).everyPeriod());
        assertEquals(new Asked(32, 4, 0, 4), kinds.get(0).year());
        assertEquals(24, kinds.get(0).year().byHand());
        assertEquals(new Asked(4, 0, 0, 0), kinds.get(1).year());
        KindLine all = report.totals().get(0);
        assertEquals(new Asked(36, 4, 0, 4), all.year());
        assertEquals(TwoReturns.TOWNS, all.units());
        assertEquals("全部报表", all.jobTitle().zh());
    }

    @Test
    void hasNothingToSayOfAJobWithoutReturns() {
        returns.define("years", "2025");
        BurdenReport report = returns.report(8, "years");
        assertEquals(List.of(), report.lines());
        assertEquals(
                List.of("years 0 0 0"),
                report.jobs().stream().map(BurdenQueryTest::job).toList());
        assertEquals(1, report.kinds().size());
    }
}
