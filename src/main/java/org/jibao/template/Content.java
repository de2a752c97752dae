package org.jibao.template;

import java.math.BigDecimal;
import java.util.List;

/** What stands in a cell of a grid before the unit has filled anything in. */
sealed interface Content {

    /** Nothing: the unit's to fill in. */
    record Entry() implements Content {}

    /** Nothing, though the last return should have said it. */
    record Awaited() implements Content {}

    /** What the last return said; the unit may change it. */
    record Brought(BigDecimal value) implements Content {}

    /**
     * A formula over other cells of the grid.
     *
     * @param before what the last return adds to them
     * @param locked whether only the formula can be right; otherwise the unit may put a number in its place
     */
    record Total(List<Position> plus, List<Position> minus, BigDecimal before, boolean locked) implements Content {}

    /** A cell by the numbers of its row and column in the form, from 0. */
    record Position(int row, int column) {}
}
