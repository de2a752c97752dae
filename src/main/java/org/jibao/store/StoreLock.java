package org.jibao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;

/**
 * The lock that the engine takes on a store's file, taken without the engine: also on a file that the engine cannot open.
 * Only for a file that this process has not open: giving the lock back would take the engine's away.
 */
public final class StoreLock implements AutoCloseable {

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private StoreLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    public static StoreLock attempt(Path file, StandardOpenOption... options) throws IOException {
        if (List.of(options).contains(StandardOpenOption.CREATE)) {
            OwnFiles.make(file);
        }
        FileChannel channel = FileChannel.open(file, options);
        try {
            return new StoreLock(channel, channel.tryLock());
        } catch (OverlappingFileLockException ofThisProcess) {
            return new StoreLock(channel, null);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether no other process may write to the file now. */
    static boolean isFree(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    public boolean taken() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
