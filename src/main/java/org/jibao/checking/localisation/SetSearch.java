package org.jibao.checking.localisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All sets of a given number of cells that would do for a group of failing constraints, where no smaller set does. A
 * set must hit each of them; where it does, and the constraints that its cells stand in still contradict each other,
 * another of their cells must change. Each set is met once: what was tried beside a cell is left out when the next one
 * is tried.
 */
final class SetSearch {

    private final ReturnFigures figures;
    private final List<Integer> failing;
    private final Steps steps;
    private final boolean[] tried;
    private final List<int[]> found = new ArrayList<>();
    private int size;

    SetSearch(ReturnFigures figures, List<Integer> failing, Steps steps) {
        this.figures = figures;
        this.failing = failing;
        this.steps = steps;
        this.tried = new boolean[figures.size()];
    }

    /** Each in the order of the cells. */
    List<int[]> of(int cells) {
        size = cells;
        extend(new int[cells], 0);
        return found;
    }

    private void extend(int[] set, int count) {
        for (int number : failing) {
            if (!hits(set, count, number)) {
                if (count < size) {
                    branch(set, count, List.of(number));
                }
                return;
            }
        }
        int[] some = Arrays.copyOf(set, count);
        List<Integer> named = figures.naming(some, count, true);
        steps.add(named.size());
        FreeCells free = new FreeCells(figures, some, steps);
        if (count < size) {
            List<Integer> conflict = free.conflict(named);
            if (conflict != null) {
                branch(set, count, conflict);
            }
        } else if (free.satisfy(named)) {
            Arrays.sort(some);
            found.add(some);
        }
    }

    private boolean hits(int[] set, int count, int number) {
        LinearConstraint constraint = figures.constraint(number);
        for (int i = 0; i < constraint.size(); i++) {
            for (int j = 0; j < count; j++) {
                if (constraint.cell(i) == set[j]) {
                    return true;
                }
            }
        }
        return false;
    }

    private void branch(int[] set, int count, List<Integer> numbers) {
        List<Integer> here = new ArrayList<>();
        for (int number : numbers) {
            LinearConstraint constraint = figures.constraint(number);
            for (int i = 0; i < constraint.size(); i++) {
                int cell = constraint.cell(i);
                if (!tried[cell] && figures.cell(cell).changeable() && !contains(set, count, cell)) {
                    set[count] = cell;
                    extend(set, count + 1);
                    tried[cell] = true;
                    here.add(cell);
                }
            }
        }
        here.forEach(cell -> tried[cell] = false);
    }

    private static boolean contains(int[] set, int count, int cell) {
        for (int i = 0; i < count; i++) {
            if (set[i] == cell) {
                return true;
            }
        }
        return false;
    }
}
