package org.jibao.store.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.support.SqlText;

/**
 * All that an attached database defines: schemas, tables, views, macros, sequences, indexes, types and triggers, each as the
 * engine writes it. It is read without running or binding any of it.
 */
record Catalogue(Set<Entry> entries) {

    /** The engine keeps these lists without an order, and writes them in another one each time. */
    private static final Pattern UNORDERED = Pattern.compile("\\* (?:EXCLUDE|REPLACE) \\(");

    Catalogue {
        entries = Set.copyOf(entries);
    }

    /**
     * One thing that is defined.
     *
     * @param kind schema, table, view, macro, sequence, index, type or trigger
     * @param name empty for a schema
     */
    record Entry(String kind, String schema, String name, String definition) {

        /** As people call it: {@code view returns.submission}. */
        String title() {
            return kind + " " + schema + (name.isEmpty() ? "" : "." + name);
        }

        boolean is(String ofKind, String inSchema) {
            return kind.equals(ofKind) && schema.equals(inSchema);
        }
    }

    static Catalogue of(Sql sql, String database) {
        return new Catalogue(sql.query(SqlText.read(Store.class, "keeping/catalogue"), database).rows().stream()
                .map(row -> new Entry(
                        String.valueOf(row.get(0)),
                        String.valueOf(row.get(1)),
                        String.valueOf(row.get(2)),
                        ordered(String.valueOf(row.get(3)))))
                .collect(Collectors.toSet()));
    }

    /** What the other has not, or has otherwise; in the order of names. */
    List<Entry> beyond(Catalogue other) {
        return entries.stream()
                .filter(entry -> !other.entries.contains(entry))
                .sorted(java.util.Comparator.comparing(Entry::title).thenComparing(Entry::definition))
                .toList();
    }

    /** Whether something of this kind and name is defined, however. */
    boolean names(Entry entry) {
        return entries.stream().anyMatch(own -> own.title().equals(entry.title()));
    }

    List<Entry> tables() {
        return entries.stream()
                .filter(entry -> entry.kind().equals("table"))
                .sorted(java.util.Comparator.comparing(Entry::title))
                .toList();
    }

    /** The same definition, with what has no order in the order of its letters. */
    static String ordered(String definition) {
        StringBuilder text = new StringBuilder();
        Matcher list = UNORDERED.matcher(definition);
        int at = 0;
        while (list.find(at)) {
            List<String> items = new ArrayList<>();
            int end = items(definition, list.end(), items);
            text.append(definition, at, list.end());
            text.append(items.stream().map(Catalogue::ordered).sorted().collect(Collectors.joining(", ")));
            at = end;
        }
        return text.append(definition, at, definition.length()).toString();
    }

    /** The items of a list up to the bracket that ends it, whose place is the result. */
    private static int items(String text, int begin, List<String> into) {
        int depth = 0;
        int start = begin;
        for (int at = begin; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '\'' || letter == '"') {
                int closing = text.indexOf(letter, at + 1);
                at = closing < 0 ? text.length() : closing;
            } else if (letter == '(') {
                depth++;
            } else if (depth == 0 && (letter == ',' || letter == ')')) {
                into.add(text.substring(start, at).strip());
                start = at + 1;
                if (letter == ')') {
                    return at;
                }
            } else if (letter == ')') {
                depth--;
            }
        }
        into.add(text.substring(start));
        return text.length();
    }
}
