package org.jibao.plausibility;

import java.util.List;

/** From which surprise on a suspicion is told, so that right returns get no more false alarms than are tolerated. */
final class Threshold {

    /** Units whose earlier returns are judged to learn how surprising right returns are. */
    private static final int MOST_UNITS = 100;

    /** A limit needs so many values above it; beyond, odds are taken to fall as fast as surprise grows. */
    private static final double FEWEST_ABOVE = 3;

    /** Of fewer earlier returns nothing is learnt. */
    private static final int FEWEST_RETURNS = 10;

    private Threshold() {}

    static double of(PlausibilityInput input, PeerModel model, ReturnJudge judge, double tolerated) {
        if (tolerated == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        Numbers surprises = new Numbers();
        int returns = 0;
        List<UnitFigures> units = input.units();
        int number = Math.min(units.size(), MOST_UNITS);
        for (int i = 0; i < number; i++) {
            UnitFigures unit = units.get((int) ((long) i * units.size() / number));
            for (int age = 1; age < model.targets(); age++) {
                if (unit.reported(age) && unit.reported(age + 1)) {
                    returns++;
                    judge.causes(model.judged(unit, age), age).forEach(cause -> surprises.add(cause.surprise()));
                }
            }
        }
        return returns < FEWEST_RETURNS ? computed(input, tolerated) : measured(surprises, tolerated * returns);
    }

    private static double measured(Numbers surprises, double above) {
        double rank = Math.max(above, FEWEST_ABOVE);
        double limit = surprises.largestBut((int) rank);
        return Double.isNaN(limit) ? Double.NEGATIVE_INFINITY : limit + Math.log(rank / above);
    }

    /** Odds above e^τ come of right values no more often than prior odds times e^-τ, by Markov's inequality. */
    private static double computed(PlausibilityInput input, double tolerated) {
        double prior = 0;
        for (Slip slip : Slip.values()) {
            prior += Math.exp(Odds.of(slip));
        }
        return Math.log(input.cells().size() * (prior + Math.exp(Odds.UNNAMED)) / tolerated);
    }
}
