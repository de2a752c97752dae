package org.jibao.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FindingTest {

    private final Finding finding = blank("D14", "requests/total/natural");

    @Test
    void fingerprintIsTheSameInEveryRun() {
        assertEquals("5234429c282e8916", finding.fingerprint("quarterly-disclosure", "QL101", "2026Q3"));
    }

    @Test
    void fingerprintSurvivesMovedRow() {
        assertEquals(print(finding), print(blank("D15", "requests/total/natural")));
    }

    @Test
    void fingerprintTellsSubjectsAndReturnsApart() {
        assertNotEquals(print(finding), print(blank("D14", "requests/total/other")));
        assertNotEquals(print(finding), finding.fingerprint("quarterly-disclosure", "QL102", "2026Q3"));
        assertNotEquals(print(finding), finding.fingerprint("quarterly-disclosure", "QL101", "2026Q2"));
    }

    @Test
    void rejectsWrongNumberOfArguments() {
        assertThrows(IllegalArgumentException.class, () -> Finding.of(FindingCode.CELL_BLANK, Place.FILE, "", null));
        assertThrows(IllegalArgumentException.class, () -> finding.inEnglish("raw", "x"));
    }

    private static Finding blank(String cell, String subject) {
        return Finding.of(FindingCode.CELL_BLANK, Place.cell("表二", cell), subject, null, "总计");
    }

    private static String print(Finding finding) {
        return finding.fingerprint("quarterly-disclosure", "QL101", "2026Q3");
    }
}
