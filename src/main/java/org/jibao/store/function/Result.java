package org.jibao.store.function;

import java.time.LocalDate;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** What a function gives back for one row; null is NULL. */
record Result(DuckDBWritableVector vector, long row) {

    void date(@Nullable LocalDate value) {
        if (value == null) {
            vector.setNull(row);
        } else {
            vector.setDate(row, value);
        }
    }

    void integer(@Nullable Integer value) {
        if (value == null) {
            vector.setNull(row);
        } else {
            vector.setInt(row, value);
        }
    }

    void text(@Nullable String value) {
        if (value == null) {
            vector.setNull(row);
        } else {
            vector.setString(row, value);
        }
    }

    void flag(@Nullable Boolean value) {
        if (value == null) {
            vector.setNull(row);
        } else {
            vector.setBoolean(row, value);
        }
    }
}
