package org.jibao.plausibility;

import java.util.List;

/** Learns a {@link PeerCell} from the units of a kind. Each earlier period is forecast from the ones before it. */
final class PeerFit {

    /** A prior counts as much as so many observations. */
    private static final double PRIOR = 10;

    /** Variance above random of a cell of which nothing is known: it varies by a fifth of its size. */
    private static final double PRIOR_EXTRA = 1;

    /** Most variance above random: the figure is anything between a tenth and ten times its forecast. */
    private static final double MOST_EXTRA = 64;

    /** Halvings of that: to within a sixtieth. */
    private static final int STEPS = 12;

    /** Least multiple of the random variance: even a constant changes some day. */
    private static final double LEAST_RANDOM = 0.15;

    /** How far the latest period and the season are believed before anything is known. */
    private static final double PRIOR_PULL = 0.2;

    /** A common growth is believed in half from so many units on. */
    private static final double GROWTH_PRIOR = 5;

    /** Distances beyond so many random spreads count as so many: a mistake must not teach a pull. */
    private static final double CLIP = 4;

    /** Least usual deviation of a unit's own periods: those of a constant are zero. */
    private static final double LEAST_OWN = 0.3;

    /** Units stand so far apart when there are too few of them to tell. */
    private static final double PRIOR_BETWEEN = 6;

    private final int targets;
    private final int season;
    private final double[][] scaled;
    private final CellPast[][] pasts;

    private PeerFit(double[][] scaled, int targets, int season) {
        this.scaled = scaled;
        this.targets = targets;
        this.season = season;
        this.pasts = new CellPast[scaled.length][targets];
        for (int unit = 0; unit < scaled.length; unit++) {
            for (int age = 0; age < targets; age++) {
                pasts[unit][age] = CellPast.of(scaled[unit], age, season);
            }
        }
    }

    /** @param targets so many periods, the judged one among them, are forecast */
    static PeerCell of(Scaling scaling, List<UnitFigures> units, int cell, int ages, int targets, int season) {
        double[][] scaled = new double[units.size()][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scaling.series(units.get(i), cell, ages);
        }
        return new PeerFit(scaled, targets, season).fit(stickiness(units, cell, ages));
    }

    private static double stickiness(List<UnitFigures> units, int cell, int ages) {
        int same = 0;
        int pairs = 0;
        for (UnitFigures unit : units) {
            for (int age = 1; age + 1 < ages; age++) {
                double earlier = unit.value(age + 1, cell);
                double later = unit.value(age, cell);
                if (earlier != 0 && !Double.isNaN(earlier) && !Double.isNaN(later)) {
                    pairs++;
                    same += earlier == later ? 1 : 0;
                }
            }
        }
        return same / (pairs + 1.0);
    }

    private PeerCell fit(double sticky) {
        double[] pulls = pulls();
        double[] growth = new double[targets];
        for (int age = 0; age < targets; age++) {
            Numbers left = new Numbers();
            for (int unit = 0; unit < scaled.length; unit++) {
                left.add(scaled[unit][age] - expected(unit, age, pulls, 0));
            }
            growth[age] = left.isEmpty() ? 0 : left.median() * left.size() / (left.size() + GROWTH_PRIOR);
        }
        double[] variances = variances(pulls, growth);
        Numbers middles = middles();
        PeerCell raw = new PeerCell(
                pulls[0],
                pulls[1],
                growth,
                variances[0],
                variances[1],
                1,
                middles.median(),
                between(middles),
                sticky,
                middles.size());
        return raw.withOwnSpread(ownSpread(raw));
    }

    private double expected(int unit, int age, double[] pulls, double growth) {
        CellPast past = pasts[unit][age];
        return past.middle() + pulls[0] * past.last() + pulls[1] * past.season() + growth;
    }

