package org.jibao.checking.localisation;

import java.util.ArrayList;
import java.util.List;
import org.jibao.checking.localisation.IntegerSystem.Line;
import org.jspecify.annotations.Nullable;

/** A few cells that may change while all others stay as they are, under the constraints that name them. */
final class FreeCells {

    /** Beyond what the store holds. */
    private static final long FARTHEST = 1_000_000_000_000_000_000L;

    private final ReturnFigures figures;
    private final int[] cells;
    private final IntegerSystem system;
    private final long[] wish;

    FreeCells(ReturnFigures figures, int[] cells, Steps steps) {
        this.figures = figures;
        this.cells = cells;
        this.system = new IntegerSystem(cells.length, steps);
        this.wish = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            wish[i] = figures.cell(cells[i]).value() / step(i);
        }
    }

    private long step(int index) {
        return figures.cell(cells[index]).step();
    }

    /** Whether some figures in them satisfy these constraints. */
    boolean satisfy(List<Integer> numbers) {
        return system.solution(lines(numbers, true), wish) != null
                || tolerant(numbers) && system.solution(lines(numbers, false), wish) != null;
    }

    private boolean tolerant(List<Integer> numbers) {
        return numbers.stream().anyMatch(number -> figures.constraint(number).tolerance() > 0);
    }

    /**
     * What would stand in them. Rules that need not hold are satisfied where all of them can be, and no tolerance is
     * used where none is needed.
     */
    CellSet settled(List<Integer> binding, List<Integer> others) {
        List<Integer> all = new ArrayList<>(binding);
        all.addAll(others);
        List<Line> lines = lines(all, true);
        long[] found = system.solution(lines, wish);
        if (found == null) {
            lines = lines(binding, true);
            found = system.solution(lines, wish);
        }
        if (found == null) {
            lines = lines(binding, false);
            found = system.solution(lines, wish);
        }
        if (found == null) {
            throw new IllegalStateException("these cells were found to do");
        }
        return new CellSet(changes(lines, found), broken(others, found));
    }

    private List<CellChange> changes(List<Line> lines, long[] found) {
        List<CellChange> changes = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            changes.add(change(lines, found, i));
        }
        return changes;
    }

    private CellChange change(List<Line> lines, long[] found, int index) {
        long figure = Math.multiplyExact(found[index], step(index));
        boolean less = system.solution(beyond(lines, index, 1, found[index] - 1), wish) != null;
        boolean more = system.solution(beyond(lines, index, -1, found[index] + 1), wish) != null;
        CellFigure cell = figures.cell(cells[index]);
        PenSlip unread = cell.present() ? PenSlip.NONE : PenSlip.UNREAD;
        if (!less && !more) {
            PenSlip slip = cell.present() ? PenSlip.of(cell.value(), figure, cell.nearby()) : unread;
            return new CellChange(cells[index], figure, figure, slip);
        }
        return cells.length == 1
                ? new CellChange(cells[0], extreme(lines, 0), extreme(lines, FARTHEST), unread)
                : new CellChange(cells[index], 0, Long.MAX_VALUE, unread);
    }

    /** The bound of an only cell on the side of a wish. */
    private long extreme(List<Line> lines, long far) {
        long[] found = system.solution(lines, new long[] {far});
        return found != null && found[0] < FARTHEST ? Math.multiplyExact(found[0], step(0)) : Long.MAX_VALUE;
    }

    private List<Line> beyond(List<Line> lines, int index, long sign, long bound) {
        long[] coefficients = new long[cells.length];
        coefficients[index] = sign;
        List<Line> narrower = new ArrayList<>(lines);
        narrower.add(Line.of(coefficients, -sign * bound, false));
        return narrower;
    }

    private int broken(List<Integer> others, long[] found) {
        long[] before = figures.values();
        long[] after = figures.values();
        for (int i = 0; i < cells.length; i++) {
            after[cells[i]] = Math.multiplyExact(found[i], step(i));
        }
        int broken = 0;
        for (int number : others) {
            LinearConstraint constraint = figures.constraint(number);
            broken += constraint.holds(after) ? 0 : 1;
            broken -= figures.holds(number, before) ? 0 : 1;
        }
        return broken;
    }

    private List<Line> lines(List<Integer> numbers, boolean strict) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            long[] least = new long[cells.length];
            least[i] = -1;
            lines.add(Line.of(least, 0, false));
        }
        for (int number : numbers) {
            LinearConstraint constraint = figures.constraint(number);
            Line line = line(constraint);
            if (strict || constraint.tolerance() == 0) {
                lines.add(line);
            } else {
                lines.add(within(line, 1, constraint.tolerance()));
                lines.add(within(line, -1, constraint.tolerance()));
            }
        }
        return lines;
    }

    private Line within(Line line, long sign, long tolerance) {
        long[] coefficients = new long[cells.length];
        for (int i = 0; i < cells.length; i++) {
            coefficients[i] = sign * line.at(i);
        }
        return Line.of(coefficients, Math.subtractExact(sign * line.constant(), tolerance), false);
    }

    private Line line(LinearConstraint constraint) {
        long[] coefficients = new long[cells.length];
        long constant = constraint.constant();
        for (int i = 0; i < constraint.size(); i++) {
            int index = index(constraint.cell(i));
            if (index < 0) {
                long value = figures.cell(constraint.cell(i)).value();
                constant = Math.addExact(constant, Math.multiplyExact(constraint.coefficient(i), value));
            } else {
                coefficients[index] = Math.multiplyExact(constraint.coefficient(i), step(index));
            }
        }
        return Line.of(coefficients, constant, constraint.equality());
    }

    private int index(int cell) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == cell) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Constraints that these cells alone cannot satisfy, as few as leaving out one after the other leaves; null where
     * they can.
     */
    @Nullable
    List<Integer> conflict(List<Integer> numbers) {
        if (satisfy(numbers)) {
            return null;
        }
        List<Integer> core = new ArrayList<>(numbers);
        core.sort((one, other) -> Integer.compare(
                figures.constraint(other).size(), figures.constraint(one).size()));
        for (Integer number : List.copyOf(core)) {
            List<Integer> fewer = new ArrayList<>(core);
            fewer.remove(number);
            if (!satisfy(fewer)) {
                core = fewer;
            }
        }
        return core;
    }
}
