package org.jibao.reading.workbook;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * One sheet: its rows that hold anything, from top to bottom.
 *
 * @param name the sheet's own name in the file
 * @param rows all of them, or the first ones of a long sheet: its labels stand in these
 * @param more the others, or null
 * @param hidden whether Excel does not show the sheet
 * @param hiddenColumns the columns that Excel does not show, 0-based
 */
public record SheetCells(
        String name, List<CellRow> rows, @Nullable LongSheet more, boolean hidden, BitSet hiddenColumns) {

    public SheetCells(String name, List<CellRow> rows, @Nullable LongSheet more) {
        this(name, rows, more, false, new BitSet());
    }

    /** The position in {@link #rows()} of the first row at or below an index. */
    public int position(int rowIndex) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).index() < rowIndex) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Nullable
    public CellRow row(int rowIndex) {
        int position = position(rowIndex);
        return position < rows.size() && rows.get(position).index() == rowIndex ? rows.get(position) : null;
    }

    @Nullable
    public Cell at(int rowIndex, int column) {
        CellRow row = row(rowIndex);
        return row == null ? null : row.at(column);
    }

    int lastRow() {
        return rows.isEmpty() ? -1 : rows.get(rows.size() - 1).index();
    }

    /** The rows of a sheet that is too long to be held. */
    public interface LongSheet {

        /**
         * Gives the rows that hold anything and come after those that are held, from top to bottom. May be called once or often.
         *
         * @throws IOException or SAXException where the sheet is damaged further down
         */
        void rest(Consumer<CellRow> taker) throws IOException, SAXException;
    }
}