    /** Ridge regression of what the middle leaves on the distances of the latest period and of the season. */
    private double[] pulls() {
        double last = PRIOR;
        double season = PRIOR;
        double both = 0;
        double lastLeft = PRIOR * PRIOR_PULL;
        double seasonLeft = PRIOR * PRIOR_PULL;
        for (int unit = 0; unit < scaled.length; unit++) {
            for (int age = 0; age < targets; age++) {
                CellPast past = pasts[unit][age];
                if (past.count() > 1 && !Double.isNaN(scaled[unit][age])) {
                    double random = CountScale.usualSpread(past.middle());
                    double a = clip(past.last() / random);
                    double b = clip(past.season() / random);
                    double rest = clip((scaled[unit][age] - past.middle()) / random);
                    last += a * a;
                    season += b * b;
                    both += a * b;
                    lastLeft += a * rest;
                    seasonLeft += b * rest;
                }
            }
        }
        double determinant = last * season - both * both;
        return new double[] {
            bound((lastLeft * season - seasonLeft * both) / determinant),
            bound((seasonLeft * last - lastLeft * both) / determinant)
        };
    }

    private static double clip(double distance) {
        return Math.max(-CLIP, Math.min(CLIP, distance));
    }

    private static double bound(double pull) {
        return Math.max(0, Math.min(1, pull));
    }

    /**
     * Multiple of the random variance, and the variance above it, that make the forecasts' errors as wide as Student's
     * t.
     */
    private double[] variances(double[] pulls, double[] growth) {
        Numbers squares = new Numbers();
        Numbers randoms = new Numbers();
        for (int unit = 0; unit < scaled.length; unit++) {
            for (int age = 0; age < targets; age++) {
                double expected = expected(unit, age, pulls, growth[age]);
                double distance = scaled[unit][age] - expected;
                if (!Double.isNaN(distance)) {
                    squares.add(distance * distance);
                    randoms.add(CountScale.randomVariance(expected));
                }
            }
        }
        double extra = 0;
        double step = MOST_EXTRA;
        for (int i = 0; i < STEPS; i++) {
            step /= 2;
            extra += width(squares, randoms, extra + step) > 1 ? step : 0;
        }
        double few = PRIOR / (PRIOR + squares.size());
        double random = extra > step ? 1 : Math.max(LEAST_RANDOM, width(squares, randoms, 0));
        return new double[] {few + (1 - few) * random, few * PRIOR_EXTRA + (1 - few) * extra};
    }

    /** Square of how wide the errors are, measured in the variance that is assumed: by middle, outer and far ones. */
    private static double width(Numbers squares, Numbers randoms, double extra) {
        Numbers errors = new Numbers();
        for (int i = 0; i < squares.size(); i++) {
            errors.add(Math.sqrt(squares.get(i) / (randoms.get(i) + extra)));
        }
        if (errors.isEmpty()) {
            return 1;
        }
        double middle = errors.median() / StudentSix.MEDIAN;
        double outer = errors.quantile(0.9) / StudentSix.NINE_TENTHS;
        double far = errors.quantile(0.97) / StudentSix.MOST;
        double width = Math.max((middle + outer) / 2, far);
        return width * width;
    }

    private double ownSpread(PeerCell raw) {
        Numbers spreads = new Numbers();
        for (CellPast[] unit : pasts) {
            if (unit[0].count() > 1) {
                spreads.add(unit[0].spread() / raw.spread(unit[0].middle()));
            }
        }
        return spreads.isEmpty() ? 1 : Math.max(spreads.quantile(0.6), LEAST_OWN);
    }

    private Numbers middles() {
        Numbers middles = new Numbers();
        for (int unit = 0; unit < scaled.length; unit++) {
            double own = pasts[unit][0].middle();
            middles.add(Double.isNaN(own) ? scaled[unit][0] : own);
        }
        return middles;
    }

    private static double between(Numbers middles) {
        if (middles.size() < PeerSample.LEAST) {
            return PRIOR_BETWEEN;
        }
        double width = (middles.quantile(0.9) - middles.quantile(0.1)) / 2;
        return (GROWTH_PRIOR * PRIOR_BETWEEN + middles.size() * width) / (GROWTH_PRIOR + middles.size());
    }
}
