package org.jibao.plausibility;

/**
 * What is expected in a cell: Student's t around a location on the scale.
 *
 * @param base value that the figure is on top of
 * @param unitSize what counts as one
 */
record Forecast(double location, double scale, double base, double unitSize, boolean amount, int compared, int peers) {

    /** How many periods of its own a unit needs until its own spread counts as much as that of its kind. */
    private static final double SPREAD_PRIOR = 4;

    /** A unit's own spread counts as at most so many times that of its kind: few periods say little. */
    private static final double MOST_OWN = 2.5;

    /** And as at least so many: eight equal periods do not make the ninth sure. */
    private static final double LEAST_OWN = 0.5;

    /**
     * What the earlier periods of a unit weigh usually: the spread of the kind holds the error of a mean of so many.
     */
    private static final double USUAL_WEIGHT = 3.5;

    /** Differences of probabilities below this have lost their digits. */
    private static final double RELIABLE = 1e-9;

    /** Least scale: half of what randomness alone gives to a count that is zero mostly. */
    private static final double LEAST = 0.1;

    /** Counts beyond are taken as this. */
    private static final double LARGEST = 1e100;

    static Forecast of(CellPast past, PeerCell peers, int age, double base, DeclaredCell cell, double unitSize) {
        double apart = peers.between() * peers.between();
        double location = Double.isNaN(peers.middle()) ? CountScale.ZERO : peers.middle();
        double variance = apart;
        if (past.count() > 0) {
            double own = peers.own(past, age);
            double spread = peers.spread(own) * ownRatio(past, peers, own);
            double ownVariance = spread * spread / past.weight();
            double trust = apart / (apart + ownVariance);
            location = trust * own + (1 - trust) * (location + peers.growth()[age]);
            variance = Math.max(0, trust * ownVariance - spread * spread / USUAL_WEIGHT);
        }
        double spread = peers.spread(location) * ownRatio(past, peers, location);
        double scale = Math.max(LEAST, Math.sqrt(spread * spread + variance));
        return new Forecast(location, scale, base, unitSize, cell.amount(), past.count(), peers.peers());
    }

    private static double ownRatio(CellPast past, PeerCell peers, double location) {
        if (past.count() < 2) {
            return 1;
        }
        double ratio =
                Math.max(LEAST_OWN, Math.min(MOST_OWN, past.spread() / peers.spread(location) / peers.ownSpread()));
        double number = past.count() - 1.0;
        return Math.sqrt((SPREAD_PRIOR + number * ratio * ratio) / (SPREAD_PRIOR + number));
    }

    /** Logarithm of the probability of a value, of one unit's width if it is an amount. */
    double logMass(double value) {
        double count = count(value);
        if (amount && count != 0) {
            return density(count);
        }
        return logRange(count - 0.5, count + 0.5);
    }

    /** The value in units, on top of its base; bounded so that no later step overflows. */
    double count(double value) {
        return Math.max(-LARGEST, Math.min(LARGEST, (value - base) / unitSize));
    }

    private double density(double count) {
        return StudentSix.logDensity(standard(count)) - Math.log(scale) + Math.log(CountScale.slope(count));
    }

    /**
     * Logarithm of the probability of counts between two limits. Zero takes what lies below it too, if all is above
     * zero.
     */
    double logRange(double from, double to) {
        double low = from < 0 && to > 0 ? Double.NEGATIVE_INFINITY : standard(from);
        double high = standard(to);
        if (high < 0) {
            double mirrored = -low;
            low = -high;
            high = mirrored;
        }
        double mass = StudentSix.above(low) - StudentSix.above(high);
        double middle = (from + to) / 2;
        return mass > RELIABLE ? Math.log(mass) : density(middle) + Math.log(to - from);
    }

    double standard(double count) {
        return (CountScale.of(count) - location) / scale;
    }

    double middle() {
        return at(0);
    }

    double low() {
        return at(-StudentSix.RANGE);
    }

    double high() {
        return at(StudentSix.RANGE);
    }

    /** Whether the value lies in the range of 95 of 100. */
    boolean expects(double value) {
        return low() <= value && value <= high();
    }

    private double at(double deviations) {
        double scaled = location + deviations * scale;
        double count = base == 0 ? Math.max(0, CountScale.back(scaled)) : CountScale.back(scaled);
        double value = base + count * unitSize;
        return amount ? value : Math.rint(value);
    }
}
