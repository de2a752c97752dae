package org.jibao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.BiConsumer;
import org.jibao.support.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what is committed in the open store to another file, on a connection of its own. */
public final class StoreCopy {

    /** The copy's name within the engine, while it is written. */
    private static final String NAME = "published_copy";

    private static final Logger LOG = LoggerFactory.getLogger(StoreCopy.class);

    private final Path store;
    private final Faults faults;
    private final StoreDataSource source;
    private final StoreBytes bytes;

    StoreCopy(Path store, StoreDataSource source, StoreBytes bytes) {
        this.store = store;
        this.faults = new Faults(store);
        this.source = source;
        this.bytes = bytes;
    }

    /** Writes a file that is on the disk when this returns; half a copy is removed. */
    void write(Path draft) throws IOException {
        write(draft, () -> {
            if (!bytesOf(draft)) {
                remove(draft);
                copy(draft, (from, to) -> {});
            }
        });
    }

    /** The same without dead room, and compares it with the store row by row. */
    public void writeAndCompare(Path draft) throws IOException {
        ConnectionSql sql = new ConnectionSql(source, faults::running);
        write(
                draft,
                () -> copy(draft, (from, to) -> {
                    String difference = Contents.of(sql, from).difference(Contents.of(sql, to));
                    if (difference != null) {
                        throw new KeepingFaults(store).copyDiffers(draft, difference);
                    }
                }));
    }

    private static void write(Path draft, Writing writing) throws IOException {
        remove(draft);
        try {
            writing.run();
            Creation.force(draft);
        } catch (IOException | StoreException e) {
            discard(draft);
            throw e;
        }
    }

    private static void remove(Path draft) throws IOException {
        Files.deleteIfExists(draft);
        Files.deleteIfExists(WriteAheadLog.beside(draft));
    }

    private boolean bytesOf(Path draft) throws IOException {
        try (Connection connection = source.getConnection()) {
            return bytes.copy(connection, draft);
        } catch (SQLException e) {
            throw faults.running(e);
        }
    }

    /** @param attached is told what the two are called while both can be read */
    private void copy(Path draft, BiConsumer<String, String> attached) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            String store = connection.getCatalog();
            statement.execute("ATTACH " + SqlText.literal(draft.toAbsolutePath().toString()) + " AS " + NAME);
            statement.execute("COPY FROM DATABASE " + SqlText.name(store) + " TO " + NAME);
            attached.accept(store, NAME);
            statement.execute("DETACH " + NAME);
        } catch (SQLException e) {
            detach();
            throw faults.running(e);
        } catch (StoreException e) {
            detach();
            throw e;
        }
    }

    /** A copy that failed half-way must not keep the next one from being attached. */
    private void detach() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DETACH DATABASE IF EXISTS " + NAME);
        } catch (SQLException e) {
            LOG.warn("the unfinished copy of {} stays attached", store, e);
        }
    }

    /** Half a copy is of no use, and takes the room that may be what was missing. */
    public static void discard(Path draft) {
        try {
            remove(draft);
        } catch (IOException e) {
            LOG.warn("half a copy stays at {}", draft, e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
