package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.store.gate.SqlGate;
import org.jibao.testkit.Guides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code src/docs/sql-functions.md} against the list of functions that are ours, and its examples against the store. */
class SqlFunctionsDocumentTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### `(\\w+)`$");
    private static final String TABLE_MACROS = "standing_at finding_at";

    private final String document = Guides.text("sql-functions.md");

    @Test
    void describesEveryFunctionOfOurs() throws IOException {
        TreeSet<String> expected = new TreeSet<>(ours());
        assertEquals(17, expected.size());
        expected.addAll(List.of(TABLE_MACROS.split(" ")));
        TreeSet<String> described = HEADING.matcher(document)
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, described);
    }

    /** Each line of SQL has its result behind it, and passes the gate for people's SQL. */
    @Test
    void saysWhatItsExamplesGive(@TempDir Path folder) {
        List<String> wrong = new ArrayList<>();
        List<String> examples = Guides.code(document, "sql");
        try (Store store = Store.open(folder.resolve("jibao.duckdb"), StoreSettings.DEFAULT)) {
            for (String example : examples) {
                String[] parts = example.split(" +-- ", 2);
                assertEquals(2, parts.length, example);
                String result = Objects.toString(store.sql()
                        .people()
                        .rows(parts[0], ResultLimit.ofSheet())
                        .single());
                if (!result.equals(parts[1])) {
                    wrong.add(parts[0] + " gives " + result);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(examples.size() >= ours(document).size(), "an example for each function");
    }

    /** The lines of the list below the headings that say so. */
    private static List<String> ours() throws IOException {
        try (var list = Objects.requireNonNull(SqlGate.class.getResourceAsStream("allowed-functions.txt"))) {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf("# Ours"))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static List<String> ours(String document) {
        return HEADING.matcher(document)
                .results()
                .map(heading -> heading.group(1))
                .toList();
    }
}
