package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which cells stand together: rows, columns and forms, each with its cells in order. */
record FormLines(List<Line> rows, List<Line> columns, List<Line> forms, Line all) {

    /** Cells that a mistake can spoil together. */
    record Line(SlipScope scope, int[] cells) {}

    static FormLines of(List<DeclaredCell> cells) {
        return new FormLines(
                lines(cells, SlipScope.ROW, cell -> List.of(cell.form(), cell.row())),
                lines(cells, SlipScope.COLUMN, cell -> List.of(cell.form(), cell.column())),
                lines(cells, SlipScope.FORM, DeclaredCell::form),
                new Line(SlipScope.RETURN, indexes(cells.size())));
    }

    private static int[] indexes(int size) {
        int[] all = new int[size];
        for (int i = 0; i < size; i++) {
            all[i] = i;
        }
        return all;
    }

    private static List<Line> lines(List<DeclaredCell> cells, SlipScope scope, Function<DeclaredCell, Object> key) {
        Map<Object, List<Integer>> grouped = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            grouped.computeIfAbsent(key.apply(cells.get(i)), any -> new ArrayList<>())
                    .add(i);
        }
        return grouped.values().stream()
                .filter(line -> line.size() > 1)
                .map(line -> new Line(
                        scope, line.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }
}
