package org.jibao.checking.localisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A few whole numbers under linear equations and inequalities, solved exactly: equations by substitution after Euclid,
 * inequalities by Fourier and Motzkin, with the dark shadow and the splinters of the Omega test (Pugh, 1991) where that
 * is not exact for whole numbers.
 */
final class IntegerSystem {

    private final int width;
    private final Steps steps;

    IntegerSystem(int width, Steps steps) {
        this.width = width;
        this.steps = steps;
    }

    /** {@code coefficients · n + constant = 0}, or {@code <= 0}. */
    record Line(Key key, long constant, boolean equality) {

        static Line of(long[] coefficients, long constant, boolean equality) {
            return new Line(new Key(coefficients), constant, equality);
        }

        long at(int index) {
            return key.coefficients[index];
        }

        Line plus(long factor, Line other, long otherFactor) {
            long[] sum = new long[key.coefficients.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = Math.addExact(Math.multiplyExact(factor, at(i)), Math.multiplyExact(otherFactor, other.at(i)));
            }
            long both = Math.addExact(
                    Math.multiplyExact(factor, constant), Math.multiplyExact(otherFactor, other.constant));
            return of(sum, both, equality);
        }

        /** All but one summand, at a point. */
        long without(int index, long[] point) {
            long sum = constant;
            for (int i = 0; i < point.length; i++) {
                sum = i == index ? sum : Math.addExact(sum, Math.multiplyExact(at(i), point[i]));
            }
            return sum;
        }
    }

    /** Coefficients by which lines are told apart. */
    static final class Key {

        private final long[] coefficients;

        Key(long[] coefficients) {
            this.coefficients = coefficients;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && java.util.Arrays.equals(coefficients, key.coefficients);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(coefficients);
        }
    }

    /**
     * Whole numbers that satisfy all lines, or null where there are none.
     *
     * @param wish where it may, a number stays as near to this as the others allow
     * @throws ArithmeticException where numbers become too large to be exact
     */
    long @Nullable [] solution(List<Line> lines, long[] wish) {
        steps.add(1 + lines.size());
        List<Line> normal = normal(lines);
        if (normal == null) {
            return null;
        }
        for (Line line : normal) {
            if (line.equality()) {
                return withEquation(normal, line, wish);
            }
        }
        return withInequalities(normal, wish);
    }

    /** Divided by what the coefficients share, the tightest of those alike; null where one can never hold. */
    private @Nullable List<Line> normal(List<Line> lines) {
        List<Line> equations = new ArrayList<>();
        Map<Key, Line> inequalities = new HashMap<>();
        List<Line> ordered = new ArrayList<>();
        for (Line line : lines) {
            long gcd = 0;
            for (int i = 0; i < width; i++) {
                gcd = gcd(gcd, Math.absExact(line.at(i)));
            }
            if (gcd == 0) {
                if (line.equality() ? line.constant() != 0 : line.constant() > 0) {
                    return null;
                }
                continue;
            }
            if (line.equality() && line.constant() % gcd != 0) {
                return null;
            }
            Line divided = divided(line, gcd);
            if (line.equality()) {
                equations.add(divided);
            } else {
                inequalities.merge(
                        divided.key(), divided, (one, other) -> one.constant() >= other.constant() ? one : other);
                ordered.add(divided);
            }
        }
        ordered.removeIf(line -> inequalities.get(line.key()) != line);
        equations.addAll(ordered);
        return equations;
    }

    /** An inequality's constant is rounded up: a sum of whole numbers lies below no fraction. */
    private Line divided(Line line, long gcd) {
        long[] coefficients = new long[width];
        for (int i = 0; i < width; i++) {
            coefficients[i] = line.at(i) / gcd;
        }
        return Line.of(coefficients, -Math.floorDiv(Math.negateExact(line.constant()), gcd), line.equality());
    }

    private long @Nullable [] withEquation(List<Line> lines, Line equation, long[] wish) {
        int least = -1;
        for (int i = 0; i < width; i++) {
            if (equation.at(i) != 0 && (least < 0 || Math.abs(equation.at(i)) < Math.abs(equation.at(least)))) {
                least = i;
            }
        }
        return Math.abs(equation.at(least)) == 1
                ? substituted(lines, equation, least, wish)
                : reduced(lines, equation, least, wish);
    }

    private long @Nullable [] substituted(List<Line> lines, Line equation, int index, long[] wish) {
        long unit = equation.at(index);
        List<Line> rest = new ArrayList<>();
        for (Line line : lines) {
            if (line != equation) {
                rest.add(line.plus(1, equation, -line.at(index) * unit));
            }
        }
        long[] found = solution(rest, wish);
        if (found != null) {
            found[index] = -unit * equation.without(index, found);
        }
        return found;
    }

