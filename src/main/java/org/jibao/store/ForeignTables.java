package org.jibao.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * Parquet files that others have made, looked at by an engine that has no store, reaches these files and no other,
 * writes nothing, holds no more memory than a run and stops what takes too long. What the files claim of their size is
 * asked before anything is unpacked.
 */
public final class ForeignTables implements Sql, AutoCloseable {

    private static final String SCHEMA = "foreign_part";

    private final StoreDataSource source;
    private final SnapshotFaults faults;
    private final ConnectionSql sql;
    private final Map<String, List<ForeignColumn>> columns = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();

    private ForeignTables(StoreDataSource source, Path folder) {
        this.source = source;
        this.faults = new SnapshotFaults(folder);
        this.sql = new ConnectionSql(source, faults::running);
    }

    /**
     * Opens the engine.
     *
     * @param files all that it may read; at least one
     */
    public static ForeignTables open(List<Path> files) {
        Path folder = Objects.requireNonNull(files.get(0).toAbsolutePath().getParent(), "a file stands in a folder");
        try {
            ForeignTables tables =
                    new ForeignTables(new StoreDataSource(Engine.reader(StoreSettings.DEFAULT, files)), folder);
            tables.sql.execute("CREATE SCHEMA " + SCHEMA);
            return tables;
        } catch (SQLException e) {
            throw new SnapshotFaults(folder).running(e);
        }
    }

    /** What a file claims to hold. */
    public record Claim(long rows, long bytes) {}

    /** A column of a file. */
    public record ForeignColumn(String name, String type) {}

    /** What each of some files claims, read from its end alone. */
    public Map<Path, Claim> claims(Collection<Path> files) {
        String listed = files.stream().map(ForeignTables::literal).collect(Collectors.joining(", "));
        Map<String, Claim> claims = new HashMap<>();
        query(SqlText.read(Store.class, "foreign/files", Map.of("files", listed)))
                .forEach(row -> claims.put(row.text("file"), new Claim(row.count("rows"), row.count("bytes"))));
        Map<Path, Claim> found = new HashMap<>();
        files.forEach(file ->
                found.put(file, claims.getOrDefault(file.toAbsolutePath().toString(), new Claim(0, 0))));
        return found;
    }

    public List<ForeignColumn> columns(String name, Path file) {
        return columns.computeIfAbsent(name, none -> query(script("foreign/columns", file)).stream()
                .map(row -> new ForeignColumn(row.text("column_name"), row.text("column_type")))
                .toList());
    }

    /**
     * Reads every value of a file, and gives the number of its rows; its table is {@code foreign_part.<name>} from then
     * on.
     */
    public long read(String name, Path file) {
        long found = query(script("foreign/read", file)).number();
        Map<String, String> values = Map.of("file", literal(file), "table", SqlText.name(name));
        execute(SqlText.read(Store.class, "foreign/view", values));
        rows.put(name, found);
        return found;
    }

    /** Whether a table that was read has any row. */
    boolean isEmpty(String name) {
        return rows.getOrDefault(name, 0L) == 0;
    }

    /** Of a table that was read. */
    List<ForeignColumn> columns(String name) {
        return Objects.requireNonNull(columns.get(name), name);
    }

    /**
     * Hands on every row of a table that was read.
     *
     * @param columns as they are selected
     * @throws UnreadableException where the engine cannot go on
     */
    void each(String name, String columns, RowTaker taker) throws SQLException {
        String statement = "SELECT " + columns + " FROM " + SCHEMA + "." + SqlText.name(name);
        try (Connection connection = source.getConnection();
                Statement running = connection.createStatement();
                ResultSet result = running.executeQuery(statement)) {
            RowReader.each(result, row -> {
                try {
                    taker.take(row);
                } catch (SQLException e) {
                    throw new TakingException(e);
                }
            });
        } catch (TakingException e) {
            throw e.failure();
        } catch (SQLException e) {
            throw new UnreadableException(faults.running(e));
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    interface RowTaker {
        void take(List<@Nullable Object> row) throws SQLException;
    }

    /** The files cannot be read to their end: a fault of theirs, not of the store that takes their rows. */
    public static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnreadableException(StoreException cause) {
            super(cause);
        }
    }

    /** What the taker of a row failed of. */
    private static final class TakingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SQLException failure;

        TakingException(SQLException failure) {
            super(failure);
            this.failure = failure;
        }

        SQLException failure() {
            return failure;
        }
    }

    private static String script(String name, Path file) {
        return SqlText.read(Store.class, name, Map.of("file", literal(file)));
    }

    private static String literal(Path file) {
        return SqlText.literal(file.toAbsolutePath().toString());
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
        }
    }
}
