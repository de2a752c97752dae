package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.jibao.plausibility.FormLines.Line;

/**
 * Rows that hold the figures of the row beside them. Rows that are equal in earlier periods too are so by their
 * nature.
 */
final class PastedRows {

    /** Chance of equal rows where none were ever seen, in observations. */
    private static final double UNSEEN = 0.01;

    /** In fewer cells than these, rows are equal by chance. */
    private static final int FEWEST = 2;

    /** Cells of a row are filled together, so that each says half of what it says alone. */
    private static final double TOGETHER = 0.5;

    private record Pair(int[] row, int[] other, double logChance) {}

    private final List<Pair> pairs = new ArrayList<>();

    PastedRows(PlausibilityInput input, FormLines lines, List<UnitFigures> sample) {
        List<Line> rows = lines.rows();
        for (int i = 0; i + 1 < rows.size(); i++) {
            int[] row = rows.get(i).cells();
            int[] next = rows.get(i + 1).cells();
            if (side(input, row).equals(side(input, next))) {
                double chance = Math.log(chance(sample, row, next));
                pairs.add(new Pair(row, next, chance));
                pairs.add(new Pair(next, row, chance));
            }
        }
    }

    /** Form and columns of a row. */
    private static List<String> side(PlausibilityInput input, int[] row) {
        List<String> names = new ArrayList<>();
        for (int cell : row) {
            names.add(input.cells().get(cell).form());
            names.add(input.cells().get(cell).column());
        }
        return names;
    }

    private static double chance(List<UnitFigures> sample, int[] row, int[] other) {
        int seen = 0;
        int equal = 0;
        for (UnitFigures unit : sample) {
            for (int age = 1; age < unit.values().size(); age++) {
                if (filled(unit, age, row) >= FEWEST) {
                    seen++;
                    equal += equal(unit, age, row, other) ? 1 : 0;
                }
            }
        }
        return (equal + UNSEEN) / (seen + 1);
    }

    private static int filled(UnitFigures unit, int age, int[] row) {
        int filled = 0;
        for (int cell : row) {
            double value = unit.value(age, cell);
            filled += value != 0 && !Double.isNaN(value) ? 1 : 0;
        }
        return filled;
    }

    private static boolean equal(UnitFigures unit, int age, int[] row, int[] other) {
        for (int i = 0; i < row.length; i++) {
            double value = unit.value(age, row[i]);
            double beside = unit.value(age, other[i]);
            if (value != beside && !(Double.isNaN(value) && Double.isNaN(beside))) {
                return false;
            }
        }
        return true;
    }

    List<Cause> of(JudgedReturn judged, int age) {
        List<Cause> causes = new ArrayList<>();
        for (Pair pair : pairs) {
            if (filled(judged.unit(), age, pair.row()) >= FEWEST
                    && equal(judged.unit(), age, pair.row(), pair.other())) {
                double right = 0;
                for (int cell : pair.row()) {
                    right += judged.has(cell) ? TOGETHER * weight(judged.value(cell)) * judged.mass(cell) : 0;
                }
                double surprise = Math.min(Odds.LINE - Math.max(right, pair.logChance()), CellCauses.MOST);
                if (surprise > LineEvidence.WORTH) {
                    causes.add(Cause.unknown(SlipScope.ROW, Slip.DOUBLED, pair.row(), surprise));
                }
            }
        }
        return causes;
    }

    /** Ones are equal by chance: a one counts half. */
    private static double weight(double value) {
        return Math.abs(value) / (Math.abs(value) + 1);
    }
}
