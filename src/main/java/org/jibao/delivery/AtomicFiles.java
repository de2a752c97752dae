package org.jibao.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jibao.guard.OwnFiles;

/**
 * The folder of one period's outputs. A file is written beside its place under another name and then moved into it, so
 * that nobody ever opens half of one.
 */
public final class AtomicFiles {

    private final Path folder;
    private final boolean shared;

    private AtomicFiles(Path folder, boolean shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /** Writes the content of one file to the path it is given. */
    @FunctionalInterface
    public interface Writing {
        void to(Path draft) throws IOException;
    }

    /** Opens the folder, made where it is not there; what is put there is for its owner alone. */
    public static AtomicFiles open(Path folder) throws DeliveryException {
        try {
            OwnFiles.folders(folder);
            return new AtomicFiles(folder, false);
        } catch (IOException cause) {
            throw DeliveryException.of(folder, cause);
        }
    }

    /** Opens a folder in which others look: what is put there is for all for whom the folder is. */
    static AtomicFiles shared(Path folder) throws DeliveryException {
        try {
            OwnFiles.folders(folder);
            return new AtomicFiles(folder, true);
        } catch (IOException cause) {
            throw DeliveryException.of(folder, cause);
        }
    }

    /** Writes what {@link #deliver} will move; what a killed run left there is removed, and so is half a draft. */
    public void write(String name, Writing writing) throws DeliveryException {
        Path draft = draft(name);
        try {
            Files.deleteIfExists(draft);
            OwnFiles.make(draft);
            writing.to(draft);
            if (shared) {
                OwnFiles.share(draft);
            } else {
                OwnFiles.tighten(draft);
            }
        } catch (IOException cause) {
            discard(draft);
            throw DeliveryException.of(folder.resolve(name), cause);
        } catch (UncheckedIOException cause) {
            discard(draft);
            throw DeliveryException.of(folder.resolve(name), Objects.requireNonNull(cause.getCause()));
        }
    }

    /** Brings the draft onto the disk, where a full one would say so, without moving it yet. */
    void force(String name) throws DeliveryException {
        try (FileChannel channel = FileChannel.open(draft(name), StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException cause) {
            discard(draft(name));
            throw DeliveryException.of(folder.resolve(name), cause);
        }
    }

    /** Moves the draft into place, once it is on the disk. */
    public Path deliver(String name) throws DeliveryException {
        Path place = folder.resolve(name);
        try (FileChannel channel = FileChannel.open(draft(name), StandardOpenOption.WRITE)) {
            channel.force(true);
            channel.close();
            return Files.move(draft(name), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cause) {
            discard(draft(name));
            throw Files.isDirectory(place)
                    ? DeliveryException.folderInTheWay(place, cause)
                    : DeliveryException.of(place, cause);
        }
    }

    /** Removes what was written and shall not be delivered any more. */
    public void discard(String name) {
        discard(draft(name));
    }

    /** Removes what was delivered earlier, if it is still there. */
    public void remove(String name) throws DeliveryException {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException cause) {
            throw DeliveryException.of(folder.resolve(name), cause);
        }
    }

    private Path draft(String name) {
        return folder.resolve("." + name + ".tmp");
    }

    /** That this fails too must not hide the first failure. */
    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException leftover) {
            draft.toFile().deleteOnExit();
        }
    }
}
