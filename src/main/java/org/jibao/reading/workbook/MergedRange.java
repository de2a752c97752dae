package org.jibao.reading.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cells that Excel shows as one, with the content of the first; 0-based, all bounds included. */
public record MergedRange(int top, int left, int bottom, int right) {

    private static final int LARGEST = 1 << 24;

    /** Reads {@code B2:D5}, with or without dollar signs; null where it is no range. */
    static @Nullable public MergedRange of(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return null;
        }
        String first = reference.substring(0, colon);
        String second = reference.substring(colon + 1);
        int[] bounds = {row(first), column(first), row(second), column(second)};
        for (int bound : bounds) {
            if (bound < 0) {
                return null;
            }
        }
        return new MergedRange(
                Math.min(bounds[0], bounds[2]),
                Math.min(bounds[1], bounds[3]),
                Math.max(bounds[0], bounds[2]),
                Math.max(bounds[1], bounds[3]));
    }

    /** The column of a reference such as {@code D14}, 0-based; -1 where it names none. */
    public static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column < LARGEST; i++) {
            char sign = reference.charAt(i);
            if (sign >= 'A' && sign <= 'Z') {
                column = column * 26 + sign - 'A' + 1;
            } else if (sign >= 'a' && sign <= 'z') {
                column = column * 26 + sign - 'a' + 1;
            } else if (sign != '$') {
                break;
            }
        }
        return column - 1;
    }

    private static int row(String reference) {
        int row = 0;
        for (int i = 0; i < reference.length() && row < LARGEST; i++) {
            char sign = reference.charAt(i);
            if (sign >= '0' && sign <= '9') {
                row = row * 10 + sign - '0';
            }
        }
        return row - 1;
    }

    /** Whether Excel does not show what this cell holds. */
    boolean covers(int row, int column) {
        return row >= top && row <= bottom && column >= left && column <= right && (row != top || column != left);
    }

    boolean isOneCell() {
        return top == bottom && left == right;
    }

    /** The merged ranges of a long sheet, found by row. */
    public static final class MergedRanges {

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
        CellRow shown(CellRow row) {
            List<MergedRange> near = blocks.getOrDefault(row.index() >> BLOCK_BITS, List.of());
            if (near.isEmpty() && tall.isEmpty()) {
                return row;
            }
            List<Cell> cells = new ArrayList<>(row.cells());
            cells.removeIf(cell -> covered(near, cell) || covered(tall, cell));
            return new CellRow(row.index(), cells, row.hidden());
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
}
