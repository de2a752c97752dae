package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the labels of a protected sheet with one cell beside them that lets people in: a line of a cover whatever its
 * words are.
 */
final class OpenLines {

    private static final int LONGEST = 200;

    private final SheetView view;

    OpenLines(SheetView view) {
        this.view = view;
    }

    /** The labels, from above; none of a table that has figures under a header. */
    List<Spot> labels() {
        List<Spot> labels = new ArrayList<>();
        if (!view.isProtected() || !view.letsIn()) {
            return labels;
        }
        Map<Integer, List<Spot>> byColumn = new TreeMap<>();
        for (int row = 0; row < view.rows(); row++) {
            view.filled(row).stream().filter(this::isLine).forEach(label -> byColumn.computeIfAbsent(
                            label.column(), unused -> new ArrayList<>())
                    .add(label));
        }
        byColumn.values().stream().filter(lines -> !isGrid(lines)).forEach(labels::addAll);
        return labels;
    }

    private boolean isLine(Spot label) {
        if (!label.words() || !label.locked() || label.shown().length() > LONGEST) {
            return false;
        }
        Spot value = value(label);
        Spot next = view.origin(label.row(), view.right(value.row(), value.column()) + 1);
        return !value.locked() && value.formula() == null && next.locked();
    }

    private Spot value(Spot label) {
        return view.origin(label.row(), view.right(label.row(), label.column()) + 1);
    }

    /** Whether most of the cells take figures and have a word over them. */
    private boolean isGrid(List<Spot> labels) {
        Kinds kinds = new Kinds(view);
        long figures = labels.stream()
                .filter(label -> kinds.of(List.of(value(label)), label.shown(), null, false)
                        .number())
                .count();
        return figures * 2 > labels.size() && headed(value(labels.get(0)));
    }

    private boolean headed(Spot value) {
        int row = value.row() - 1;
        while (row > 0 && !view.at(row, value.column()).locked()) {
            row--;
        }
        return row >= 0 && view.origin(row, value.column()).words();
    }
}
