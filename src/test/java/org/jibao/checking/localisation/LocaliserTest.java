package org.jibao.checking.localisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jibao.checking.localisation.LinearConstraint.Presence;
import org.junit.jupiter.api.Test;

class LocaliserTest {

    private static final long ONE = CellFigure.ONE;

    private final List<CellFigure> cells = new ArrayList<>();
    private final List<LinearConstraint> constraints = new ArrayList<>();

    private int cell(String figure) {
        boolean total = figure.endsWith("T");
        String number = total ? figure.substring(0, figure.length() - 1) : figure;
        boolean present = !number.equals(".");
        long value =
                present ? new java.math.BigDecimal(number).movePointRight(4).longValueExact() : 0;
        cells.add(new CellFigure(present, value, !number.contains(".") || !present, true, total, List.of()));
        return cells.size() - 1;
    }

    private void cells(String... figures) {
        List.of(figures).forEach(this::cell);
    }

    /** The first is the sum of the others. */
    private void sum(int... named) {
        rule(true, 0, Presence.ALL, true, named);
    }

    private void rule(boolean equality, long tolerance, Presence presence, boolean binding, int... named) {
        long[] coefficients = new long[named.length];
        for (int i = 0; i < named.length; i++) {
            coefficients[i] = i == 0 ? 1 : -1;
        }
        constraints.add(new LinearConstraint(named, coefficients, 0, equality, tolerance, presence, named, binding));
    }

    private List<Localisation> located() {
        return new Localiser(cells, constraints).localisations();
    }

    /** {@code 0=35 TRANSPOSED} a set, the likeliest first. */
    private static String shown(Localisation group) {
        return group.sets().stream()
                .map(set -> set.changes().stream().map(LocaliserTest::shown).collect(Collectors.joining("+")))
                .collect(Collectors.joining(" | "));
    }

    private static String shown(CellChange change) {
        String most = change.most() == Long.MAX_VALUE ? "" : number(change.most());
        String figure = change.settled() ? number(change.least()) : number(change.least()) + ".." + most;
        return change.cell() + "=" + figure + (change.slip() == PenSlip.NONE ? "" : " " + change.slip());
    }

    private static String number(long figure) {
        return java.math.BigDecimal.valueOf(figure, 4).stripTrailingZeros().toPlainString();
    }

    @Test
    void findsNothingWhereAllHolds() {
        cells("5", "2", "3");
        sum(0, 1, 2);
        assertEquals(List.of(), located());
    }

    @Test
    void findsTheOneCellThatStandsInBothFailingSums() {
        // Two rows and two columns with their sums; 53 in the second row should be 35.
        cells("30", "23", "53", "53", "12", "47", "65", "35", "100");
        sum(2, 0, 1);
        sum(5, 3, 4);
        sum(8, 6, 7);
        sum(6, 0, 3);
        sum(7, 1, 4);
        sum(8, 2, 5);
        List<Localisation> groups = located();
        assertEquals(1, groups.size());
        assertEquals("3=35 TRANSPOSED", shown(groups.get(0)));
    }

    @Test
    void putsTypicalSlipsFirstThenTheTotal() {
        cells("80T", "53", "45");
        sum(0, 1, 2);
        Localisation group = located().get(0);
        assertEquals("1=35 TRANSPOSED | 0=98 | 2=27", shown(group));
        assertTrue(group.clear());
    }

    @Test
    void saysThatNothingTellsCellsApart() {
        cells("4T", "1", "2");
        sum(0, 1, 2);
        Localisation group = located().get(0);
        assertEquals("0=3 | 1=2 | 2=3", shown(group));
        assertFalse(group.clear());
    }

    @Test
    void knowsATenfoldAnExtraAndAMissingDigit() {
        assertEquals(PenSlip.SHIFTED, PenSlip.of(12_500 * ONE, 1_250 * ONE, List.of()));
        assertEquals(PenSlip.SHIFTED, PenSlip.of(125_000, 1_250_000, List.of()));
        assertEquals(PenSlip.EXTRA, PenSlip.of(1_225 * ONE, 125 * ONE, List.of()));
        assertEquals(PenSlip.MISSING, PenSlip.of(15 * ONE, 125 * ONE, List.of()));
        assertEquals(PenSlip.DIGIT, PenSlip.of(185 * ONE, 125 * ONE, List.of()));
        assertEquals(PenSlip.COPIED, PenSlip.of(777 * ONE, 125 * ONE, List.of(777 * ONE)));
        assertEquals(PenSlip.NONE, PenSlip.of(3 * ONE, 5 * ONE, List.of(3 * ONE)));
    }

