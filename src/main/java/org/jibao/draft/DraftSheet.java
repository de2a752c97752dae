package org.jibao.draft;

import java.util.List;

/**
 * A sheet of the form that a draft was made from, and what was recognised on it.
 *
 * @param rows from the top, each with its cells from the left; at most {@link #MOST_ROWS} by {@link #MOST_COLUMNS}
 * @param columns how many columns are shown
 * @param cut whether the sheet is larger than what is shown
 */
public record DraftSheet(String name, List<SheetRow> rows, int columns, boolean cut) {

    /** Forms are printed on paper: one that is longer is shown by its beginning. */
    public static final int MOST_ROWS = 300;

    public static final int MOST_COLUMNS = 60;

    public DraftSheet {
        rows = List.copyOf(rows);
    }

    /** What a cell was taken for. */
    public enum Mark {
        NONE,
        /** A line of the cover, such as the name of the unit. */
        COVER_FIELD,
        ROW_LABEL,
        COLUMN_LABEL,
        /** The header of a column of a register. */
        REGISTER_COLUMN,
        /** A cell that is filled in. */
        ENTRY,
        /** A cell with a formula where an entry would be. */
        COMPUTED,
        /** A cell that takes nothing. */
        CLOSED
    }

    /** @param number as the sheet counts, from 1 */
    public record SheetRow(int number, List<SheetCell> cells) {

        public SheetRow {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell, or several that are merged.
     *
     * @param address such as {@code B5}
     * @param text as it is stored, with numbers of persons masked; empty for entries, whose values are the units' own
     * @param across columns that it covers
     * @param down rows that it covers
     * @param form id of the form it belongs to, or empty
     */
    public record SheetCell(String address, String text, int across, int down, Mark mark, String form) {}
}
