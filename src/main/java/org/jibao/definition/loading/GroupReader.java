package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jibao.definition.Figure.Breakdown;
import org.jibao.definition.Figure.CellSum;
import org.jibao.definition.Figure.Item;
import org.jibao.definition.Figure.Operand;
import org.jibao.definition.Figure.Term;
import org.jibao.definition.ReferenceTable;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows or columns of a breakdown together: a reference table says in its first column which row or column, and in another
 * one to which group it belongs. Columns {@code x_zh} and {@code x_en} hold the words of the groups in column {@code x}.
 */
final class GroupReader {

    private static final Wording WORDS = Wording.of(GroupReader.class);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,99}");

    private final Map<String, ReferenceTable> tables = new LinkedHashMap<>();

    GroupReader(List<ReferenceTable> tables) {
        tables.forEach(table -> this.tables.put(table.id(), table));
    }

    /** @param grouped such as {@code key_field_leads.lead}: a table and its column */
    Optional<Breakdown> grouped(Optional<Breakdown> each, Value grouped) {
        String text = grouped.text();
        List<String> known = columns();
        if (!known.contains(text)) {
            grouped.report(Suggestion.unknown("noun.reference-column", text, known));
            return Optional.empty();
        }
        if (each.isEmpty()) {
            return Optional.empty();
        }
        Breakdown breakdown = each.get();
        if (!breakdown.items().stream().allMatch(item -> item.numerator() instanceof CellSum)) {
            grouped.report(WORDS.text("figure.grouped-cells"));
            return Optional.empty();
        }
        ReferenceTable table = java.util.Objects.requireNonNull(tables.get(text.substring(0, text.indexOf('.'))));
        String column = text.substring(text.indexOf('.') + 1);
        List<Item> items = new ArrayList<>();
        members(breakdown, table, column, grouped).forEach((group, members) -> {
            if (!ID.matcher(group).matches()) {
                grouped.report(WORDS.text("figure.group-id", group, table.id()));
            }
            items.add(item(group, words(table, column, group), members));
        });
        return Optional.of(new Breakdown(breakdown.id(), breakdown.label(), items, null, breakdown.units()));
    }

    private List<String> columns() {
        return tables.values().stream()
                .flatMap(table -> table.columns().stream().skip(1).map(column -> table.id() + "." + column))
                .toList();
    }

    /** The items of each group, groups in the order of the table. */
    private static Map<String, List<Item>> members(
            Breakdown breakdown, ReferenceTable table, String column, Value grouped) {
        Map<String, String> groups = new LinkedHashMap<>();
        Map<String, List<Item>> members = new LinkedHashMap<>();
        for (ReferenceTable.Row row : table.rows()) {
            String id = cell(table, row, table.columns().get(0));
            String group = cell(table, row, column);
            if (id != null && group != null) {
                groups.putIfAbsent(id, group);
                members.putIfAbsent(group, new ArrayList<>());
            }
        }
        for (Item item : breakdown.items()) {
            String group = groups.get(item.id());
            if (group == null) {
                grouped.report(WORDS.text("figure.group-missing", table.id(), item.id(), column));
            } else {
                java.util.Objects.requireNonNull(members.get(group)).add(item);
            }
        }
        members.values().removeIf(List::isEmpty);
        return members;
    }

    private static Text words(ReferenceTable table, String column, String group) {
        for (ReferenceTable.Row row : table.rows()) {
            String zh = cell(table, row, column + "_zh");
            String en = cell(table, row, column + "_en");
            if (group.equals(cell(table, row, column)) && (zh != null || en != null)) {
                return new Text(zh == null ? group : zh, en == null ? group : en);
            }
        }
        return Text.same(group);
    }

    private static @Nullable String cell(ReferenceTable table, ReferenceTable.Row row, String column) {
        int index = table.columns().indexOf(column);
        return index < 0 || index >= row.cells().size() ? null : row.cells().get(index);
    }

    private static Item item(String id, Text label, List<Item> members) {
        boolean quotient = members.get(0).denominator() != null;
        return new Item(
                id, label, added(members, Item::numerator), quotient ? added(members, Item::denominator) : null);
    }

    private static CellSum added(List<Item> members, Function<Item, @Nullable Operand> side) {
        List<Term> terms = new ArrayList<>();
        BigDecimal constant = BigDecimal.ZERO;
        for (Item member : members) {
            if (side.apply(member) instanceof CellSum sum) {
                terms.addAll(sum.terms());
                constant = constant.add(sum.constant());
            }
        }
        return new CellSum(terms, constant);
    }
}