    @Test
    void givesTheRangeOfAFigureThatIsTooLarge() {
        cells("120", "20", "7");
        rule(false, 0, Presence.ALL, true, 0, 1);
        rule(false, 0, Presence.ALL, true, 2, 0);
        assertEquals("0=7..20 | 1=120..", shown(located().get(0)));
    }

    @Test
    void leavesNegativeFiguresOut() {
        cells("1T", "5", "5");
        sum(0, 1, 2);
        assertEquals("0=10", shown(located().get(0)));
    }

    @Test
    void takesWholeNumbersOnlyWhereACellCounts() {
        cells("3", "1.5");
        constraints.add(new LinearConstraint(
                new int[] {0, 1}, new long[] {1, -4}, 0, true, 0, Presence.ALL, new int[] {0, 1}, true));
        assertEquals("1=0.75 | 0=6", shown(located().get(0)));
        cells.set(1, new CellFigure(true, 2 * ONE, true, true, false, List.of()));
        assertEquals("0=8", shown(located().get(0)));
    }

    @Test
    void usesNoToleranceWhereNoneIsNeeded() {
        cells("10.5", "4.2", "5.8");
        rule(true, 1_000, Presence.ALL, true, 0, 1, 2);
        assertEquals("0=10 | 1=4.7 | 2=6.3", shown(located().get(0)));
    }

    @Test
    void fillsInACellThatCountsAsZero() {
        cells("9", "4", ".");
        rule(true, 0, Presence.NONE, true, 0, 1, 2);
        assertEquals("2=5 UNREAD", shown(located().get(0)).split(" \\| ")[0]);
    }

    @Test
    void skipsWhatCannotBeAssessedUntilTheCellIsFilledIn() {
        cells("9", "4", ".", "3");
        rule(true, 0, Presence.NONE, true, 0, 1, 2);
        sum(3, 2);
        // With 5 in it the second rule would fail, which holds it against 3.
        assertEquals("0=4 | 1=9", shown(located().get(0)).replace(" DIGIT", ""));
    }

    @Test
    void letsAWarningSettleTheOrder() {
        cells("9T", "4", "6", "5");
        sum(0, 1, 2);
        rule(true, 0, Presence.ALL, false, 2, 3);
        Localisation group = located().get(0);
        assertEquals("2=5", shown(group).split(" \\| ")[0]);
        assertEquals(-1, group.sets().get(0).broken());
        assertTrue(group.clear());
    }

    @Test
    void findsTwoCellsWhereNoOneWouldDo() {
        cells("5", "5", "7");
        sum(0, 2);
        sum(1, 2);
        rule(false, 0, Presence.ALL, true, 2, 0);
        constraints.add(new LinearConstraint(
                new int[] {2}, new long[] {-1}, 7 * ONE, false, 0, Presence.ALL, new int[] {2}, true));
        assertEquals("0=7+1=7", shown(located().get(0)));
    }

    @Test
    void saysThatNoSetWouldDo() {
        for (int i = 0; i < 5; i++) {
            cell("1");
        }
        for (int i = 1; i < 5; i++) {
            sum(0, i);
        }
        // Four cells should be 2 like this one, which cannot change.
        cells.set(0, new CellFigure(true, 2 * ONE, true, false, false, List.of()));
        assertEquals(4, located().size());
        constraints.add(new LinearConstraint(
                new int[] {1, 2, 3, 4},
                new long[] {1, 1, 1, 1},
                -8 * ONE,
                true,
                0,
                Presence.ALL,
                new int[] {1, 2, 3, 4},
                true));
        Localisation group = located().get(0);
        assertEquals(List.of(), group.sets());
        assertTrue(group.complete());
    }

    @Test
    void givesUpAfterAsManyStepsOnEveryMachine() {
        cells("100");
        int[] all = IntStream.range(0, 40).toArray();
        for (int i = 1; i < 40; i++) {
            cell("1");
        }
        sum(all);
        Localisation group =
                new Localiser(cells, constraints, 60).localisations().get(0);
        assertEquals(List.of(), group.sets());
        assertFalse(group.complete());
        assertTrue(located().get(0).complete());
    }
}
