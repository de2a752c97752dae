package org.jibao.draft;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form as it was found on a sheet. */
sealed interface DraftForm {

    String id();

    String title();

    SheetView view();

    /** The first row of it. */
    int top();

    DraftForm named(String id);

    /**
     * Labels beside their values.
     *
     * @param unitName place of the field among the fields, or -1; so are the other two
     */
    record Cover(
            String id, String title, SheetView view, List<DraftLabel> fields, int unitName, int unitCode, int period)
            implements DraftForm {

        @Override
        public Cover named(String name) {
            return new Cover(name, title, view, fields, unitName, unitCode, period);
        }

        @Override
        public int top() {
            return fields.get(0).place().row();
        }

        Cover with(List<DraftLabel> other) {
            return new Cover(id, title, view, other, unitName, unitCode, period);
        }
    }

    /**
     * Row labels by header labels.
     *
     * @param closed cells that take nothing
     * @param left columns and rows that are computed and no part of the form
     * @param beside whether the values stand right of the row labels, without a header
     */
    record Grid(
            String id,
            String title,
            SheetView view,
            CellDraft cell,
            List<DraftLabel> columns,
            List<DraftLabel> rows,
            Set<Cross> closed,
            List<DraftLabel> left,
            boolean beside,
            @Nullable String note)
            implements DraftForm {

        @Override
        public Grid named(String name) {
            return new Grid(name, title, view, cell, columns, rows, closed, left, beside, note);
        }

        @Override
        public int top() {
            return Math.min(columns.get(0).place().row(), rows.get(0).place().row());
        }

        Grid with(List<DraftLabel> otherColumns, List<DraftLabel> otherRows) {
            return new Grid(id, title, view, cell, otherColumns, otherRows, closed, left, beside, note);
        }
    }

    /**
     * One entry a row.
     *
     * @param unit place of the field that says whose line it is, where each line is a unit's return; or -1
     * @param period likewise
     * @param skips rows below the header that are no entries, by a cell of each
     */
    record Register(
            String id,
            String title,
            SheetView view,
            List<DraftLabel> fields,
            int bottom,
            int unit,
            int period,
            List<Spot> skips)
            implements DraftForm {

        @Override
        public Register named(String name) {
            return new Register(name, title, view, fields, bottom, unit, period, skips);
        }

        @Override
        public int top() {
            return fields.get(0).place().row();
        }

        Register with(List<DraftLabel> other) {
            return new Register(id, title, view, other, bottom, unit, period, skips);
        }
    }

    /** A row and a column of a sheet. */
    record Cross(int row, int column) {}
}
