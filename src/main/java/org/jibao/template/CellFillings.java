package org.jibao.template;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.template.GridContents.Content;

/** What the blank return of a unit that has reported before says in each cell of a grid. */
public final class CellFillings {

    private CellFillings() {}

    /**
     * By {@code form.row.column}, in the order of the form.
     *
     * @param period for which the blank return is made
     */
    public static Map<String, Filling> of(JobDefinition job, GridForm grid, Period period) {
        GridContents contents = new GridContents(grid, job.rules(), period.index(), allZero(grid, period));
        Map<String, Filling> fillings = new LinkedHashMap<>();
        for (int row = 0; row < grid.rows().size(); row++) {
            for (int column = 0; column < grid.columns().size(); column++) {
                String id = id(grid, grid.rows().get(row), grid.columns().get(column));
                fillings.put(id, filling(contents.at(row, column)));
            }
        }
        return fillings;
    }

    /** A last return that answered every cell, so that nothing is awaited. */
    private static BroughtForward allZero(GridForm grid, Period period) {
        Map<String, BigDecimal> figures = new HashMap<>();
        for (Label row : grid.rows()) {
            for (Label column : grid.columns()) {
                figures.put(id(grid, row, column), BigDecimal.ZERO);
            }
        }
        return new BroughtForward(period.previous(), true, figures);
    }

    private static String id(GridForm grid, Label row, Label column) {
        return grid.id() + "." + row.id() + "." + column.id();
    }

    private static Filling filling(Content content) {
        if (content instanceof Content.Never) {
            return Filling.NEVER;
        }
        if (content instanceof Content.Brought) {
            return Filling.BROUGHT;
        }
        if (content instanceof Content.Total total) {
            return total.locked() ? Filling.LOCKED : Filling.COMPUTED;
        }
        return Filling.ENTRY;
    }

    /** What stands in a cell before the unit has filled anything in. */
    public enum Filling {
        /** Nothing: the unit fills it in. */
        ENTRY,
        /** There is never a figure. */
        NEVER,
        /** A figure of the last return; the unit may change it. */
        BROUGHT,
        /** A formula; the unit may put a number in its place. */
        COMPUTED,
        /** A formula that the unit cannot change. */
        LOCKED
    }
}
