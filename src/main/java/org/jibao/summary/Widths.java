package org.jibao.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jibao.workbook.Paper;

/** The columns that tables under one another share. */
final class Widths {
    private static final int SPARE = 64;
    private static final double READABLE = 1.25;
    private static final int SHRINK = 8;

    private Widths() {}

    /** Each column as wide as any of the tables needs it. */
    static List<Integer> widest(TableShape shape, List<ShownTable> tables) {
        List<Integer> widths = new ArrayList<>();
        for (ShownTable table : tables) {
            List<Integer> needed = shape.widths(table);
            for (int i = 0; i < needed.size(); i++) {
                if (i < widths.size()) {
                    widths.set(i, Math.max(widths.get(i), needed.get(i)));
                } else {
                    widths.add(needed.get(i));
                }
            }
        }
        return widths;
    }

    /** The most pixels that are still read well once they are shrunk to one page. */
    static int readable(boolean portrait) {
        return (int) (Paper.width(portrait) * READABLE);
    }

    /** As {@link #widest}, with long texts wrapped where the sheet would become too wide to read on one page. */
    static List<Integer> shared(TableShape shape, List<ShownTable> tables, boolean portrait) {
        List<Integer> widths = widest(shape, tables);
        List<Integer> least = new ArrayList<>(Collections.nCopies(widths.size(), 0));
        for (ShownTable table : tables) {
            List<Integer> needed = shape.least(table);
            for (int i = 0; i < needed.size(); i++) {
                least.set(i, Math.max(least.get(i), needed.get(i)));
            }
        }
        while (sum(widths) > readable(portrait) && shrink(widths, least)) {}
        return widths;
    }

    /** Takes a little from the column that has most to spare. */
    private static boolean shrink(List<Integer> widths, List<Integer> least) {
        int roomiest = 0;
        for (int i = 1; i < widths.size(); i++) {
            if (widths.get(i) - least.get(i) > widths.get(roomiest) - least.get(roomiest)) {
                roomiest = i;
            }
        }
        int spare = widths.get(roomiest) - least.get(roomiest);
        widths.set(roomiest, widths.get(roomiest) - Math.min(spare, SHRINK));
        return spare > 0;
    }

    /** Spare columns up to a width. */
    static List<Integer> fill(List<Integer> widths, int least) {
        List<Integer> filled = new ArrayList<>(widths);
        for (int total = sum(widths); total < least; total += SPARE) {
            filled.add(Math.min(SPARE, least - total));
        }
        return filled;
    }

    static int sum(List<Integer> widths) {
        return widths.stream().mapToInt(Integer::intValue).sum();
    }
}
