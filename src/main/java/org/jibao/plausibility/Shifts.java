package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.jibao.plausibility.FormLines.Line;
import org.jspecify.annotations.Nullable;

/** Values that stand one cell further than they should, along a row or a column. */
final class Shifts {

    /** What stands in the cell that the shift leaves empty: a zero mostly, else the value that was there twice. */
    private static final double ZERO_LEFT = 0.7;

    private static final double COPY_LEFT = 0.25;

    private static final double OTHER_LEFT = 0.05;

    /** A shift along fewer cells cannot be told from a change. */
    private static final int SHORTEST = 3;

    private final JudgedReturn judged;

    Shifts(JudgedReturn judged) {
        this.judged = judged;
    }

    List<Cause> of(FormLines lines) {
        List<Cause> causes = new ArrayList<>();
        List.of(lines.rows(), lines.columns())
                .forEach(group -> group.forEach(line -> {
                    for (int step : new int[] {1, -1}) {
                        Cause cause = along(line, step);
                        if (cause != null) {
                            causes.add(cause);
                        }
                    }
                }));
        return causes;
    }

    /** The value of each cell is compared with the forecast of the cell that it came from. */
    private @Nullable Cause along(Line line, int step) {
        int[] cells = line.cells();
        if (cells.length < SHORTEST) {
            return null;
        }
        LineEvidence evidence = new LineEvidence(cells.length);
        for (int i = 0; i < cells.length; i++) {
            int from = i - step;
            if (!judged.has(cells[i])) {
                return null;
            }
            double value = judged.value(cells[i]);
            if (from < 0 || from >= cells.length) {
                double next = judged.value(cells[i + step]);
                evidence.weigh(left(value, next, judged.forecast(cells[i])) - judged.mass(cells[i]));
            } else {
                double odds = judged.forecast(cells[from]).logMass(value) - judged.mass(cells[i]);
                int to = i + step;
                double without = to >= 0 && to < cells.length ? judged.value(cells[to]) : Double.NaN;
                evidence.add(cells[i], odds, without);
            }
        }
        return evidence.cause(line.scope(), Slip.SHIFTED);
    }

    private static double left(double value, double next, Forecast forecast) {
        if (value == 0) {
            return Math.log(ZERO_LEFT);
        }
        return value == next ? Math.log(COPY_LEFT) : Math.log(OTHER_LEFT) + forecast.logMass(value);
    }
}