    /** Euclid's step: another unknown's coefficient becomes what remains of it by the least one. */
    private long @Nullable [] reduced(List<Line> lines, Line equation, int least, long[] wish) {
        int other = -1;
        for (int i = 0; i < width; i++) {
            other = i != least && equation.at(i) != 0 ? i : other;
        }
        long quotient = Math.floorDiv(equation.at(other), equation.at(least));
        List<Line> changed = new ArrayList<>();
        for (Line line : lines) {
            long[] coefficients = new long[width];
            for (int i = 0; i < width; i++) {
                coefficients[i] = line.at(i);
            }
            coefficients[other] =
                    Math.subtractExact(coefficients[other], Math.multiplyExact(quotient, coefficients[least]));
            changed.add(Line.of(coefficients, line.constant(), line.equality()));
        }
        long[] wished = wish.clone();
        wished[least] = Math.addExact(wish[least], Math.multiplyExact(quotient, wish[other]));
        long[] found = solution(changed, wished);
        if (found != null) {
            found[least] = Math.subtractExact(found[least], Math.multiplyExact(quotient, found[other]));
        }
        return found;
    }

    private long @Nullable [] withInequalities(List<Line> lines, long[] wish) {
        Elimination elimination = Elimination.best(lines, width);
        if (elimination == null) {
            return wish.clone();
        }
        steps.add(elimination.pairs());
        long[] found = solution(elimination.shadow(false), wish);
        if (found == null) {
            return null;
        }
        if (!elimination.exact()) {
            found = solution(elimination.shadow(true), wish);
            if (found == null) {
                return splinter(lines, elimination, wish);
            }
        }
        return elimination.completed(found, wish);
    }

    /** What lies between the two shadows lies close to some lower bound. */
    private long @Nullable [] splinter(List<Line> lines, Elimination elimination, long[] wish) {
        for (Line lower : elimination.lower()) {
            for (long beyond = 0; beyond <= elimination.farthest(lower); beyond++) {
                List<Line> splinter = new ArrayList<>(lines);
                splinter.add(Line.of(lower.key().coefficients, Math.addExact(lower.constant(), beyond), true));
                long[] found = solution(splinter, wish);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    /** One unknown and the inequalities that bound it. */
    record Elimination(int index, List<Line> lower, List<Line> upper, List<Line> others) {

        /** The unknown with the fewest pairs, an exact one before others; null where no unknown is bounded. */
        static @Nullable Elimination best(List<Line> lines, int width) {
            Elimination best = null;
            for (int i = 0; i < width; i++) {
                Elimination one = of(lines, i);
                boolean bounds = !one.lower.isEmpty() || !one.upper.isEmpty();
                if (bounds && (best == null || one.weight() < best.weight())) {
                    best = one;
                }
            }
            return best;
        }

        private static Elimination of(List<Line> lines, int index) {
            Elimination elimination = new Elimination(index, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (Line line : lines) {
                List<Line> side = line.at(index) == 0
                        ? elimination.others
                        : line.at(index) < 0 ? elimination.lower : elimination.upper;
                side.add(line);
            }
            return elimination;
        }

        private long weight() {
            return pairs() + (exact() ? 0 : 1_000_000L);
        }

        int pairs() {
            return lower.size() * upper.size();
        }

        boolean exact() {
            return lower.stream().allMatch(line -> line.at(index) == -1)
                    || upper.stream().allMatch(line -> line.at(index) == 1);
        }

        /** What remains for the others: where a fraction would do, or where a whole number surely does. */
        List<Line> shadow(boolean dark) {
            List<Line> shadow = new ArrayList<>(others);
            for (Line below : lower) {
                for (Line above : upper) {
                    long down = -below.at(index);
                    long up = above.at(index);
                    Line both = below.plus(up, above, down);
                    long narrower = dark ? Math.multiplyExact(down - 1, up - 1) : 0;
                    shadow.add(Line.of(both.key().coefficients, Math.addExact(both.constant(), narrower), false));
                }
            }
            return shadow;
        }

        /** How far beyond a lower bound a whole number that no dark shadow covers can lie. */
        long farthest(Line line) {
            long most = upper.stream().mapToLong(above -> above.at(index)).max().orElse(1);
            long down = -line.at(index);
            return Math.floorDiv(Math.subtractExact(Math.multiplyExact(most, down), Math.addExact(most, down)), most);
        }

        /** The point with this unknown put as near to the wish as its bounds allow. */
        long[] completed(long[] point, long[] wish) {
            long least = Long.MIN_VALUE;
            long most = Long.MAX_VALUE;
            for (Line line : lower) {
                least = Math.max(least, -Math.floorDiv(-line.without(index, point), -line.at(index)));
            }
            for (Line line : upper) {
                most = Math.min(most, Math.floorDiv(-line.without(index, point), line.at(index)));
            }
            point[index] = Math.max(least, Math.min(most, wish[index]));
            return point;
        }
    }
}
