package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.Label;
import org.jibao.definition.ReferenceTable;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/** {@code labels} of a breakdown: the values of a register's field, or the lines of a reference table. */
final class ItemLabels {

    private static final Wording WORDS = Wording.of(ItemLabels.class);

    private final EntriesReader entries;
    private final List<ReferenceTable> references;

    ItemLabels(EntriesReader entries, List<ReferenceTable> references) {
        this.entries = entries;
        this.references = List.copyOf(references);
    }

    /** The parts in their order, and last what has none of these values; none where the labels cannot be read, which is reported. */
    List<Item> items(Value given) {
        String name = given.text();
        Optional<List<Label>> values = entries.values(name);
        Optional<ReferenceTable> table =
                references.stream().filter(one -> one.id().equals(name)).findFirst();
        List<Item> items = new ArrayList<>();
        if (values.isPresent()) {
            values.get().forEach(value -> items.add(new Item(value.id(), value.text(), null, null)));
        } else if (table.isPresent()) {
            items.addAll(items(given, table.get()));
        } else if (!name.isEmpty()) {
            given.report(Suggestion.unknown(
                    "noun.labels",
                    name,
                    references.stream().map(ReferenceTable::id).toList()));
        }
        if (!items.isEmpty()) {
            items.add(new Item("", WORDS.text("figure.not-stated"), null, null));
        }
        return items;
    }

    /** The first column is the value; the words stand in {@code zh} and {@code en}, or in {@code label}. */
    private static List<Item> items(Value given, ReferenceTable table) {
        int label = table.columns().indexOf("label");
        int zh = Math.max(label, table.columns().indexOf("zh"));
        int en = Math.max(label, table.columns().indexOf("en"));
        if (zh < 0 || en < 0) {
            given.report(WORDS.text("figure.labels-need-words", table.id()));
            return List.of();
        }
        return table.rows().stream()
                .filter(row -> row.cells().get(0) != null)
                .map(row -> new Item(
                        word(row.cells().get(0)),
                        new Text(word(row.cells().get(zh)), word(row.cells().get(en))),
                        null,
                        null))
                .toList();
    }

    private static String word(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
