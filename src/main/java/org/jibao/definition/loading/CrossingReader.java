package org.jibao.definition.loading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jibao.definition.GridForm.Crossing;
import org.jibao.definition.Label;
import org.jibao.finding.Wording;

/** Cells of a grid by name: {@code [letters.closed, "total.*"]}, in which a star is every row or every column. */
final class CrossingReader {

    private static final Wording WORDS = Wording.of(CrossingReader.class);
    private static final String EVERY = "*";

    private CrossingReader() {}

    static Set<Crossing> read(Value list, List<Label> rows, List<Label> columns) {
        Set<Crossing> crossings = new LinkedHashSet<>();
        for (Value item : list.items()) {
            String text = item.text();
            int point = text.indexOf('.');
            if (point < 0 || text.equals("*.*")) {
                item.report(WORDS.text("form.not-a-crossing", text));
                continue;
            }
            List<String> rowIds = ids(item, "noun.row", text.substring(0, point), rows);
            List<String> columnIds = ids(item, "noun.column", text.substring(point + 1), columns);
            rowIds.forEach(row -> columnIds.forEach(column -> crossings.add(new Crossing(row, column))));
        }
        return crossings;
    }

    /** Either all columns have a header or none has. */
    static void reportBeside(Value list, List<Label> columns) {
        Set<Integer> places = new LinkedHashSet<>();
        columns.forEach(column -> places.add(column.placing().beside()));
        boolean none = places.size() == 1 && places.contains(0);
        if (!none && (places.contains(0) || places.size() < columns.size())) {
            list.report(WORDS.text("form.beside-all"));
        }
    }

    private static List<String> ids(Value item, String noun, String name, List<Label> labels) {
        List<String> all = labels.stream().map(Label::id).toList();
        if (name.equals(EVERY)) {
            return all;
        }
        if (!all.contains(name)) {
            item.report(Suggestion.unknown(noun, name, all));
            return List.of();
        }
        return List.of(name);
    }
}
