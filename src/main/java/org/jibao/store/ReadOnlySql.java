package org.jibao.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** {@link Sql} over the published snapshot. Each query is on its own; nothing can be changed. */
public final class ReadOnlySql implements Sql, AutoCloseable {

    private final StoreDataSource source;
    private final ConnectionSql sql;
    private final SnapshotFaults faults;
    private final AtomicReference<@Nullable Runnable> closed;

    /** @param closed is run once, when this is closed */
    ReadOnlySql(DuckDBConnection root, SnapshotFaults faults, Runnable closed) {
        this.source = new StoreDataSource(root);
        this.sql = new ConnectionSql(source, faults::running);
        this.faults = faults;
        this.closed = new AtomicReference<>(closed);
    }

    @Override
    public Rows query(String statement, @Nullable Object... arguments) {
        return sql.query(statement, arguments);
    }

    @Override
    public int execute(String statement, @Nullable Object... arguments) {
        return sql.execute(statement, arguments);
    }

    @Override
    public PeoplesSql people() {
        return sql.people();
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (SQLException e) {
            throw faults.running(e);
        } finally {
            Runnable told = closed.getAndSet(null);
            if (told != null) {
                told.run();
            }
        }
    }
}
