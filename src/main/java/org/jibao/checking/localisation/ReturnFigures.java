package org.jibao.checking.localisation;

import java.util.ArrayList;
import java.util.List;

/** The cells and constraints of one return, each cell with the constraints that name it. */
final class ReturnFigures {

    private final List<CellFigure> cells;
    private final List<LinearConstraint> constraints;
    private final List<List<Integer>> naming = new ArrayList<>();
    private final boolean[] present;
    private final long[] values;

    ReturnFigures(List<CellFigure> cells, List<LinearConstraint> constraints) {
        this.cells = cells;
        this.constraints = constraints;
        this.present = new boolean[cells.size()];
        this.values = new long[cells.size()];
        for (int cell = 0; cell < cells.size(); cell++) {
            present[cell] = cells.get(cell).present();
            values[cell] = cells.get(cell).value();
            naming.add(new ArrayList<>());
        }
        for (int number = 0; number < constraints.size(); number++) {
            LinearConstraint constraint = constraints.get(number);
            for (int i = 0; i < constraint.operands(); i++) {
                naming.get(constraint.operand(i)).add(number);
            }
        }
    }

    CellFigure cell(int cell) {
        return cells.get(cell);
    }

    LinearConstraint constraint(int number) {
        return constraints.get(number);
    }

    int size() {
        return cells.size();
    }

    long[] values() {
        return values.clone();
    }

    /** Whether one holds, or cannot be assessed. */
    boolean holds(int number, long[] some) {
        LinearConstraint constraint = constraints.get(number);
        return !constraint.assessable(present) || constraint.holds(some);
    }

    /** The numbers of the binding constraints that do not hold. */
    List<Integer> failing() {
        List<Integer> failing = new ArrayList<>();
        for (int number = 0; number < constraints.size(); number++) {
            if (constraints.get(number).binding() && !holds(number, values)) {
                failing.add(number);
            }
        }
        return failing;
    }

    /** The numbers of the constraints that name any of these cells and can be assessed once all of them are present. */
    List<Integer> naming(int[] some, int count, boolean binding) {
        boolean[] there = present;
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (!there[some[i]]) {
                there = there == present ? present.clone() : there;
                there[some[i]] = true;
            }
        }
        for (int i = 0; i < count; i++) {
            for (int number : naming.get(some[i])) {
                LinearConstraint constraint = constraints.get(number);
                if (constraint.binding() == binding && constraint.assessable(there) && !numbers.contains(number)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }
}
