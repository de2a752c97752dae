package org.jibao.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of an open store's file. After a checkpoint they are all that is committed, and to copy them takes a twentieth of
 * the time in which the engine writes their contents anew. The engine writes a checkpoint where nothing of the one before
 * stands, and names its places in the file's head last: while the head stays the same, so does all that it names.
 */
final class StoreBytes implements AutoCloseable {

    /** The file's own head and those of its last two checkpoints, as engine 2.0 writes them. */
    private static final int HEAD = 3 * 4096;

    private static final long ROOM_BESIDE = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(StoreBytes.class);

    private final Path store;

    /** Open for as long as the store is: a file that a process closes loses the lock that the engine has on it. */
    private @Nullable FileChannel channel;

    StoreBytes(Path store) {
        this.store = store;
    }

    /**
     * Copies what is committed.
     *
     * @param engine a connection that has no transaction open
     * @return false where others write to the store, the disk is nearly full, or the file cannot be read beside the engine, as
     *     on Windows; what stands in the draft is of no use then
     * @throws IOException where the draft cannot be written
     */
    synchronized boolean copy(Connection engine, Path draft) throws IOException {
        FileChannel bytes = hasRoom() && checkpoint(engine) ? opened() : null;
        if (bytes == null) {
            return false;
        }
        ByteBuffer head = head(bytes);
        // What was committed since, or could not be part of the checkpoint, stands in a log beside the file.
        if (!WriteAheadLog.allBeside(store).isEmpty()) {
            return false;
        }
        try (FileChannel copy =
                OwnFiles.channel(draft, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = bytes.size();
            long copied = 0;
            while (copied < size) {
                long more = bytes.transferTo(copied, size - copied, copy);
                if (more <= 0) {
                    return false;
                }
                copied += more;
            }
        }
        return head.equals(head(bytes));
    }

    /** For a checkpoint and the copy. An engine that finds none for a checkpoint does no more work; a copy only fails. */
    private boolean hasRoom() throws IOException {
        long needed = Files.size(store) + ROOM_BESIDE;
        for (Path log : WriteAheadLog.allBeside(store)) {
            needed += Files.size(log);
        }
        return Files.getFileStore(store).getUsableSpace() >= needed;
    }

    private boolean checkpoint(Connection engine) {
        try (Statement statement = engine.createStatement()) {
            statement.execute("CHECKPOINT");
            return true;
        } catch (SQLException e) {
            LOG.debug("no checkpoint of {} now", store, e);
            return false;
        }
    }

    private @Nullable FileChannel opened() {
        try {
            if (channel == null) {
                channel = FileChannel.open(store, StandardOpenOption.READ);
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be read beside the engine", store, e);
        }
        return channel;
    }

    private static ByteBuffer head(FileChannel bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        while (head.hasRemaining() && bytes.read(head, head.position()) >= 0) {
            // It may come in parts.
        }
        return head.flip();
    }

    /** After the engine is closed. */
    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be closed", store, e);
        }
    }
}
