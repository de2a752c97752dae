package org.jibao.store.function;

import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * A scalar function of SQL that Java computes, a row at a time. NULL reaches it like any value; the same arguments must
 * always have the same result, which the engine relies on, and several of its threads call at once.
 */
interface JavaFunction {

    void apply(Arguments arguments, long row, Result result);

    /** Makes it known to every connection of the database that is open, until that is closed; nothing is stored. */
    default void register(Connection connection, String name, DuckDBColumnType type, DuckDBColumnType... parameters)
            throws SQLException {
        try (DuckDBScalarFunctionBuilder function = DuckDBFunctions.scalarFunction()) {
            function.withName(name)
                    .withParameters(parameters)
                    .withReturnType(type)
                    .withVectorizedFunction((chunk, vector) -> {
                        Arguments arguments = Arguments.of(chunk);
                        for (long row = 0; row < chunk.rowCount(); row++) {
                            apply(arguments, row, new Result(vector, row));
                        }
                    })
                    .register(connection);
        }
    }
}
