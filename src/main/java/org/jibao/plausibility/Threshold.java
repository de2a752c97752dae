package org.jibao.plausibility;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** From which surprise on a suspicion is listed, so that right returns get no more false alarms than are tolerated. */
final class Threshold {

    /** Units whose earlier returns are judged to learn how surprising right returns are. */
    private static final int MOST_UNITS = 100;

    /** A limit needs so many values above it; beyond, the odds are relied on as they are computed. */
    private static final double FEWEST_ABOVE = 3;

    private Threshold() {}

    static double of(PlausibilityInput input, PeerModel model, ReturnJudge judge, double tolerated) {
        if (tolerated == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        List<UnitFigures> units = input.units();
        int number = Math.min(units.size(), MOST_UNITS);
        // No return's judgement looks at another's: the cores share them.
        List<double[]> judged = IntStream.range(0, number)
                .parallel()
                .mapToObj(i -> units.get((int) ((long) i * units.size() / number)))
                .flatMap(unit -> IntStream.range(1, model.targets())
                        .filter(age -> unit.reported(age) && unit.reported(age + 1))
                        .mapToObj(age -> surprises(judge.causes(model.judged(unit, age), age))))
                .toList();
        Numbers surprises = new Numbers();
        judged.forEach(values -> Arrays.stream(values).forEach(surprises::add));
        double above = tolerated * judged.size();
        double rank = Math.max(above, FEWEST_ABOVE);
        double measured = surprises.largestBut((int) rank);
        if (Double.isNaN(measured)) {
            return computed(input, tolerated);
        }
        return above >= FEWEST_ABOVE
                ? measured
                : Math.max(measured + Math.log(rank / above), computed(input, tolerated));
    }

    private static double[] surprises(List<Cause> causes) {
        return causes.stream().mapToDouble(Cause::surprise).toArray();
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
