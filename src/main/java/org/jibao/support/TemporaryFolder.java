package org.jibao.support;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary folder for this process alone. Apache POI would share {@code poifiles} in the machine's with every user,
 * of whom only the first may write there, and leave an empty folder behind with each run. A lock within it says that
 * its process lives, in whatever container: what dead ones left is swept.
 */
public final class TemporaryFolder {

    private static final String LOCK = "in-use.lock";

    private static final String PREFIX = "jibao-";

    /** How old a folder without a lock must be to be a dead process's: its process may be about to lock it. */
    private static final Duration BEGINNING = Duration.ofHours(1);

    /** More than this a run does not take upon itself. */
    private static final int MOST_SWEPT = 200;

    /** Kept because the JVM closes a channel that nothing refers to. */
    private static @Nullable FileChannel held;

    private TemporaryFolder() {}

    /** Makes it, before any library asks where temporary files go; to be removed when the process ends. */
    public static Optional<Path> ofOurOwn() {
        try {
            Path folder = made();
            lock(folder);
            System.setProperty("java.io.tmpdir", folder.toString());
            return Optional.of(folder);
        } catch (IOException machineHasNone) {
            // Whoever needs a temporary file says so; many commands need none.
            return Optional.empty();
        }
    }

    /**
     * Named by process and moment: the JDK's own way starts the machinery of secure random numbers, a tenth of
     * {@code --help}.
     */
    private static Path made() throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), name);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(folder);
    }

    /** Held by this process until its end, however it ends. */
    private static void lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        held = channel;
        channel.lock();
    }

    private static void unlock() {
        try {
            FileChannel channel = held;
            if (channel != null) {
                channel.close();
            }
        } catch (IOException goneAnyway) {
            // The process ends, and its locks with it.
        }
    }

    /** Removes the process's own folder, and those beside it whose processes were killed. */
    public static void sweep(Path own) {
        unlock();
        remove(own);
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(own.getParent(), PREFIX + "*-*")) {
            int swept = 0;
            for (Path folder : beside) {
                if (swept < MOST_SWEPT && isLeftOver(folder)) {
                    remove(folder);
                    swept++;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            // Left to the machine, which clears its temporary folder.
        }
    }

    private static boolean isLeftOver(Path folder) {
        try {
            if (!folder.getFileName().toString().matches(PREFIX + "\\d+-\\d+")
                    || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                            .getName()
                            .equals(System.getProperty("user.name"))) {
                return false;
            }
            Path lock = folder.resolve(LOCK);
            if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
                Instant begun = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                return begun.isBefore(Instant.now().minus(BEGINNING));
            }
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                return channel.tryLock() != null;
            }
        } catch (IOException | UnsupportedOperationException | OverlappingFileLockException unknown) {
            return false;
        }
    }

    /** Removes a folder and all in it, as far as that can be done. */
    public static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException stillInUse) {
            // Left to the machine, which clears its temporary folder.
        }
    }
}
