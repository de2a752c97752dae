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

    /** Most that a zero says that moved: less than makes it speak. */
    private static final double ZERO_SAYS = 0.5;

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
        LineEvidence evidence = new LineEvidence(cells.length, Odds.LINE);
        for (int i = 0; i < cells.length; i++) {
            int from = i - step;
            if (!judged.has(cells[i])) {
                return null;
            }
            int to = i + step;
            boolean moved = from >= 0 && from < cells.length;
            double odds = moved ? moved(cells[i], cells[from]) : left(cells[i], cells[to]) - judged.mass(cells[i]);
            double without = to >= 0 && to < cells.length ? judged.value(cells[to]) : Double.NaN;
            if (moved && judged.value(cells[i]) != 0) {
                evidence.add(cells[i], odds, without);
            } else {
                evidence.change(cells[i], odds, without);
            }
        }
        return evidence.cause(line.scope(), Slip.SHIFTED);
    }

    /** Zeros that moved are still zeros: a row of them is no shifted one. */
    private double moved(int cell, int from) {
        double odds = judged.forecast(from).logMass(judged.value(cell)) - judged.mass(cell);
        return judged.value(cell) == 0 ? Math.min(odds, ZERO_SAYS) : odds;
    }

    private double left(int cell, int next) {
        double value = judged.value(cell);
        if (value == 0) {
            return Math.log(ZERO_LEFT);
        }
        return value == judged.value(next) ? Math.log(COPY_LEFT) : Math.log(OTHER_LEFT) + judged.mass(cell);
    }
}
