package org.jibao.store.keeping;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.store.ConnectionSql;
import org.jibao.store.Contents;
import org.jibao.store.Engine;
import org.jibao.store.Faults;
import org.jibao.store.KeepingFaults;
import org.jibao.store.Migrations;
import org.jibao.store.Row;
import org.jibao.store.Store;
import org.jibao.store.StoreDataSource;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.jibao.store.WriteAheadLog;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine without a store of its own, that looks at stores' files from outside. Nothing in them is changed: a log that a
 * killed run has left is read along, and stays; an older schema stays as it is.
 */
public final class StoreFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFiles.class);

    private static final String SEEN = "seen";
    private static final String COPY = "copy";

    private final StoreDataSource source;

    private StoreFiles(StoreDataSource source) {
        this.source = source;
    }

    /** @param files all that will be looked at or written */
    static StoreFiles open(StoreSettings settings, List<Path> files) {
        try {
            return new StoreFiles(new StoreDataSource(Engine.apart(settings, files)));
        } catch (SQLException e) {
            throw new Faults(files.get(0)).running(e);
        }
    }

    /**
     * Reads a store's file from its first row to its last.
     *
     * @throws StoreException where another process has it, it is damaged, not ours, or newer than this program
     */
    StoreState examine(Path file) {
        return attached(file, sql -> {
            Contents.of(sql, SEEN);
            return state(sql);
        });
    }

    /** Reads only what is said of the file as a whole. */
    StoreState glance(Path file) {
        return attached(file, this::state);
    }

    /** Reads its version and nothing else: of a file that a stranger made only that may be looked at before it is judged. */
    int version(Path file) {
        return attached(
                file, sql -> (int) sql.query("SELECT max(version)::BIGINT FROM " + SEEN + ".intake.store_version")
                        .number());
    }

    /** When something was decided last in a store's file; empty where nothing was. */
    Optional<Instant> lastDecided(Path file) {
        Map<String, String> catalog = Map.of("catalog", SEEN);
        return attached(
                file,
                sql -> Optional.ofNullable(sql.query(SqlText.read(Store.class, "keeping/last_decided", catalog))
                        .one()
                        .timeOrNull("decided_at")));
    }

    /** Writes a copy to a file that is not there yet, and compares the two row by row. */
    void copy(Path from, Path to) {
        attached(from, sql -> {
            state(sql);
            sql(new Faults(to)).execute("ATTACH " + SqlText.literal(absolute(to)) + " AS " + COPY);
            try {
                sql.execute("COPY FROM DATABASE " + SEEN + " TO " + COPY);
                String difference = Contents.of(sql, SEEN).difference(Contents.of(sql, COPY));
                if (difference != null) {
                    throw new KeepingFaults(from).copyDiffers(to, difference);
                }
            } finally {
                detach(COPY);
            }
            return to;
        });
    }

    /**
     * Takes the data of a store's file over into another one, which is fresh and of the same version, see {@link DataTransfer}.
     *
     * @throws StoreException where the file defines anything that is not ours
     */
    void takeOver(Path from, Path to) {
        attached(from, sql -> {
            sql(new Faults(to)).execute("ATTACH " + SqlText.literal(absolute(to)) + " AS " + COPY);
            try {
                DataTransfer transfer = new DataTransfer(sql, SEEN, COPY);
                List<String> foreign = transfer.foreign();
                if (!foreign.isEmpty()) {
                    throw new KeepingFaults(from).foreignParts(foreign);
                }
                String difference = transfer.run();
                if (difference != null) {
                    throw new KeepingFaults(from).copyDiffers(to, difference);
                }
            } finally {
                detach(COPY);
            }
            return to;
        });
    }

    private StoreState state(ConnectionSql sql) {
        Map<String, String> catalog = Map.of("catalog", SEEN);
        Row row = sql.query(SqlText.read(Store.class, "keeping/state", catalog)).one();
        return new StoreState(
                Math.toIntExact(row.count("version")),
                row.time("created_at"),
                row.count("submissions"),
                row.textOrNull("newest"),
                row.timeOrNull("received_at"));
    }

    private <T> T attached(Path file, Look<T> look) {
        Faults faults = new Faults(file);
        WriteAheadLog.check(file, faults);
        opening(faults).execute("ATTACH " + SqlText.literal(absolute(file)) + " AS " + SEEN + " (READ_ONLY)");
        ConnectionSql sql = sql(faults);
        try {
            refuseForeign(sql, faults);
            return look.at(sql);
        } finally {
            detach(SEEN);
        }
    }

    /** What a failure leaves must not stand in the way of the next file, nor hide the failure. */
    private void detach(String name) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DETACH DATABASE IF EXISTS " + name);
        } catch (SQLException e) {
            LOG.warn("a file stays attached", e);
        }
    }

    private static void refuseForeign(ConnectionSql sql, Faults faults) {
        if (sql.query(SqlText.read(Store.class, "keeping/ours"), SEEN).number() == 0) {
            throw faults.foreign();
        }
        int version = (int) sql.query("SELECT max(version)::BIGINT FROM " + SEEN + ".intake.store_version")
                .number();
        if (version > Migrations.known()) {
            throw faults.newer(version, Migrations.known());
        }
    }

    private ConnectionSql opening(Faults faults) {
        return new ConnectionSql(source, faults::opening);
    }

    private ConnectionSql sql(Faults faults) {
        return new ConnectionSql(source, faults::running);
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (SQLException e) {
            throw new IllegalStateException("an engine without a store does not close", e);
        }
    }

    /** What is done with a file while it is attached. */
    private interface Look<T> {
        T at(ConnectionSql sql);
    }

    /**
     * What a store's file holds, as seen from outside.
     *
     * @param version of its schema
     * @param createdAt when the store was made; its copies have it too, so that it tells one store's from another's
     * @param newest the file that was received last, or null where there is none
     * @param receivedAt when that was
     */
    public record StoreState(
            int version,
            Instant createdAt,
            long submissions,
            @Nullable String newest,
            @Nullable Instant receivedAt) {}
}
