package org.jibao.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jibao.finding.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a row of the engine's gives by the names of its columns, and what it says where a name or a type is wrong. */
class RowTest {

    private static final String ALL = """
            SELECT 'A01' AS unit, 7::INTEGER AS items, 12.50::DECIMAL(18, 2) AS amount,
                TIMESTAMP '2024-04-01 08:30:00' AS received_at, true AS held, 'Warning' AS severity,
                DATE '2024-03-31' AS end_date, NULL::VARCHAR AS remark, NULL::BIGINT AS revision,
                NULL::DECIMAL(18, 2) AS rate, NULL::TIMESTAMP AS until, NULL::BOOLEAN AS late
            """;

    private static @Nullable Store store;

    @BeforeAll
    static void open(@TempDir Path folder) {
        store = Store.open(folder.resolve("jibao.duckdb"), StoreSettings.DEFAULT);
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(store).close();
    }

    @Test
    void givesValuesByName() {
        Row row = rows(ALL).one();

        assertEquals("A01", row.text("unit"));
        assertEquals("A01", row.textOrNull("unit"));
        assertEquals("A01", row.textOr("unit", "?"));
        assertEquals(7, row.count("items"));
        assertEquals(7L, row.countOrNull("items"));
        assertEquals(7, row.countOr("items", 1));
        assertEquals(new BigDecimal("12.50"), row.numberOrNull("amount"));
        assertEquals(Instant.parse("2024-04-01T08:30:00Z"), row.time("received_at"));
        assertEquals(Instant.parse("2024-04-01T08:30:00Z"), row.timeOrNull("received_at"));
        assertTrue(row.flag("held"));
        assertEquals(Severity.WARNING, row.choice("severity", Severity.class));
        assertEquals(LocalDate.of(2024, 3, 31), row.value("end_date"));
    }

    @Test
    void givesWhatIsAbsentAsAskedFor() {
        Row row = rows(ALL).one();

        assertNull(row.textOrNull("remark"));
        assertEquals("", row.textOr("remark", ""));
        assertNull(row.countOrNull("revision"));
        assertEquals(0, row.countOr("revision", 0));
        assertNull(row.numberOrNull("rate"));
        assertNull(row.timeOrNull("until"));
        assertNull(row.value("late"));
    }

    @Test
    void namesTheColumnWhereNothingStands() {
        Row row = rows(ALL).one();

        assertFault("column \"remark\" holds nothing where a text was meant", () -> row.text("remark"));
        assertFault("column \"revision\" holds nothing where a whole number was meant", () -> row.count("revision"));
        assertFault("column \"until\" holds nothing where a time was meant", () -> row.time("until"));
        assertFault("column \"late\" holds nothing where a flag was meant", () -> row.flag("late"));
    }

    @Test
    void namesTheColumnAndWhatItHoldsInstead() {
        Row row = rows(ALL).one();

        assertFault("column \"items\" holds a whole number where a text was meant", () -> row.textOrNull("items"));
        assertFault("column \"unit\" holds a text where a whole number was meant", () -> row.countOr("unit", 0));
        assertFault(
                "column \"items\" holds a whole number where a decimal number was meant",
                () -> row.numberOrNull("items"));
        assertFault("column \"amount\" holds a decimal number where a time was meant", () -> row.time("amount"));
        assertFault("column \"received_at\" holds a time where a flag was meant", () -> row.flag("received_at"));
        assertFault("column \"held\" holds a flag where a text was meant", () -> row.text("held"));
        assertFault("column \"end_date\" holds a date where a text was meant", () -> row.text("end_date"));
        assertFault(
                "column \"unit\" holds \"A01\" where one of [ERROR, WARNING, NOTE] was meant",
                () -> row.choice("unit", Severity.class));
    }

    @Test
    void namesTheColumnsWhereOneIsNotAmongThem() {
        Row row = rows("SELECT 1 AS id, 2 AS number, 3 AS id").one();

        assertFault("no column \"Number\" among [id, number, id]", () -> row.count("Number"));
        assertFault("more than one column \"id\" among [id, number, id]", () -> row.count("id"));
        assertEquals(2, row.count("number"));
    }

    @Test
    void iteratesInTheOrderOfTheResult() {
        Rows rows = rows("SELECT range AS number FROM range(3) ORDER BY number DESC");
        List<Long> numbers = new ArrayList<>();
        rows.forEach(row -> numbers.add(row.count("number")));

        assertEquals(List.of(2L, 1L, 0L), numbers);
        assertEquals(
                List.of(2L, 1L, 0L),
                rows.stream().map(row -> row.count("number")).toList());
        assertFalse(rows("SELECT 1 AS number WHERE false").iterator().hasNext());
    }

    @Test
    void givesTheOnlyRowAndNoneOfSeveral() {
        assertFault("2 rows of [number] where one was meant", () -> rows("SELECT range AS number FROM range(2)")
                .one());
        assertFault("0 rows of [number] where one was meant", () -> rows("SELECT 1 AS number WHERE false")
                .one());
    }

    @Test
    void seesTheValuesWhereTheResultHoldsThem() {
        List<List<Object>> values = new ArrayList<>();
        values.add(new ArrayList<>(Arrays.asList("A01", 7L)));
        Row row = new Rows(List.of("unit", "items"), values).one();
        values.get(0).set(1, 8L);

        assertEquals(8, row.count("items"));
        assertEquals(List.of("A01", 8L), row.values());
    }

    private static Rows rows(String select) {
        return Objects.requireNonNull(store).sql().query(select);
    }

    private static void assertFault(String message, Executable work) {
        assertEquals(message, assertThrows(IllegalStateException.class, work).getMessage());
    }
}
