package org.jibao.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jibao.decision.Decisions.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** County to city to province: the province has the figures of one store that was sent every return. */
final class ThreeLevelsIT {

    private static final Instant NOW = OfficeTree.NOW;

    private static final String FIGURES =
            "SELECT scope, figure, value FROM returns.figure_of_record WHERE period = '2026Q3' ORDER BY ALL";

    private static final String COVERAGE =
            "SELECT unit, state, days_late, revision, zero FROM returns.reporting_unit WHERE period = '2026Q3' ORDER BY unit";

    private final OfficeTree tree;

    ThreeLevelsIT(@TempDir Path folder) throws IOException {
        tree = new OfficeTree(folder);
        tree.keys();
        tree.receive("A1", 3, NOW.minus(Duration.ofDays(15)));
        tree.receive("A2", 4, NOW.minus(Duration.ofDays(14)));
        tree.receive("B1", 0, NOW.minus(Duration.ofDays(13)));
        tree.receive("B2", 5, NOW.minus(Duration.ofDays(5)));
        tree.receive("C1", 6, NOW.minus(Duration.ofDays(12)));
        tree.receive("C2", 7, NOW.minus(Duration.ofDays(11)));
    }

    private Instant after(int seconds) {
        return NOW.plusSeconds(seconds);
    }

    private void handOnEverything() throws IOException {
        for (String county : List.of("A", "B", "C")) {
            tree.handOn(county, NOW);
        }
        tree.handOn("X", after(100));
        tree.handOn("Y", after(100));
        tree.jibao("P", after(200)).collect();
        tree.jibao("flat", after(200)).collect();
    }

    private void assertFlat(int seconds) throws IOException {
        Instant at = after(seconds);
        tree.jibao("flat", at).collect();
        for (String query : List.of(FIGURES, COVERAGE)) {
            assertEquals(tree.computed("flat", at, query), tree.computed("P", at, query));
        }
    }

    @Test
    void provinceHasTheFiguresOfAFlatRunAndFollowsThemToTheCell() throws IOException {
        handOnEverything();
        assertFlat(200);
        assertEquals(
                List.of("X_2026Q3_letters.zip!A_2026Q3_letters.zip!A1_2026Q3.xlsx 收件 B2 3.0000"),
                tree.computed(
                        "P",
                        after(200),
                        "SELECT file, sheet, cell, value FROM mart.figure_source WHERE unit = 'A1' AND figure = 'received'"));
        assertEquals(
                List.of("A taken X 2/3", "B taken X 2/2", "C taken Y 2/2", "X taken null 4/5", "Y taken null 2/2"),
                tree.computed(
                        "P",
                        after(200),
                        "SELECT office, state, above, counted || '/' || owed FROM returns.package ORDER BY office"));
        assertEquals(
                List.of(),
                tree.computed(
                        "P", after(200), "SELECT code FROM intake.finding WHERE code = 'package-figures-differ'"));
    }

    @Test
    void revisionOfACountyReachesTheProvinceWithItsCause() throws IOException {
        handOnEverything();
        tree.jibao("P", after(200)).summarize();
        tree.receive("A1", 30, after(1000));
        tree.handOn("A", after(1100));
        tree.handOn("X", after(1200));
        tree.jibao("P", after(1300)).collect();
        assertFlat(1300);
        assertEquals(
                List.of("X_2026Q3_letters.zip!A_2026Q3_letters.zip!A1_2026Q3.xlsx superseded", "counted"),
                tree.computed(
                        "P",
                        after(1300),
                        "SELECT CASE standing WHEN 'counted' THEN standing ELSE file || ' ' || standing END FROM returns.standing WHERE unit = 'A1' ORDER BY revision"));
        assertEquals(
                List.of("甲一镇 Revision counted 2 Li X Package X_2026Q3_letters.zip of 甲市, approved on 2026-10-20 09:20"),
                tree.computed(
                        "P",
                        after(1300),
                        "SELECT unit, event_en, revision, by_whom, reason_en FROM ("
                                + tree.table("P", "revision_causes") + ")"));
        assertEquals(
                List.of("某省", "\u3000甲市", "\u3000\u3000甲县", "\u3000\u3000乙县", "\u3000乙市", "\u3000\u3000丙县"),
                tree.computed(
                        "P", after(1300), "SELECT name_zh FROM (" + tree.table("P", "topic1_units_offices") + ")"));
    }

    @Test
    void missingPackagesShowOnTheLevelAbove() throws IOException {
        tree.handOn("A", NOW);
        tree.handOn("X", after(100));
        tree.jibao("P", after(200)).collect();
        assertEquals(
                List.of("A taken", "B missing", "X taken", "Y missing"),
                tree.computed("P", after(200), "SELECT office, state FROM returns.package ORDER BY office"));
    }

    @Test
    void differenceIsAFindingOfThePackage() throws IOException {
        for (String county : List.of("A", "B")) {
            tree.handOn(county, NOW);
        }
        tree.jibao("X", after(50)).collect();
        tree.jibao("X", after(60))
                .withdraw(
                        Long.parseLong(
                                tree.computed("X", after(50), "SELECT id FROM intake.submission WHERE unit = 'B2'")
                                        .get(0)),
                        new Ruling("asked by telephone", "Wang"));
        tree.receive("B1", 1, after(200));
        tree.handOn("B", after(300));
        tree.jibao("X", after(400)).collect();
        assertEquals(
                List.of("乙县"),
                tree.computed(
                        "X",
                        after(400),
                        "SELECT DISTINCT json_extract_string(arguments, 'scope') FROM intake.finding WHERE code = 'package-figures-differ'"));
    }
}
