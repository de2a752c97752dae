package org.jibao.store.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.gate.SqlGate.Refusal;
import org.jibao.store.gate.SqlGate.Size;
import org.jspecify.annotations.Nullable;

/** Walks through the tree of one statement, every object of it, and gathers what is not allowed. */
final class StatementWalk {

    private static final Wording WORDS = Wording.of(StatementWalk.class);
    private static final Set<String> QUERIES = Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE");

    private static final Set<String> SOURCES =
            Set.of("BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "EMPTY", "PIVOT", "SHOW_REF");

    /** What sorts and limits, and each key by which is sorted. */
    private static final Set<String> MODIFIERS = Set.of(
            "ORDER_MODIFIER",
            "LIMIT_MODIFIER",
            "LIMIT_PERCENT_MODIFIER",
            "DISTINCT_MODIFIER",
            "ORDER_DEFAULT",
            "ASCENDING",
            "DESCENDING");

    private static final Set<String> SCHEMAS = Set.of("returns", "mart", "reference", "intake", "outlook");

    private static final Pattern TABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /** Of a table that is not there, the engine would look for a file of that name. */
    private static final Set<String> FILE_ENDINGS = Set.of(
            "csv", "tsv", "txt", "json", "jsonl", "ndjson", "parquet", "db", "ddb", "duckdb", "gz", "zst", "xlsx");

    private final ToIntFunction<@Nullable Object> lines;
    private final Size size = new Size();
    private final Set<Refusal> refusals = new LinkedHashSet<>();
    private @Nullable Long place;

    /** @param lines the line of a place in the statement */
    StatementWalk(ToIntFunction<@Nullable Object> lines) {
        this.lines = lines;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    void query(Tree statement) {
        visit(statement.members(), Scope.NONE);
        size.excess().ifPresent(this::refuse);
    }

    private void visit(@Nullable Object value, Scope scope) {
        if (value instanceof List<?> list) {
            list.forEach(one -> visit(one, scope));
        } else if (value instanceof Map<?, ?> map) {
            Tree tree = new Tree(map);
            size.count(tree);
            if (map.get("query_location") instanceof Long known) {
                place = known;
            }
            object(tree, scope);
        }
    }

    private void object(Tree tree, Scope scope) {
        if (tree.has("class")) {
            new ExpressionCheck(this::refuse).check(tree);
            members(tree, scope);
        } else if (tree.has("cte_map")) {
            subquery(tree, scope);
        } else {
            String type = tree.text("type");
            boolean source = tree.has("query_location");
            if (!type.isEmpty() && !(source ? SOURCES : MODIFIERS).contains(type)) {
                refuse(WORDS.text("gate.syntax", type));
            }
            if (source) {
                source(tree, scope);
            } else {
                members(tree, scope);
            }
        }
    }

    private void members(Tree tree, Scope scope) {
        if (tree.has("sample")) {
            refuse(WORDS.text("gate.sample"));
        }
        tree.members().values().forEach(member -> visit(member, scope));
    }

    /**
     * A query sees what those before it in its WITH are called; only a recursive one sees itself, in its second half.
     */
    private void subquery(Tree query, Scope outer) {
        if (!QUERIES.contains(query.text("type"))) {
            refuse(WORDS.text("gate.syntax", query.text("type")));
        }
        Scope scope = outer;
        for (Object entry : query.at("cte_map").list("map")) {
            Tree named = Tree.of(entry);
            String name = named.text("key");
            Tree value = named.at("value");
            Scope inside = scope;
            Tree body = value.at("query_node");
            if (body.text("type").equals("RECURSIVE_CTE_NODE")) {
                recursive(body, inside, inside.with(name));
            } else {
                visit(value.get("query_node"), inside);
            }
            others(value, "query_node").forEach(member -> visit(member, inside));
            scope = scope.with(name);
        }
        if (query.has("sample")) {
            refuse(WORDS.text("gate.sample"));
        }
        Scope inner = scope;
        others(query, "cte_map").forEach(member -> visit(member, inner));
    }

    private void recursive(Tree body, Scope outside, Scope inside) {
        visit(body.get("left"), outside);
        visit(body.get("right"), inside);
        others(body, "left").stream()
                .filter(member -> member != body.get("right"))
                .forEach(member -> visit(member, inside));
    }

    private static List<Object> others(Tree tree, String handled) {
        List<Object> others = new ArrayList<>();
        tree.members().forEach((name, member) -> {
            if (member != null && !handled.equals(name)) {
                others.add(member);
            }
        });
        return others;
    }

    private void source(Tree source, Scope scope) {
        switch (source.text("type")) {
            case "BASE_TABLE" -> table(source, scope);
            case "TABLE_FUNCTION" -> {
                tableFunction(source.at("function"));
                visit(source.at("function").get("arguments"), scope);
                others(source, "function").forEach(member -> visit(member, scope));
                return;
            }
            case "PIVOT" -> pivot(source);
            case "SHOW_REF" -> {
                if (!source.text("show_type").equals("DESCRIBE") || !source.has("query")) {
                    refuse(WORDS.text("gate.syntax", source.text("show_type")));
                }
            }
            default -> {}
        }
        members(source, scope);
    }

    private void table(Tree source, Scope scope) {
        List<String> path = source.path();
        boolean known =
                switch (path.size()) {
                    case 1 -> scope.has(path.get(0));
                    case 2 -> SCHEMAS.contains(path.get(0).toLowerCase(Locale.ROOT)) && isTable(path.get(1));
                    default -> false;
                };
        if (!known) {
            refuse(WORDS.text("gate.table", String.join(".", path)));
        }
        if (source.has("at_clause")) {
            refuse(WORDS.text("gate.syntax", "AT"));
        }
    }

    private static boolean isTable(String name) {
        return TABLE.matcher(name).matches() && !FILE_ENDINGS.contains(name.toLowerCase(Locale.ROOT));
    }

    private void tableFunction(Tree function) {
        List<String> path = function.path();
        boolean known = path.size() == 1 && AllowedFunctions.hasTable(path.get(0))
                || path.size() == 2 && AllowedFunctions.hasTableMacro(path.get(0), path.get(1));
        if (!known) {
            refuse(WORDS.text("gate.table-function", String.join(".", path)));
        }
    }

    private void pivot(Tree source) {
        for (Object pivot : source.list("pivots")) {
            if (!Tree.of(pivot).text("pivot_enum").isEmpty()) {
                refuse(WORDS.text("gate.syntax", "PIVOT IN " + Tree.of(pivot).text("pivot_enum")));
            }
        }
    }

    private void refuse(Text text) {
        refusals.add(new Refusal(place == null ? 1 : lines.applyAsInt(place), text));
    }

    /** The names that WITH has given to queries, as seen from one place of a statement. */
    record Scope(Set<String> names) {

        static final Scope NONE = new Scope(Set.of());

        Scope with(String name) {
            Set<String> more = new HashSet<>(names);
            more.add(name.toLowerCase(Locale.ROOT));
            return new Scope(more);
        }

        boolean has(String name) {
            return names.contains(name.toLowerCase(Locale.ROOT));
        }
    }
}
