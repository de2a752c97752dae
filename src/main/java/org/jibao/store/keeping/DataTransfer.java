package org.jibao.store.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.store.ConnectionSql;
import org.jibao.store.Contents;
import org.jibao.store.EntryTable;
import org.jibao.store.JobParameterTypes;
import org.jibao.store.ReferenceRows;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Takes the data of an attached store, which a stranger may have made, over into a fresh one of the same version. Nothing that
 * it defines is taken over or run: it is only held against what the fresh one has. What job folders define is known by its
 * form: the table of a register, a reference table, a table of figures, and a view that passes the gate for people's SQL.
 */
final class DataTransfer {

    /** What {@link EntryTable} and {@link ReferenceRows} make. */
    private static final Set<String> ENTRY_TYPES =
            Set.of("submission BIGINT", "sheet VARCHAR", "row INTEGER", "VARCHAR", "DATE", "DECIMAL(18,4)");

    private static final Set<String> REFERENCE_TYPES = Set.of("line INTEGER", "VARCHAR");

    private static final Pattern ENTRY_TABLE = Pattern.compile(EntryTable.name("") + "[a-z][a-z0-9_]*");

    /** A view whose name is an id, and which names no columns of its own. */
    private static final Pattern VIEW =
            Pattern.compile("CREATE VIEW \"returns\"\\.\"?[a-z][a-z0-9_]*\"? AS (?<select>.*?);?\\s*", Pattern.DOTALL);

    private final ConnectionSql sql;
    private final String from;
    private final String to;
    private final Catalogue fresh;
    private final Catalogue found;
    private final List<String> foreign = new ArrayList<>();

    /**
     * @param from the attached store
     * @param to the attached fresh one
     */
    DataTransfer(ConnectionSql sql, String from, String to) {
        this.sql = sql;
        this.from = from;
        this.to = to;
        this.fresh = Catalogue.of(sql, to);
        this.found = Catalogue.of(sql, from);
    }

    /**
     * Everything that is defined and is not ours, or that is ours and is not there; empty for a sound store. The tables that a
     * job folder has defined are then in the fresh store too, without rows.
     */
    List<String> foreign() {
        fresh.entries().stream()
                .filter(entry -> !found.names(entry))
                .map(entry -> "-" + entry.title())
                .sorted()
                .forEach(foreign::add);
        List<Catalogue.Entry> more = found.beyond(fresh);
        more.stream().filter(entry -> !isKnownByForm(entry)).forEach(this::refuse);
        // Until here nothing was bound. Only what has passed is looked into.
        if (foreign.isEmpty()) {
            more.stream()
                    .filter(entry -> entry.is("schema", "reference"))
                    .forEach(entry -> sql.execute("CREATE SCHEMA " + to + ".reference"));
            more.stream().filter(entry -> entry.kind().equals("table")).forEach(this::makeTwin);
            foreignParameters();
        }
        return foreign.stream().distinct().toList();
    }

    private void refuse(Catalogue.Entry entry) {
        foreign.add(entry.title());
    }

    private boolean isKnownByForm(Catalogue.Entry entry) {
        if (fresh.names(entry)) {
            return false;
        }
        return entry.is("schema", "reference")
                || entry.is("table", "reference")
                || entry.is("table", "mart")
                || entry.is("table", "intake")
                        && ENTRY_TABLE.matcher(entry.name()).matches()
                || entry.is("view", "returns") && passesTheGate(entry);
    }

    /** Only looked at: it is made anew from what the forms are called, or by the next run. */
    private boolean passesTheGate(Catalogue.Entry view) {
        Matcher parts = VIEW.matcher(view.definition());
        return parts.matches() && sql.people().refusals(parts.group("select")).isEmpty();
    }

    /** A table with the same columns and nothing else; where the two are not written alike, there was something else. */
    private void makeTwin(Catalogue.Entry table) {
        Rows columns = columns(table);
        boolean plain = columns.stream()
                .allMatch(column -> column.textOrNull("column_default") == null && isOfType(table, column));
        if (plain) {
            String select = names(columns) + " FROM " + place(from, table);
            sql.execute("CREATE TABLE " + place(to, table) + " AS SELECT " + select + " LIMIT 0");
            plain = Catalogue.of(sql, to).entries().contains(table);
        }
        if (!plain) {
            refuse(table);
        }
    }

    private static boolean isOfType(Catalogue.Entry table, Row column) {
        String type = column.text("data_type");
        String named = column.text("column_name") + " " + type;
        return switch (table.schema()) {
            case "intake" -> ENTRY_TYPES.contains(type) || ENTRY_TYPES.contains(named);
            case "reference" -> REFERENCE_TYPES.contains(type) || REFERENCE_TYPES.contains(named);
            default -> true;
        };
    }

    /** The job repository makes a value of each from its text, by the class that stands there. */
    private void foreignParameters() {
        JobParameterTypes.foreign(sql, from + ".batch")
                .forEach(type -> foreign.add("BATCH_JOB_EXECUTION_PARAMS " + type));
    }

    /** Copies every row, and compares the two. */
    @Nullable
    String run() {
        for (Catalogue.Entry table : found.tables()) {
            String columns = names(columns(table));
            sql.execute("DELETE FROM " + place(to, table));
            sql.execute("INSERT INTO %s (%s) SELECT %s FROM %s"
                    .formatted(place(to, table), columns, columns, place(from, table)));
        }
        comments();
        sequences();
        String difference = Contents.of(sql, from).difference(Contents.of(sql, to));
        // The next run writes what its job folder defines, views and all.
        sql.execute("UPDATE " + to + ".intake.job SET digest = ''");
        return difference;
    }

    /** A reference table's comment says whose it is. */
    private void comments() {
        sql.query(SqlText.read(Store.class, "keeping/comments"), from)
                .forEach(row -> sql.execute("COMMENT ON TABLE " + to + ".reference."
                        + SqlText.name(row.text("table_name")) + " IS " + SqlText.literal(row.text("comment"))));
    }

    private void sequences() {
        for (Row row : sql.query(SqlText.read(Store.class, "keeping/sequences"), from)) {
            Long last = row.countOrNull("last_value");
            if (last != null) {
                String name = to + "." + SqlText.name(row.text("schema_name")) + "."
                        + SqlText.name(row.text("sequence_name"));
                sql.execute("CREATE OR REPLACE SEQUENCE " + name + " START " + last);
                sql.query("SELECT nextval(" + SqlText.literal(name) + ")");
            }
        }
    }

    private Rows columns(Catalogue.Entry table) {
        return sql.query(SqlText.read(Store.class, "keeping/columns"), from, table.schema(), table.name());
    }

    private static String names(Rows columns) {
        return columns.stream()
                .map(column -> SqlText.name(column.text("column_name")))
                .collect(Collectors.joining(", "));
    }

    private static String place(String database, Catalogue.Entry table) {
        return database + "." + SqlText.name(table.schema()) + "." + SqlText.name(table.name());
    }

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
            return new Catalogue(sql.query(SqlText.read(Store.class, "keeping/catalogue"), database).stream()
                    .map(row -> new Entry(
                            row.text("kind"),
                            row.text("schema_name"),
                            row.text("name"),
                            ordered(row.textOr("definition", ""))))
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
}
