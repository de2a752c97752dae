package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Leaves out totals that are unlikely only because a part of them is: without the part's mistake they are as expected.
 */
final class Consequences {

    /** The total without the mistake lies within so many scales of what is expected. */
    private static final double AS_EXPECTED = 2;

    /** Causes less probable than this are dropped with no look at their totals: nothing of them is shown. */
    private static final double WORTH = -3;

    private record Mistake(int cell, double size) {}

    private final List<DeclaredCell> cells;

    Consequences(List<DeclaredCell> cells) {
        this.cells = cells;
    }

    List<Cause> dropped(List<Cause> causes, JudgedReturn judged) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Cause> small = new ArrayList<>();
        for (Cause cause : causes) {
            if (cause.surprise() > WORTH) {
                if (cause.scope() == SlipScope.CELL) {
                    small.add(cause);
                } else {
                    note(cause, judged, mistakes);
                }
            }
        }
        small.sort(Comparator.comparingDouble(cause -> Math.abs(judged.value(cause.cells()[0]))));
        List<Cause> left = new ArrayList<>(causes);
        for (Cause cause : small) {
            if (!follows(cause.cells()[0], judged, mistakes)) {
                note(cause, judged, mistakes);
            } else {
                left.remove(cause);
            }
        }
        return left;
    }

    private static void note(Cause cause, JudgedReturn judged, List<Mistake> mistakes) {
        for (int i = 0; i < cause.cells().length; i++) {
            int cell = cause.cells()[i];
            double without = cause.without()[i];
            double right = Double.isNaN(without) ? judged.forecast(cell).middle() : without;
            mistakes.add(new Mistake(cell, judged.value(cell) - right));
        }
    }

    /** A total of a total follows too, by the same mistake. */
    private boolean follows(int cell, JudgedReturn judged, List<Mistake> mistakes) {
        Forecast forecast = judged.forecast(cell);
        for (Mistake mistake : mistakes) {
            double without = judged.value(cell) - mistake.size();
            if (beside(cell, mistake.cell())
                    && without >= 0
                    && Math.abs(forecast.standard(forecast.count(without))) < AS_EXPECTED) {
                mistakes.add(new Mistake(cell, mistake.size()));
                return true;
            }
        }
        return false;
    }

    private boolean beside(int one, int other) {
        DeclaredCell a = cells.get(one);
        DeclaredCell b = cells.get(other);
        return one != other
                && a.form().equals(b.form())
                && (a.row().equals(b.row()) || a.column().equals(b.column()));
    }
}
