package org.jibao.store;

import org.jspecify.annotations.Nullable;

/**
 * Runs SQL on the current transaction's connection, or, outside one, each statement in a transaction of its own.
 *
 * <p>Arguments may be String, Long, Integer, BigDecimal, Boolean, LocalDate, Instant (stored as a TIMESTAMP in UTC) or
 * null. A statement that the engine refuses throws {@link StoreException}.
 */
public interface Sql {

    Rows query(String sql, @Nullable Object... arguments);

    /** Runs a statement, or without arguments several, and gives the number of changed rows (of the last one). */
    int execute(String sql, @Nullable Object... arguments);

    /** For statements that others wrote, which go nowhere else. */
    PeoplesSql people();
}
