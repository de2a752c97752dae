package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long results of people's SQL, whose texts are read once each. */
final class RepeatedTextsTest {

    /** Three pages. */
    private static final int ROWS = 45_000;

    private static final String LONG_RESULT = """
            SELECT
                CASE n % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN '城关镇' ELSE 'a "quoted" 100%% name' END AS few,
                'text ' || n AS many,
                n AS number,
                (n / 8)::DECIMAL(18, 3) AS decimal,
                CASE WHEN n % 2 = 0 THEN ['x', 'y'] END AS list,
                NULL::VARCHAR AS none,
                chr((65 + n % 26)::INTEGER) AS few
            FROM range(45000) AS rows(n)
            ORDER BY n""".replace("%%", "%");

    private final Path folder;

    RepeatedTextsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesEveryValueOfALongResult() {
        try (Store store = Store.openForFigures(folder.resolve("texts.duckdb"), StoreSettings.DEFAULT)) {
            Rows rows = store.sql().people().rows(LONG_RESULT, new ResultLimit(ROWS, 1L << 30));

            assertEquals(List.of("few", "many", "number", "decimal", "list", "none", "few"), rows.columns());
            assertEquals(ROWS, rows.rows().size());
            for (int n = 0; n < ROWS; n++) {
                assertEquals(expected(n), rows.rows().get(n));
            }
            assertSame(rows.rows().get(2).get(0), rows.rows().get(ROWS - 2).get(0));
        }
    }

    @Test
    void readsOneLongResultAfterAnother() {
        try (Store store = Store.openForFigures(folder.resolve("texts.duckdb"), StoreSettings.DEFAULT)) {
            PeoplesSql people = store.sql().people();
            for (String text : List.of("one", "other")) {
                Rows rows = people.rows("SELECT '" + text + "' AS text FROM range(30000)", ResultLimit.ofLongTable());
                assertEquals(List.of(text), rows.rows().get(29_999));
            }
        }
    }

    @Test
    void readsALongResultOfASnapshot() {
        Path file = folder.resolve("texts.duckdb");
        try (Store store = Store.open(file, StoreSettings.DEFAULT)) {
            store.snapshot().publish();
        }
        try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
            Rows rows = snapshot.people().rows(LONG_RESULT, new ResultLimit(ROWS, 1L << 30));
            assertEquals(expected(ROWS - 1), rows.rows().get(ROWS - 1));
        }
    }

    private static List<@Nullable Object> expected(int n) {
        String[] few = {null, "", "城关镇", "a \"quoted\" 100% name"};
        return Arrays.asList(
                few[n % 4],
                "text " + n,
                (long) n,
                BigDecimal.valueOf(n * 125L, 3),
                n % 2 == 0 ? "[x, y]" : null,
                null,
                String.valueOf((char) ('A' + n % 26)));
    }
}
