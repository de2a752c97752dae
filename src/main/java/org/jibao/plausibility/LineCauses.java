package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.List;
import org.jibao.plausibility.FormLines.Line;
import org.jspecify.annotations.Nullable;

/**
 * Mistakes that change every cell of a line in the same way: another unit, twice the figures, figures to date, last
 * period's figures.
 */
final class LineCauses {

    private static final Slip[] SLIPS = {
        Slip.TENFOLD,
        Slip.TENTH,
        Slip.HUNDREDFOLD,
        Slip.HUNDREDTH,
        Slip.TEN_THOUSANDFOLD,
        Slip.TEN_THOUSANDTH,
        Slip.TO_DATE,
        Slip.DOUBLED
    };

    /** A count of so many says half of what a large one says. */
    private static final double HALF = 3;

    /** Of the cells of a return sent again, so many are put right. */
    private static final double PUT_RIGHT = 0.03;

    private final JudgedReturn judged;
    private final double[][] logOdds = new double[SLIPS.length][];
    private final double[] repeated;

    LineCauses(JudgedReturn judged) {
        this.judged = judged;
        this.repeated = new double[judged.size()];
        for (int i = 0; i < SLIPS.length; i++) {
            logOdds[i] = new double[judged.size()];
        }
        for (int cell = 0; cell < judged.size(); cell++) {
            if (judged.has(cell)) {
                for (int i = 0; i < SLIPS.length; i++) {
                    logOdds[i][cell] = odds(SLIPS[i], cell);
                }
                repeated[cell] = repeatedOdds(cell);
            }
        }
    }

    private double odds(Slip slip, int cell) {
        return judged.value(cell) == 0 ? 0 : CellSlips.logMass(slip, judged, cell) - judged.mass(cell);
    }

    private double repeatedOdds(int cell) {
        double last = judged.last(cell);
        if (Double.isNaN(last)) {
            return 0;
        }
        return judged.value(cell) == last ? Math.log(1 - PUT_RIGHT) - judged.sameMass(cell) : Math.log(PUT_RIGHT);
    }

    List<Cause> of(FormLines lines) {
        List<Cause> causes = new ArrayList<>();
        lines.rows().forEach(line -> changed(line, causes));
        lines.columns().forEach(line -> changed(line, causes));
        lines.forms().forEach(line -> {
            changed(line, causes);
            add(repeated(line), causes);
        });
        if (lines.forms().size() > 1) {
            changed(lines.all(), causes);
            add(repeated(lines.all()), causes);
        }
        return causes;
    }

    private void changed(Line line, List<Cause> causes) {
        for (int i = 0; i < SLIPS.length; i++) {
            LineEvidence evidence = new LineEvidence(line.cells().length, Odds.LINE);
            for (int cell : line.cells()) {
                if (judged.has(cell) && judged.value(cell) != 0) {
                    evidence.add(cell, weight(cell) * logOdds[i][cell], CellSlips.without(SLIPS[i], judged, cell));
                }
            }
            add(evidence.cause(line.scope(), SLIPS[i]), causes);
        }
    }

    /** Small counts of a line come together, as one request fills a row and its total: they say less. */
    private double weight(int cell) {
        double count = Math.abs(judged.value(cell)) / judged.forecast(cell).unitSize();
        return count / (count + HALF);
    }

    private @Nullable Cause repeated(Line line) {
        LineEvidence evidence = new LineEvidence(line.cells().length, Odds.REPEATED);
        for (int cell : line.cells()) {
            if (judged.has(cell)) {
                if (judged.value(cell) != 0 && judged.value(cell) == judged.last(cell)) {
                    evidence.add(cell, repeated[cell], Double.NaN);
                } else {
                    evidence.weigh(repeated[cell]);
                }
            }
        }
        return evidence.cause(line.scope(), Slip.REPEATED);
    }

    private static void add(@Nullable Cause cause, List<Cause> causes) {
        if (cause != null) {
            causes.add(cause);
        }
    }
}
