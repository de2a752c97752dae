package org.jibao.collect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.regex.Pattern;
import org.jibao.guard.OwnFiles;
import org.jibao.inbox.InboxFile;
import org.jibao.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which files are being read, in a note beside the store: should the process die, the next run knows which files to be careful with.
 * Fingerprints only. A file costs two small writes, which the system keeps when the process dies; nothing is forced to the disk. For
 * any number of threads.
 */
final class BeingRead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BeingRead.class);

    private static final int LINE = 65;
    private static final int MOST_SUSPECTS = 1000;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final String NOBODY = " ".repeat(LINE - 1) + "\n";

    private final Path path;
    private final Set<String> suspects;
    private final BlockingQueue<Integer> free;
    private final int threads;
    private @Nullable FileChannel channel;
    private boolean broken;
    private boolean settled;

    private BeingRead(Path path, Set<String> suspects, int threads) {
        this.path = path;
        this.suspects = suspects;
        this.threads = threads;
        this.free = new ArrayBlockingQueue<>(threads);
        for (int slot = 0; slot < threads; slot++) {
            free.add(slot);
        }
    }

    /** Reads what a run that died has left. The file is made when the first file is read. */
    static BeingRead beside(Store store, int threads) {
        return at(Path.of(store.file().toAbsolutePath() + ".reading"), threads);
    }

    static BeingRead at(Path path, int threads) {
        Set<String> suspects = new LinkedHashSet<>();
        try {
            if (Files.isRegularFile(path) && Files.size(path) <= (long) LINE * MOST_SUSPECTS) {
                Files.readString(path, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> FINGERPRINT.matcher(line).matches())
                        .forEach(suspects::add);
            }
        } catch (IOException unreadable) {
            LOG.warn("the note of what was being read cannot be read", unreadable);
        }
        return new BeingRead(path, suspects, threads);
    }

    /** Whether an earlier run died while it read this file, and none has come to its end since. */
    boolean isSuspect(InboxFile file) {
        return suspects.contains(file.sha256());
    }

    /** One file's place in the note, until it is closed. */
    final class Entry implements AutoCloseable {

        private final @Nullable Integer slot;

        private Entry(@Nullable Integer slot) {
            this.slot = slot;
        }

        @Override
        public void close() {
            if (slot != null) {
                write(slot, NOBODY);
                free.add(slot);
            }
        }
    }

    Entry begin(InboxFile file) {
        Integer slot = free.poll();
        if (slot != null) {
            write(slot, file.sha256() + "\n");
        }
        return new Entry(slot);
    }

    private void write(int slot, String line) {
        try {
            FileChannel open = open();
            if (open != null) {
                open.write(bytes(line), (long) LINE * (suspects.size() + slot));
            }
        } catch (IOException e) {
            giveUp(e);
        }
    }

    private static ByteBuffer bytes(String lines) {
        return ByteBuffer.wrap(lines.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** With the suspects of before in front: they are so until a run has come to its end. */
    private synchronized @Nullable FileChannel open() throws IOException {
        if (channel == null && !broken) {
            channel = OwnFiles.channel(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            StringBuilder lines = new StringBuilder();
            suspects.forEach(suspect -> lines.append(suspect).append('\n'));
            lines.append(NOBODY.repeat(threads));
            channel.write(bytes(lines.toString()), 0);
            channel.truncate(lines.length());
        }
        return channel;
    }

    /** A run goes on without the note. */
    private synchronized void giveUp(IOException e) {
        if (!broken) {
            broken = true;
            LOG.warn("the note of what is being read cannot be written", e);
        }
    }

    /** All that was new is stored: whatever was suspected is settled. */
    void settle() {
        settled = true;
    }

    /** Leaves the note where there is something in it. */
    @Override
    public synchronized void close() {
        try (FileChannel closing = channel) {
            broken = true;
            boolean nobody = suspects.isEmpty() && free.size() == threads;
            if (settled || nobody) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("the note of what was being read cannot be taken away", e);
        }
    }
}
