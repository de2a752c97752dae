package org.jibao.checking.localisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jibao.checking.localisation.LinearConstraint.Presence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sets that are found against all subsets of a small form with all figures up to a bound. */
class BruteForceTest {

    private static final int CELLS = 5;

    /** Figures lie between 0 and this, which the constraints say too, so that nothing beyond is left out. */
    private static final int HIGHEST = 5;

    static Stream<Integer> seeds() {
        return IntStream.range(0, 400).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsTheSetsThatAllSubsetsHave(int seed) {
        Random random = new Random(seed);
        List<CellFigure> cells = cells(random, seed % 3 == 0);
        List<LinearConstraint> constraints = constraints(random, seed);
        List<Localisation> found = new Localiser(cells, constraints, Long.MAX_VALUE).localisations();
        for (Localisation group : found) {
            Set<String> sets = group.sets().stream()
                    .map(set -> set.changes().stream()
                            .map(change -> String.valueOf(change.cell()))
                            .collect(Collectors.joining(" ")))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new Brute(cells, constraints, group.failing()).smallest(), sets, "seed " + seed);
            assertTrue(group.complete());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void proposesFiguresThatAloneWouldDo(int seed) {
        Random random = new Random(seed);
        List<CellFigure> cells = cells(random, seed % 3 == 0);
        List<LinearConstraint> constraints = constraints(random, seed);
        for (Localisation group : new Localiser(cells, constraints, Long.MAX_VALUE).localisations()) {
            for (CellSet set : group.sets()) {
                if (set.changes().size() == 1) {
                    CellChange change = set.changes().get(0);
                    List<Long> would = new Brute(cells, constraints, group.failing()).figures(change.cell());
                    boolean tolerant = constraints.stream().anyMatch(constraint -> constraint.tolerance() > 0);
                    List<Long> ends = List.of(would.get(0), would.get(would.size() - 1));
                    List<Long> proposed = List.of(change.least(), change.most());
                    assertTrue(tolerant ? would.containsAll(proposed) : ends.equals(proposed), "seed " + seed);
                }
            }
        }
    }

    private static List<CellFigure> cells(Random random, boolean gaps) {
        return IntStream.range(0, CELLS)
                .mapToObj(cell -> {
                    boolean present = !gaps || random.nextInt(4) > 0;
                    long value = present ? random.nextInt(HIGHEST + 1) * CellFigure.ONE : 0;
                    return new CellFigure(present, value, true, random.nextInt(8) > 0, false, List.of());
                })
                .toList();
    }

    private static List<LinearConstraint> constraints(Random random, int seed) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            constraints.add(constraint(new int[] {cell}, new long[] {1}, -HIGHEST, false, 0, Presence.NONE));
        }
        int rules = 2 + random.nextInt(4);
        for (int rule = 0; rule < rules; rule++) {
            int[] named = random.ints(0, CELLS)
                    .distinct()
                    .limit(2 + random.nextInt(3))
                    .toArray();
            int largest = seed % 2 == 0 ? 1 : 3;
            long[] coefficients = Arrays.stream(named)
                    .mapToLong(cell -> (1 + random.nextInt(largest)) * (random.nextBoolean() ? 1 : -1))
                    .toArray();
            Presence presence = Presence.values()[random.nextInt(3)];
            boolean equality = random.nextInt(3) > 0;
            int tolerance = equality && random.nextInt(4) == 0 ? 1 : 0;
            constraints.add(constraint(named, coefficients, random.nextInt(7) - 3, equality, tolerance, presence));
        }
        return constraints;
    }

    private static LinearConstraint constraint(
            int[] cells, long[] coefficients, long constant, boolean equality, long tolerance, Presence presence) {
        return new LinearConstraint(
                cells,
                coefficients,
                constant * CellFigure.ONE,
                equality,
                tolerance * CellFigure.ONE,
                presence,
                cells,
                true);
    }

    /** Tries everything. */
    private record Brute(List<CellFigure> cells, List<LinearConstraint> constraints, List<Integer> failing) {

        Set<String> smallest() {
            for (int size = 1; size <= Localiser.MOST_CELLS; size++) {
                Set<String> sets = new TreeSet<>();
                for (int mask = 0; mask < 1 << CELLS; mask++) {
                    int[] set = set(mask);
                    if (set.length == size && Arrays.stream(set).allMatch(this::changeable) && does(set)) {
                        sets.add(Arrays.stream(set).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
                    }
                }
                if (!sets.isEmpty()) {
                    return sets;
                }
            }
            return Set.of();
        }

        private boolean changeable(int cell) {
            return cells.get(cell).changeable();
        }

        private static int[] set(int mask) {
            return IntStream.range(0, CELLS)
                    .filter(cell -> (mask >> cell & 1) == 1)
                    .toArray();
        }

        private boolean does(int[] set) {
            int all = (int) Math.pow(HIGHEST + 1, set.length);
            for (int number = 0; number < all; number++) {
                long[] values = values();
                int rest = number;
                for (int cell : set) {
                    values[cell] = rest % (HIGHEST + 1) * CellFigure.ONE;
                    rest /= HIGHEST + 1;
                }
                if (satisfied(set, values)) {
                    return true;
                }
            }
            return false;
        }

        List<Long> figures(int cell) {
            List<Long> figures = new ArrayList<>();
            for (long figure = 0; figure <= HIGHEST; figure++) {
                long[] values = values();
                values[cell] = figure * CellFigure.ONE;
                if (satisfied(new int[] {cell}, values)) {
                    figures.add(values[cell]);
                }
            }
            return figures;
        }

        private long[] values() {
            return cells.stream().mapToLong(CellFigure::value).toArray();
        }

        /** The group's constraints, and all that name a cell of the set. */
        private boolean satisfied(int[] set, long[] values) {
            boolean[] present = new boolean[CELLS];
            for (int cell = 0; cell < CELLS; cell++) {
                int one = cell;
                present[cell] = cells.get(cell).present() || Arrays.stream(set).anyMatch(other -> other == one);
            }
            return IntStream.range(0, constraints.size()).allMatch(number -> {
                LinearConstraint constraint = constraints.get(number);
                boolean counts = failing.contains(number)
                        || IntStream.range(0, constraint.operands())
                                .anyMatch(i -> Arrays.stream(set).anyMatch(cell -> cell == constraint.operand(i)));
                return !counts || !constraint.assessable(present) || constraint.holds(values);
            });
        }
    }
}
