package org.jibao.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jibao.store.function.CalendarFunctions;
import org.jibao.store.function.RequestFunctions;

/** The store's own functions, for tests that speak to DuckDB without a store. */
public final class SqlFunctions {

    private SqlFunctions() {}

    public static void register(Connection connection) throws SQLException {
        CalendarFunctions.register(connection);
        RequestFunctions.register(connection);
    }
}
