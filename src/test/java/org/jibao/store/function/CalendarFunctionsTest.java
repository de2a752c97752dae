package org.jibao.store.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.jibao.store.ReadOnlySql;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFunctionsTest {

    private static Store store;

    @BeforeAll
    static void opens(@TempDir Path folder) {
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
    }

    @AfterAll
    static void closes() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    working_days_between(DATE '2026-09-30', DATE '2026-10-10') | 3
                    working_days_between(DATE '2026-10-10', DATE '2026-09-30') | -3
                    working_days_between(DATE '2026-10-08', DATE '2026-10-08') | 0
                    working_days_between(NULL, DATE '2026-10-08')              | -
                    working_days_between(DATE '2026-10-08', NULL)              | -
                    working_day_after(DATE '2026-09-30', 3)                    | 2026-10-10
                    working_day_after(DATE '2026-09-30', 0)                    | 2026-09-30
                    working_day_after(DATE '2026-10-03', -2)                   | 2026-10-03
                    working_day_after(NULL, 3)                                 | -
                    working_day_after(DATE '2026-09-30', NULL)                 | -
                    calendar_covers(2007)                                      | true
                    calendar_covers(2006)                                      | false
                    calendar_covers(2027)                                      | false
                    calendar_covers(year(DATE '2026-01-01'))                   | true
                    working_day_after(DATE '2026-09-30', length('abc'))        | 2026-10-10
                    calendar_covers(NULL)                                      | -
                    working_days_between(TRY_CAST('x' AS DATE), '2026-10-08')  | -
                    """)
    void counts(String expression, @Nullable String expected) {
        Object value = store.sql().query("SELECT " + expression).single();
        assertEquals(expected, value == null ? null : value.toString());
    }

    @Test
    void refusesDayThatNoDateHolds() {
        assertThrows(StoreException.class, () -> store.sql()
                .query("SELECT working_day_after(DATE '2026-09-30', 2147483647)"));
    }

    /** What was judged is kept as a value; the functions are there again after the store was closed and opened. */
    @Test
    void isThereInEverySession(@TempDir Path folder) {
        Path file = folder.resolve("again.duckdb");
        for (int session = 1; session <= 2; session++) {
            try (Store again = FreshStore.open(file)) {
                again.sql()
                        .execute("CREATE OR REPLACE VIEW mart.days AS"
                                + " SELECT working_days_between(DATE '2026-09-30', DATE '2026-10-10') AS n");
                assertEquals(3, again.sql().query("SELECT n FROM mart.days").number());
                again.snapshot().publish();
            }
            try (ReadOnlySql snapshot = Snapshot.open(file, StoreSettings.DEFAULT)) {
                assertEquals(3, snapshot.query("SELECT n FROM mart.days").number());
            }
        }
    }
}
