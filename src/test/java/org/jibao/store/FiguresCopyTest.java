package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a metric may take: more time the larger the copy is. */
class FiguresCopyTest {

    /** A table that is selected again alone is, on the thread of the store's own transaction. */
    @Test
    void isTakenOverAlthoughItWasAskedWithinTheStoresTransaction(@TempDir Path folder) {
        Period period = Period.parse("2026Q3").orElseThrow();
        try (Store store = FreshStore.open(folder.resolve("jibao.duckdb"))) {
            store.inTransaction(() -> {
                try (FiguresCopy figures = store.figures(() -> false)) {
                    Store copy = figures.store();
                    copy.sql().execute("CREATE TABLE mart.one AS SELECT 1 AS value");
                    assertEquals(1, copy.sql().query("FROM mart.one").number());
                    store.takeOver(figures, List.of("one"), "job", period);
                }
            });
            assertEquals(1, store.sql().query("FROM mart.one").number());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 30", "1048575, 30", "3145728, 45", "83886080, 430", "1099511627776, 3600"})
    void givesLargeStoresMoreTime(long bytes, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), FiguresCopy.most(bytes));
    }
}
