package org.jibao.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    private static final double NOISE = 0.08;

    @Test
    void namesNothingInSteadyReturns() {
        assertEquals(List.of(), new QuarterlyReturns(0).judged());
    }

    @Test
    void namesNothingInNoisyReturns() {
        assertEquals(List.of(), new QuarterlyReturns(0.2).judged());
    }

    @ParameterizedTest
    @CsvSource({
        "10, TENFOLD",
        "100, HUNDREDFOLD",
        "10000, TEN_THOUSANDFOLD",
    })
    void namesCountThatIsTooLarge(double factor, Slip slip) {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        double right = returns.get(4, 0, 7);
        Suspicion only = only(returns.set(4, 0, 7, right * factor).judged());
        assertEquals(slip, only.slip());
        assertEquals(right, only.slipValue());
        assertEquals("U4", only.unit());
        assertEquals(7, only.cell());
        assertEquals(SlipScope.CELL, only.scope());
    }

    @ParameterizedTest
    @CsvSource({"10, TENTH, 310", "100, HUNDREDTH, 300"})
    void namesCountThatIsTooSmall(double factor, Slip slip, double without) {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE).set(4, 0, 7, Math.floor(312 / factor));
        Suspicion only = only(returns.judged());
        assertEquals(slip, only.slip());
        assertEquals(without, only.slipValue());
    }

    @Test
    void namesTransposedDigits() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE).set(4, 0, 4, 911);
        Suspicion only = only(returns.judged());
        assertEquals(Slip.TRANSPOSED, only.slip());
        assertEquals(191, only.slipValue());
    }

    @Test
    void namesAmountInAnotherUnit() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int unit = 0; unit < QuarterlyReturns.UNITS; unit++) {
            for (int age = 0; age < 9; age++) {
                returns.set(unit, age, 7, returns.get(unit, age, 7) + 0.25);
            }
        }
        double right = returns.get(4, 0, 7);
        returns.declare(7, true, false).set(4, 0, 7, right * 10_000);
        assertEquals(Slip.TEN_THOUSANDFOLD, only(returns.judged()).slip());
        Suspicion small = only(returns.set(4, 0, 7, right / 10_000).judged());
        assertEquals(Slip.TEN_THOUSANDTH, small.slip());
        assertEquals(right, small.slipValue(), 1e-9);
    }

    @Test
    void namesYearToDateInThePeriodsPlace() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        double right = returns.get(4, 0, 7);
        returns.set(4, 0, 7, right + returns.get(4, 1, 7) + returns.get(4, 2, 7));
        Suspicion only = only(returns.judged());
        assertEquals(Slip.TO_DATE, only.slip());
        assertEquals(right, only.slipValue());
    }

    @Test
    void namesReturnSentAgainInEachOfItsCells() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int cell = 0; cell < QuarterlyReturns.CELLS; cell++) {
            returns.set(4, 0, cell, returns.get(4, 1, cell));
        }
        assertLines(returns.judged(), Slip.REPEATED, SlipScope.FORM, QuarterlyReturns.CELLS);
    }

    @Test
    void namesDoubledReturnInEachOfItsCells() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int cell = 0; cell < QuarterlyReturns.CELLS; cell++) {
            returns.set(4, 0, cell, returns.get(4, 0, cell) * 2);
        }
        assertLines(returns.judged(), Slip.DOUBLED, SlipScope.FORM, QuarterlyReturns.CELLS);
    }

    @Test
    void namesColumnShiftedDownByARow() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        double[] right = {returns.get(4, 0, 1), returns.get(4, 0, 4), returns.get(4, 0, 7)};
        returns.set(4, 0, 1, 0).set(4, 0, 4, right[0]).set(4, 0, 7, right[1]).set(4, 0, 10, right[2]);
        List<Suspicion> judged = returns.judged();
        assertLines(judged, Slip.SHIFTED, SlipScope.COLUMN, 4);
        assertEquals(right[0], judged.get(0).slipValue());
        assertEquals(right[2], judged.get(2).slipValue());
    }

    @Test
    void namesRowPastedOverItsNeighbour() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int column = 0; column < 3; column++) {
            returns.set(4, 0, 6 + column, returns.get(4, 0, 3 + column));
        }
        List<Suspicion> judged = returns.judged();
        assertLines(judged, Slip.DOUBLED, SlipScope.ROW, 3);
        assertEquals(6, judged.get(0).cell());
    }

    @Test
    void tellsUnlikelyValueWithoutNamingASlip() {
        Suspicion only = only(new QuarterlyReturns(NOISE).set(4, 0, 7, 1117).judged());
        assertNull(only.slip());
        assertTrue(Double.isNaN(only.slipValue()));
        assertEquals(8, only.compared());
        assertEquals(QuarterlyReturns.UNITS, only.peers());
        assertTrue(only.low() < 302 && 302 < only.high() && only.high() < 500, only.toString());
    }

    @Test
    void suspectsForgottenFigure() {
        assertEquals(
                0, only(new QuarterlyReturns(NOISE).set(4, 0, 7, 0).judged()).value());
    }

    @Test
    void leavesCellsAloneThatAreZeroMostly() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int unit = 0; unit < QuarterlyReturns.UNITS; unit++) {
            for (int age = 0; age < 9; age++) {
                returns.set(unit, age, 7, (unit * 5 + age * 3) % 11 == 0 ? 1 : 0);
            }
        }
        assertEquals(List.of(), returns.set(4, 0, 7, 1).judged());
        assertEquals(7, only(returns.set(4, 0, 7, 400).judged()).cell());
    }

    @Test
    void takesFiguresToDateAsGrowthSinceThePeriodBefore() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE).declare(7, false, true);
        for (int unit = 0; unit < QuarterlyReturns.UNITS; unit++) {
            for (int age = 7; age >= 0; age--) {
                boolean first = age == 2 || age == 6;
                double before = first ? 0 : returns.get(unit, age + 1, 7);
                returns.set(unit, age, 7, before + 60 + (unit + age) % 5);
            }
        }
        assertEquals(List.of(), returns.judged());
        double right = returns.get(4, 0, 7);
        assertEquals(right, only(returns.set(4, 0, 7, right * 10).judged()).slipValue());
    }

    @Test
    void judgesShortHistoryByUnitsOfItsKind() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE).latest(4, 1);
        assertEquals(List.of(), returns.judged());
        double right = returns.get(4, 0, 7);
        Suspicion only = only(returns.set(4, 0, 7, right * 1000).judged());
        assertEquals(0, only.compared());
    }

    @Test
    void passesOverMissingValuesAndReturns() {
        QuarterlyReturns returns =
                new QuarterlyReturns(NOISE).set(4, 0, 7, Double.NaN).set(4, 1, 8, Double.NaN);
        assertEquals(List.of(), returns.latest(5, 0).judged());
    }

    @Test
    void judgesOneUnitByItsPast() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        assertEquals(List.of(), Plausibility.judge(returns.input(1), QuarterlyReturns.TOLERATED));
        returns.set(0, 0, 7, returns.get(0, 0, 7) * 100);
        Suspicion only = only(Plausibility.judge(returns.input(1), QuarterlyReturns.TOLERATED));
        assertEquals(Slip.HUNDREDFOLD, only.slip());
    }

    @Test
    void namesNothingInASinglePeriod() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int unit = 0; unit < QuarterlyReturns.UNITS; unit++) {
            returns.latest(unit, 1);
        }
        assertEquals(List.of(), returns.judged());
    }

    @Test
    void keepsNumbersFiniteForHugeValues() {
        Suspicion only = only(new QuarterlyReturns(NOISE).set(4, 0, 7, 1e14).judged());
        assertTrue(Double.isFinite(only.surprise()) && Double.isFinite(only.high()), only.toString());
    }

    @Test
    void takesFiguresWithoutDigitsAsMissing() {
        QuarterlyReturns returns =
                new QuarterlyReturns(NOISE).set(4, 0, 7, 1e300).set(3, 0, 7, Double.POSITIVE_INFINITY);
        assertEquals(List.of(), returns.judged());
    }

    @Test
    void tellsFormOfNothingButZerosOnce() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int cell = 0; cell < QuarterlyReturns.CELLS; cell++) {
            returns.set(4, 0, cell, 0);
        }
        List<Suspicion> judged = returns.judged();
        assertEquals(QuarterlyReturns.CELLS, judged.size());
        for (Suspicion suspicion : judged) {
            assertNull(suspicion.slip());
            assertEquals(0, suspicion.cause());
        }
    }

    @Test
    void givesNothingForNothing() {
        assertEquals(List.of(), Plausibility.judge(new PlausibilityInput(List.of(), List.of(), 4, 1), 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Plausibility.judge(new PlausibilityInput(List.of(), List.of(), 4, 1), 0));
    }

    @Test
    void givesTheSameEachTime() {
        QuarterlyReturns returns =
                new QuarterlyReturns(NOISE).set(4, 0, 7, 3120).set(2, 0, 1, 7);
        assertEquals(returns.judged(), returns.judged());
        assertEquals(2, returns.judged().size());
    }

    @Test
    void tellsNoMoreFalseAlarmsThanTolerated() {
        PlausibilityInput noisy = new QuarterlyReturns(0.3).input(QuarterlyReturns.UNITS);
        assertEquals(1, Plausibility.judge(noisy, 1).size());
    }

    @Test
    void leavesTotalAloneThatFollowsFromItsPart() {
        QuarterlyReturns returns = new QuarterlyReturns(NOISE);
        for (int unit = 0; unit < QuarterlyReturns.UNITS; unit++) {
            for (int age = 0; age < 9; age++) {
                returns.set(unit, age, 8, returns.get(unit, age, 6) + returns.get(unit, age, 7));
            }
        }
        double right = returns.get(4, 0, 7);
        returns.set(4, 0, 7, right * 10).set(4, 0, 8, returns.get(4, 0, 8) + right * 9);
        assertEquals(7, only(returns.judged()).cell());
    }

    private static Suspicion only(List<Suspicion> suspicions) {
        assertEquals(1, suspicions.size(), suspicions.toString());
        return suspicions.get(0);
    }

    private static void assertLines(List<Suspicion> suspicions, Slip slip, SlipScope scope, int lines) {
        assertEquals(lines, suspicions.size(), suspicions.toString());
        for (Suspicion suspicion : suspicions) {
            assertEquals(slip, suspicion.slip());
            assertEquals(scope, suspicion.scope());
            assertEquals("U4", suspicion.unit());
            assertEquals(0, suspicion.cause());
        }
    }
}
