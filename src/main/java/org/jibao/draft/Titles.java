package org.jibao.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands over a table: its title, and the unit of its figures. */
final class Titles {

    private static final int FARTHEST = 6;
    private static final int LONGEST = 60;

    private final SheetView view;
    private final int above;

    /** @param above the last row of the table before, or -1 */
    Titles(SheetView view, int above) {
        this.view = view;
        this.above = above;
    }

    /** The words of the nearest row above that holds a title; the sheet's name where there is none. */
    String of(int top, int left, int right) {
        for (int row = top - 1; row > above && row >= top - FARTHEST; row--) {
            List<Spot> filled = view.filled(row);
            for (Spot spot : filled) {
                boolean over = spot.column() <= right && view.right(row, spot.column()) >= left;
                boolean first = spot.equals(filled.get(0));
                String words = withoutUnit(spot.shown());
                boolean title = spot.words()
                        && words.length() <= LONGEST
                        && words.indexOf('*') < 0
                        && !Pairs.isPair(words)
                        && Kinds.known(words) == null
                        && !Vocabulary.NOTE.begins(words);
                if (over && first && title) {
                    return words;
                }
            }
        }
        return view.name();
    }

    /** Without the unit in brackets at its end. */
    private static String withoutUnit(String words) {
        int open = Math.max(words.lastIndexOf('（'), words.lastIndexOf('('));
        boolean unit = open > 0 && Kinds.unit(words.substring(open)) != null;
        return unit ? words.substring(0, open).strip() : words;
    }

    /**
     * The units that cells above state: {@code 单位：件；平均办理工作日：天}.
     *
     * @param whole of the table, or null
     * @param own of single columns, by their words
     */
    record Stated(@Nullable String whole, Map<String, String> own) {

        @Nullable
        String of(String words) {
            return own.getOrDefault(Vocabulary.plain(words), whole == null ? "" : whole)
                            .isEmpty()
                    ? null
                    : own.getOrDefault(Vocabulary.plain(words), whole);
        }
    }

    Stated units(int top) {
        for (int row = top - 1; row > above && row >= top - FARTHEST; row--) {
            for (Spot spot : view.filled(row)) {
                Stated stated = spot.words() ? stated(spot.shown()) : null;
                if (stated != null) {
                    return stated;
                }
            }
        }
        return new Stated(null, Map.of());
    }

    private static @Nullable Stated stated(String words) {
        String whole = null;
        Map<String, String> own = new HashMap<>();
        for (String part : words.split("[；;]", -1)) {
            for (Pairs.Pair pair : Pairs.in(part)) {
                String unit = Kinds.known(pair.value());
                if (unit != null && Vocabulary.MEASURE.is(pair.label())) {
                    whole = unit;
                } else if (unit != null && whole != null) {
                    List.of(pair.label().split("[、，,]", -1)).forEach(label -> own.put(Vocabulary.plain(label), unit));
                }
            }
        }
        int open = Math.max(words.lastIndexOf('（'), words.lastIndexOf('('));
        if (whole == null && open >= 0 && words.length() <= LONGEST) {
            whole = Kinds.unit(words.substring(open));
        }
        return whole == null ? null : new Stated(whole, own);
    }
}
