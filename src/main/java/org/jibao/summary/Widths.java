package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;

/** The columns that tables under one another share. */
final class Widths {
    private static final int SPARE = 64;

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
