package org.jibao.checking.localisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How a figure may have come to stand where another was meant. */
public enum PenSlip {
    /** No figure stands there. */
    UNREAD(1),
    /** Two digits side by side have changed places. */
    TRANSPOSED(0.15),
    /** The decimal point has moved: ten, a hundred, a thousand or ten thousand times as much or as little. */
    SHIFTED(0.15),
    /** A digit too many. */
    EXTRA(0.15),
    /** A digit too few. */
    MISSING(0.15),
    /** One digit is another. */
    DIGIT(0.25),
    /** The figure of a cell beside it, or its own of the period before. */
    COPIED(0.1),
    /** None of these. */
    NONE(0.1);

    /** How much likelier than chance a slip must make a figure, so that it counts as one. */
    private static final double TELLING = 3;

    /** Slips that few figures show by chance; the others tell less. */
    private static final Set<PenSlip> TYPICAL = EnumSet.of(UNREAD, TRANSPOSED, SHIFTED, EXTRA, MISSING);

    private final double share;

    /** @param share of all mistakes, roughly; nothing but the order of sets follows from it */
    PenSlip(double share) {
        this.share = share;
    }

    /** 0: it seldom looks like this by chance; 1: it may; 2: it is no slip. */
    int doubt() {
        return TYPICAL.contains(this) ? 0 : this == NONE ? 2 : 1;
    }

    /**
     * The likeliest one that makes {@code meant} into {@code found}; {@link #NONE} where chance does about as well, as
     * it does with figures of one digit.
     */
    static PenSlip of(long found, long meant, List<Long> nearby) {
        Digits digits = Digits.of(found, meant);
        PenSlip best = NONE;
        double least = TELLING * NONE.odds(digits);
        for (PenSlip slip : values()) {
            boolean fits = slip == COPIED ? nearby.contains(found) : digits.fit(slip);
            if (fits && slip.odds(digits) > least) {
                best = slip;
                least = slip.odds(digits);
            }
        }
        return best;
    }

    /** The logarithm of how often it makes this figure of that one, by how common figures of their sizes are. */
    double score(long found, long meant) {
        return Math.log(odds(Digits.of(found, meant))) + Math.log((whole(found) + 1) / (whole(meant) + 1));
    }

    private double odds(Digits digits) {
        return share / digits.ways(this);
    }

    private static double whole(long figure) {
        return (double) figure / CellFigure.ONE;
    }

    /** Two figures as digits without their point, and how far up the first one lies. */
    private record Digits(String found, String meant, double size) {

        private static final List<Long> SHIFTS = List.of(10L, 100L, 1000L, 10_000L);

        static Digits of(long found, long meant) {
            long unit = CellFigure.ONE;
            while (found % unit != 0 || meant % unit != 0) {
                unit /= 10;
            }
            return new Digits(String.valueOf(found / unit), String.valueOf(meant / unit), whole(found) + 1);
        }

        boolean fit(PenSlip slip) {
            return switch (slip) {
                case TRANSPOSED -> transposed();
                case SHIFTED -> shifted(found, meant) || shifted(meant, found);
                case EXTRA -> !meant.equals("0") && longer(found, meant);
                case MISSING -> !found.equals("0") && longer(meant, found);
                case DIGIT -> found.length() == meant.length() && found.length() > 1 && different() == 1;
                default -> false;
            };
        }

        /** In how many ways it could have gone wrong like this. */
        double ways(PenSlip slip) {
            int length = meant.length();
            return switch (slip) {
                case UNREAD -> 1;
                case TRANSPOSED -> Math.max(1, length - 1);
                case SHIFTED -> 2;
                case EXTRA -> doubled() ? length : 10.0 * (length + 1);
                case MISSING -> length;
                case DIGIT -> 9.0 * length;
                case COPIED -> 4;
                case NONE -> size;
            };
        }

        private int different() {
            int different = 0;
            for (int i = 0; i < found.length(); i++) {
                different += found.charAt(i) == meant.charAt(i) ? 0 : 1;
            }
            return different;
        }

        private boolean transposed() {
            if (found.length() != meant.length() || different() != 2) {
                return false;
            }
            int first = 0;
            while (found.charAt(first) == meant.charAt(first)) {
                first++;
            }
            return found.charAt(first) == meant.charAt(first + 1) && found.charAt(first + 1) == meant.charAt(first);
        }

        private static boolean shifted(String large, String small) {
            long more = Long.parseLong(large);
            long less = Long.parseLong(small);
            return less > 0 && more % less == 0 && SHIFTS.contains(more / less);
        }

        private static boolean longer(String more, String less) {
            return more.length() == less.length() + 1 && at(more, less) >= 0;
        }

        /** Where {@code more} has the digit that {@code less} lacks; -1 where they differ in more than that. */
        private static int at(String more, String less) {
            int first = 0;
            while (first < less.length() && more.charAt(first) == less.charAt(first)) {
                first++;
            }
            return more.substring(first + 1).equals(less.substring(first)) ? first : -1;
        }

        private boolean doubled() {
            int at = at(found, meant);
            return at > 0 && found.charAt(at) == found.charAt(at - 1);
        }
    }
}
