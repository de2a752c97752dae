package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;

/** The forms that stand on one sheet beside a form: where it ends, and which rows are theirs. */
public final class Neighbours {

    private final FormPlace own;
    private final Header header;
    private final List<FormPlace> others;

    /** The lowest row of the header block, which other forms may share: a grid's column under a register's. */
    private final int bottom;

    /** Forms that have their column labels in the same block. */
    private final List<FormPlace> sharing = new ArrayList<>();

    public Neighbours(FormPlace own, Header header, List<FormPlace> places) {
        this.own = own;
        this.header = header;
        this.others = places.stream()
                .filter(place -> place != own && place.sheet() == own.sheet() && place.header() != null)
                .toList();
        this.bottom = block();
    }

    private int block() {
        int lowest = header.bottom();
        for (boolean grown = true; grown; ) {
            grown = false;
            for (FormPlace other : others) {
                Header next = other.header();
                if (next != null
                        && !sharing.contains(other)
                        && next.top() >= header.top()
                        && next.top() <= lowest + 1) {
                    sharing.add(other);
                    lowest = Math.max(lowest, next.bottom());
                    grown = true;
                }
            }
        }
        return lowest;
    }

    /** The last row before the next form below. A form that stands beside this one, in other columns, does not end it. */
    public int lastRow() {
        int last = Integer.MAX_VALUE;
        for (FormPlace other : others) {
            Header next = other.header();
            if (next != null && next.top() > bottom && !sharing.contains(other) && !isBeside(other, next)) {
                last = Math.min(last, next.top() - 1);
            }
        }
        return last;
    }

    private boolean isBeside(FormPlace other, Header next) {
        int ownFirst = own.firstColumn(header);
        int otherFirst = other.firstColumn(next);
        return otherFirst > header.lastColumn() || next.lastColumn() < ownFirst;
    }

    /** The lowest header row of a form further up, or -1. */
    public int above() {
        int lowest = -1;
        for (FormPlace other : others) {
            Header next = other.header();
            if (next != null && next.bottom() < header.top() && !isBeside(other, next)) {
                lowest = Math.max(lowest, next.bottom());
            }
        }
        return lowest;
    }

    /** Whether all cells of a row stand in the columns of forms beside this one. */
    public boolean isBeside(CellRow row) {
        return !others.isEmpty()
                && row.cells().stream().allMatch(cell -> others.stream().anyMatch(other -> {
                    Header next = other.header();
                    return next != null
                            && isBeside(other, next)
                            && row.index() > next.bottom()
                            && cell.column() >= other.firstColumn(next)
                            && cell.column() <= next.lastColumn();
                }));
    }

    /** Rows below the form's header that are another form's: its column labels in the same block, and its row labels. */
    public Set<Integer> rows() {
        Set<Integer> rows = new HashSet<>();
        for (FormPlace other : others) {
            Header next = other.header();
            if (next == null) {
                continue;
            }
            for (int row = next.top(); sharing.contains(other) && row <= next.bottom(); row++) {
                rows.add(row);
            }
            for (Choice choice : other.rows(next)) {
                Cell label = choice.cell();
                if (label != null && choice.rival() == null) {
                    rows.add(label.row());
                }
            }
        }
        return rows;
    }
}
