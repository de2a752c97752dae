package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.List;

/** Finds unlikely figures. The same input gives the same suspicions in the same order. */
public final class Plausibility {

    private Plausibility() {}

    /**
     * Judges the latest period of each unit.
     *
     * @param tolerated false alarms that an officer bears for each return, on average; above 0. If infinite, every
     *     value is a suspicion.
     * @return unit by unit in the order of the input; in each, the likeliest mistake first
     */
    public static List<Suspicion> judge(PlausibilityInput input, double tolerated) {
        if (!(tolerated > 0)) {
            throw new IllegalArgumentException("Tolerated false alarms a return: " + tolerated);
        }
        PeerSample sample = new PeerSample(input.units());
        PeerModel model = new PeerModel(input, sample);
        ReturnJudge judge = new ReturnJudge(input, sample);
        double threshold = Threshold.of(input, model, judge, tolerated);
        // No return's judgement looks at another's: the cores share them.
        return input.units().parallelStream()
                .filter(unit -> unit.reported(0))
                .map(unit -> model.judged(unit, 0))
                .flatMap(judged -> above(threshold, judge.causes(judged, 0), judged).stream())
                .toList();
    }

    private static List<Suspicion> above(double threshold, List<Cause> causes, JudgedReturn judged) {
        List<Suspicion> suspicions = new ArrayList<>();
        int number = 0;
        for (Cause cause : causes) {
            if (cause.surprise() > threshold) {
                for (int i = 0; i < cause.cells().length; i++) {
                    suspicions.add(suspicion(cause, i, judged, number));
                }
                number++;
            }
        }
        return suspicions;
    }

    private static Suspicion suspicion(Cause cause, int index, JudgedReturn judged, int number) {
        int cell = cause.cells()[index];
        Forecast forecast = judged.forecast(cell);
        return new Suspicion(
                judged.unit().unit(),
                cell,
                judged.value(cell),
                forecast.middle(),
                forecast.low(),
                forecast.high(),
                forecast.compared(),
                forecast.peers(),
                cause.slip(),
                cause.scope(),
                cause.without()[index],
                number,
                cause.surprise());
    }
}
