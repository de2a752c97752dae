package org.jibao.plausibility;

import java.util.List;

/** Learns a {@link PeerCell} from the units of a kind. Each earlier period is forecast from the ones before it. */
final class PeerFit {

    /** A prior counts as much as so many observations. */
    private static final double PRIOR = 10;

    /** Spread of a cell of which nothing is known: somewhat above random. */
    private static final double PRIOR_SPREAD = 1.2;

    /** How far the latest period and the season are believed before anything is known. */
    private static final double PRIOR_PULL = 0.2;

    /** A common growth is believed in half from so many units on. */
    private static final double GROWTH_PRIOR = 5;

    /** Distances beyond so many random spreads count as so many: a mistake must not teach a pull. */
    private static final double CLIP = 4;

    /** Least spread: even a constant changes some day. */
    private static final double LEAST_SPREAD = 0.25;

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
            Numbers left = left(pulls, age, age + 1, new double[targets], false);
            growth[age] = left.isEmpty() ? 0 : left.median() * left.size() / (left.size() + GROWTH_PRIOR);
        }
        Numbers left = left(pulls, 0, targets, growth, true);
        Numbers middles = middles();
        return new PeerCell(
                pulls[0],
                pulls[1],
                growth,
                spread(left),
                ownSpread(),
                middles.median(),
                between(middles),
                sticky,
                middles.size());
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
                    double random = CountScale.randomSpread(past.middle());
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

    /** What forecasts leave; standardized: its size in units of the random spread. */
    private Numbers left(double[] pulls, int from, int to, double[] growth, boolean standardized) {
        Numbers left = new Numbers();
        for (int unit = 0; unit < scaled.length; unit++) {
            for (int age = from; age < to; age++) {
                CellPast past = pasts[unit][age];
                double expected = past.middle() + pulls[0] * past.last() + pulls[1] * past.season() + growth[age];
                double distance = scaled[unit][age] - expected;
                if (past.count() > 0) {
                    left.add(standardized ? Math.abs(distance) / CountScale.randomSpread(expected) : distance);
                }
            }
        }
        return left;
    }

    /** The larger one of what the middle and the outer values say, so that a cell that is mostly constant keeps its outliers. */
    private static double spread(Numbers left) {
        double measured = left.isEmpty()
                ? PRIOR_SPREAD
                : Math.max(left.median() / StudentFour.MEDIAN, left.quantile(0.9) / StudentFour.NINE_TENTHS);
        double squares = PRIOR * PRIOR_SPREAD * PRIOR_SPREAD + left.size() * measured * measured;
        return Math.max(LEAST_SPREAD, Math.sqrt(squares / (PRIOR + left.size())));
    }

    private double ownSpread() {
        Numbers spreads = new Numbers();
        for (CellPast[] unit : pasts) {
            if (unit[0].count() > 1) {
                spreads.add(unit[0].spread());
            }
        }
        return spreads.isEmpty() ? 1 : Math.max(spreads.quantile(0.6), LEAST_SPREAD);
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
