package org.jibao.store.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jibao.store.FiguresCopy;
import org.jibao.store.ResultLimit;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statements by chance, from a seed, over every function that the engine has: of those that pass the gate none writes, none
 * reads a file, and none says something else when it is asked again.
 */
class GrammarTest {

    private static final int STATEMENTS = 1_000;
    private static final String SECRET = "secret-in-a-file";
    private static final ResultLimit LIMIT = new ResultLimit(100_000, 1 << 26);

    private final Path folder;

    private final Random dice = new Random(23);

    GrammarTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void passesNothingThatWritesReadsFilesOrChanges() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), SECRET + "\n");
        try (Store store = FreshStore.open(folder.resolve("store/grammar.duckdb"))) {
            store.sql()
                    .execute(
                            "INSERT INTO intake.label SELECT 'j', 'f', 'row', '', 'r' || i, 'zh' || i, 'en' || i, i FROM range(50) t(i)");
            try (FiguresCopy copy = store.figures(() -> false)) {
                Grammar grammar = new Grammar(dice, functions(copy.store()), allowed(), secret);
                byte[] before = state(copy.store());
                List<String> files = files();
                int passed = 0;
                int answered = 0;
                for (int i = 0; i < STATEMENTS; i++) {
                    String sql = grammar.statement();
                    if (copy.store().sql().people().refusals(sql).isEmpty()) {
                        passed++;
                        String first = answer(copy.store(), sql);
                        assertFalse(first.contains(SECRET), sql);
                        assertEquals(first, answer(copy.store(), sql), sql);
                        answered += first.startsWith("refused") ? 0 : 1;
                    }
                }
                assertArrayEquals(before, state(copy.store()));
                assertEquals(files, files());
                assertTrue(passed >= 200 && answered >= 50, passed + " passed, " + answered + " answered");
            }
        }
    }

    private static List<String> functions(Store store) {
        return store.sql().query("SELECT DISTINCT function_name FROM duckdb_functions() ORDER BY 1").rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }

    private static List<String> allowed() {
        return AllowedFunctions.names("allowed-functions").stream().sorted().toList();
    }

    /** What the engine refuses by itself is an answer too, and must be the same again. */
    private static String answer(Store store, String sql) {
        try {
            Rows rows = store.sql().people().rows(sql, LIMIT);
            return rows.columns() + "\n" + rows.rows();
        } catch (RuntimeException refused) {
            return "refused " + refused.getMessage();
        }
    }

    private static byte[] state(Store store) {
        List<@Nullable Object> state = new ArrayList<>();
        store.sql()
                .query("SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE NOT internal ORDER BY ALL")
                .rows()
                .forEach(row -> {
                    state.add(row);
                    state.add(store.sql()
                            .query("FROM " + quoted(row.get(0)) + " ORDER BY ALL")
                            .rows());
                });
        state.add(store.sql()
                .query("SELECT sequence_name, last_value FROM duckdb_sequences() ORDER BY ALL")
                .rows());
        state.add(store.sql()
                .query("SELECT name, value FROM duckdb_settings() ORDER BY ALL")
                .rows());
        return state.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String quoted(@Nullable Object name) {
        String[] parts = String.valueOf(name).split("\\.", 2);
        return '"' + parts[0] + "\".\"" + parts[1] + '"';
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(Path::toString)
                    .filter(path -> !path.contains(".tmp"))
                    .sorted()
                    .toList();
        }
    }

    /** A small grammar of SELECT, good and evil. */
    private record Grammar(Random dice, List<String> functions, List<String> allowed, Path secret) {

        String statement() {
            String select = query(3);
            return switch (dice.nextInt(20)) {
                case 0 -> select + "; " + evil();
                case 1 -> evil();
                case 2 -> "WITH c AS (" + query(1) + ") " + select;
                case 3 -> select + " UNION ALL " + query(1);
                default -> select;
            };
        }

        private String evil() {
            return pick(List.of(
                    "UPDATE intake.label SET zh = 'x'",
                    "DELETE FROM intake.label",
                    "COPY (SELECT 1) TO '" + secret + ".out'",
                    "ATTACH '" + secret + ".db' AS other",
                    "SET threads = 1",
                    "CREATE TABLE mart.evil AS SELECT 1",
                    "WITH x AS (DELETE FROM intake.label RETURNING 1) FROM x",
                    "INSERT INTO intake.label (id) VALUES ('x')",
                    "CALL pragma_version()"));
        }

        private String query(int depth) {
            StringBuilder sql = new StringBuilder("SELECT " + expression(depth) + " AS a, " + expression(depth));
            sql.append(" FROM ").append(source(depth));
            if (dice.nextBoolean()) {
                sql.append(" WHERE ").append(expression(depth)).append(" IS NOT NULL");
            }
            if (dice.nextInt(4) == 0) {
                sql.append(" ORDER BY ALL LIMIT ").append(expression(0));
            }
            return sql.toString();
        }

        private String source(int depth) {
            return switch (dice.nextInt(depth > 0 ? 42 : 39)) {
                case 0 -> "'" + secret + "'";
                case 1 -> "read_text('" + secret + "')";
                case 2 -> quoted(pick(functions)) + "('" + secret + "')";
                case 3 -> "range(3) AS t(id)";
                case 40 -> "(" + query(depth - 1) + ") AS s(id, zh)";
                case 41 -> "intake.label, LATERAL (" + query(depth - 1) + ") AS l";
                default -> "intake.label";
            };
        }

        private String expression(int depth) {
            if (depth == 0 || dice.nextInt(4) == 0) {
                return pick(List.of(
                        "id",
                        "position",
                        "zh",
                        "1",
                        "'x'",
                        "'" + secret + "'",
                        "NULL",
                        "DATE '2026-01-31'",
                        "[1, 2]",
                        "{'a': 1}",
                        "2.5",
                        "true",
                        "INTERVAL 1 MONTH"));
            }
            return switch (dice.nextInt(12)) {
                case 0 -> "(SELECT " + expression(depth - 1) + " FROM " + source(0) + " LIMIT 1)";
                case 1 -> "CASE WHEN true THEN " + expression(depth - 1) + " END";
                case 2 -> "list_transform([1], lambda x: " + expression(depth - 1) + ")";
                case 3 ->
                    "try_cast(" + expression(depth - 1) + " AS " + pick(List.of("VARCHAR", "DATE", "INTEGER")) + ")";
                default -> call(depth);
            };
        }

        private String call(int depth) {
            List<String> arguments = new ArrayList<>();
            for (int i = dice.nextInt(3); i > 0; i--) {
                arguments.add(expression(depth - 1));
            }
            String window = dice.nextInt(12) == 0 ? " OVER (ORDER BY id)" : "";
            // Most by names that pass, so that enough statements do; every name of the engine comes up all the same.
            String name = dice.nextInt(8) == 0 ? pick(functions) : pick(allowed);
            return quoted(name) + "(" + String.join(", ", arguments) + ")" + window;
        }

        private static String quoted(String name) {
            return '"' + name + '"';
        }

        private String pick(List<String> of) {
            return of.get(dice.nextInt(of.size()));
        }
    }
}
