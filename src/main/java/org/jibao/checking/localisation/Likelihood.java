package org.jibao.checking.localisation;

import java.util.Comparator;

/**
 * The likeliest set first:
 *
 * <ol>
 *   <li>that leaves the fewest warnings;
 *   <li>of cells in which no figure stands;
 *   <li>each of whose changes is a slip of the pen: first those that seldom look so by chance (digits that have changed
 *   places, one
 *       too many or too few, a point that has moved), the rarest first; then one digit or a neighbour's figure;
 *   <li>with a total, as its parts agree with everything else;
 *   <li>with the smallest change, one figure before a range;
 *   <li>in the order of the form.
 * </ol>
 */
final class Likelihood implements Comparator<CellSet> {

    /** How much likelier than the next one a set must be to be told from it. */
    private static final double TELLING = 3;

    private final ReturnFigures figures;
    private final Comparator<CellSet> order;

    Likelihood(ReturnFigures figures) {
        this.figures = figures;
        this.order = Comparator.comparingInt(CellSet::broken)
                .thenComparingLong(set -> -count(set, PenSlip.UNREAD))
                .thenComparingInt(CellSet::doubt)
                .thenComparingDouble(set -> set.doubt() == 0 ? -score(set) : 0)
                .thenComparingLong(set -> -totals(set))
                .thenComparingDouble(set -> set.doubt() == 1 ? -score(set) : 0)
                .thenComparing(set -> !set.changes().stream().allMatch(CellChange::settled))
                .thenComparingLong(this::distance)
                .thenComparingInt(set -> set.changes().get(0).cell())
                .thenComparingInt(
                        set -> set.changes().get(set.changes().size() - 1).cell());
    }

    @Override
    public int compare(CellSet one, CellSet other) {
        return order.compare(one, other);
    }

    /**
     * Whether nothing but the order of the form, the size of a change or a hair's breadth speaks for the first of two.
     */
    boolean close(CellSet first, CellSet second) {
        boolean alike = first.broken() == second.broken() && first.doubt() == second.doubt();
        return alike && (first.doubt() > 0 || score(first) - score(second) < Math.log(TELLING));
    }

    private static long count(CellSet set, PenSlip slip) {
        return set.changes().stream().filter(change -> change.slip() == slip).count();
    }

    private double score(CellSet set) {
        return set.changes().stream()
                .mapToDouble(change ->
                        change.slip().score(figures.cell(change.cell()).value(), change.least()))
                .sum();
    }

    private long totals(CellSet set) {
        return set.changes().stream()
                .filter(change -> figures.cell(change.cell()).total())
                .count();
    }

    private long distance(CellSet set) {
        return set.changes().stream()
                .mapToLong(change -> {
                    long value = figures.cell(change.cell()).value();
                    return value > change.most() ? value - change.most() : Math.max(0, change.least() - value);
                })
                .sum();
    }
}
