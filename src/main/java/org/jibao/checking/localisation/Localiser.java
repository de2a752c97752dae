package org.jibao.checking.localisation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.checking.localisation.Steps.TooManyException;

/**
 * Finds, for each group of failing constraints that have cells in common, the smallest sets of cells such that figures
 * in them satisfy the group and every constraint that they stand in, while all other cells stay as they are.
 */
public final class Localiser {

    /** Sets of more cells are not looked for: what is wrong in four places is better filled in anew. */
    public static final int MOST_CELLS = 3;

    /**
     * Constraints looked at for one return, about a twentieth of a second. A count and not a time, so that every run
     * ends alike.
     */
    public static final long MOST_STEPS = 200_000;

    /** With more sets than these, nothing tells which of them it is. */
    private static final int MOST_SETS = 1_000;

    private final ReturnFigures figures;
    private final Steps steps;

    public Localiser(List<CellFigure> cells, List<LinearConstraint> constraints) {
        this(cells, constraints, MOST_STEPS);
    }

    Localiser(List<CellFigure> cells, List<LinearConstraint> constraints, long most) {
        this.figures = new ReturnFigures(cells, constraints);
        this.steps = new Steps(most);
    }

    /** One a group, in the order of their first failing constraints. */
    public List<Localisation> localisations() {
        try {
            return merged(groups().stream().map(this::localisation).toList());
        } catch (ArithmeticException e) {
            return List.of(); // figures past eighteen digits, which the store does not hold
        }
    }

    private List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        List<Set<Integer>> cellsOf = new ArrayList<>();
        for (int number : figures.failing()) {
            List<Integer> group = new ArrayList<>();
            Set<Integer> cells = changeable(number);
            for (int i = groups.size() - 1; i >= 0; i--) {
                if (cellsOf.get(i).stream().anyMatch(cells::contains)) {
                    group.addAll(0, groups.remove(i));
                    cells.addAll(cellsOf.remove(i));
                }
            }
            group.add(number);
            group.sort(null);
            groups.add(group);
            cellsOf.add(cells);
        }
        groups.sort((one, other) -> Integer.compare(one.get(0), other.get(0)));
        return groups;
    }

    /** Groups that some same set would do for are one; what would do for both is what remains. */
    private static List<Localisation> merged(List<Localisation> groups) {
        List<Localisation> merged = new ArrayList<>();
        for (Localisation group : groups) {
            Localisation whole = group;
            for (Localisation earlier : List.copyOf(merged)) {
                Localisation both = whole.with(earlier);
                if (!both.sets().isEmpty()) {
                    merged.remove(earlier);
                    whole = both;
                }
            }
            merged.add(whole);
        }
        return merged;
    }

    private Set<Integer> changeable(int number) {
        LinearConstraint constraint = figures.constraint(number);
        Set<Integer> cells = new HashSet<>();
        for (int i = 0; i < constraint.size(); i++) {
            if (figures.cell(constraint.cell(i)).changeable()) {
                cells.add(constraint.cell(i));
            }
        }
        return cells;
    }

    private Localisation localisation(List<Integer> failing) {
        try {
            for (int size = 1; size <= MOST_CELLS; size++) {
                List<int[]> found = new SetSearch(figures, failing, steps).of(size);
                if (!found.isEmpty()) {
                    return found.size() > MOST_SETS
                            ? new Localisation(failing, List.of(), false, false)
                            : located(failing, found);
                }
            }
            return new Localisation(failing, List.of(), false, true);
        } catch (TooManyException | ArithmeticException e) {
            return new Localisation(failing, List.of(), false, false);
        }
    }

    private Localisation located(List<Integer> failing, List<int[]> found) {
        Likelihood likelihood = new Likelihood(figures);
        List<CellSet> sets = new ArrayList<>();
        for (int[] cells : found) {
            // What was found is settled without a limit: it takes a few systems a set.
            FreeCells free = new FreeCells(figures, cells, new Steps(Long.MAX_VALUE));
            sets.add(free.settled(
                    figures.naming(cells, cells.length, true), figures.naming(cells, cells.length, false)));
        }
        sets.sort(likelihood);
        boolean clear = sets.size() == 1 || !likelihood.close(sets.get(0), sets.get(1));
        return new Localisation(failing, sets, clear, true);
    }
}
