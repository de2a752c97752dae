package org.jibao.reading.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The merged ranges of a long sheet, found by row. */
public final class MergedRanges {

    private static final int BLOCK_BITS = 6;

    /** A range over more rows than these is looked at for every row; there are few. */
    private static final int TALL = 1 << (BLOCK_BITS + 2);

    private final Map<Integer, List<MergedRange>> blocks = new HashMap<>();
    private final List<MergedRange> tall = new ArrayList<>();

    public void add(MergedRange range) {
        if (range.bottom() - range.top() > TALL) {
            tall.add(range);
            return;
        }
        for (int block = range.top() >> BLOCK_BITS; block <= range.bottom() >> BLOCK_BITS; block++) {
            blocks.computeIfAbsent(block, key -> new ArrayList<>()).add(range);
        }
    }

    /** The row without cells that Excel does not show. */
    Row shown(Row row) {
        List<MergedRange> near = blocks.getOrDefault(row.index() >> BLOCK_BITS, List.of());
        if (near.isEmpty() && tall.isEmpty()) {
            return row;
        }
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.removeIf(cell -> covered(near, cell) || covered(tall, cell));
        return new Row(row.index(), cells, row.hidden());
    }

    private static boolean covered(List<MergedRange> ranges, Cell cell) {
        for (MergedRange range : ranges) {
            if (range.covers(cell.row(), cell.column())) {
                return true;
            }
        }
        return false;
    }
}
