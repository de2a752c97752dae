package org.jibao.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jibao.guard.OwnFiles;
import org.jspecify.annotations.Nullable;

/** Held by the one process that sends what waits; a kill gives it back. */
public final class OutgoingLock implements AutoCloseable {
    private static final String NAME = ".lock";

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private OutgoingLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static OutgoingLock attempt(Path folder) throws IOException {
        OwnFiles.folders(folder);
        FileChannel channel = OwnFiles.channel(folder.resolve(NAME), StandardOpenOption.WRITE);
        try {
            return new OutgoingLock(channel, channel.tryLock());
        } catch (OverlappingFileLockException ofThisProcess) {
            return new OutgoingLock(channel, null);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether nobody else is sending. */
    public boolean taken() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
