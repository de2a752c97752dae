package org.jibao.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * Where finished files go. A file appears under its name whole or not at all: it is written beside it under a temporary
 * name, forced to the disk and moved over the old one in one step.
 */
public final class OutputFolder {
    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the content of one file to the path it is given. */
    @FunctionalInterface
    public interface Writing {
        void to(Path temporary) throws IOException;
    }

    /**
     * Opens the folder, making it where it is not there.
     *
     * @throws DeliveryException where it cannot be made
     */
    public static OutputFolder at(Path folder) {
        try {
            Files.createDirectories(folder);
            return new OutputFolder(folder);
        } catch (IOException cause) {
            throw DeliveryException.of(folder, cause);
        }
    }

    public Path path() {
        return folder;
    }

    /**
     * Writes one file and moves it into place.
     *
     * @param name a file name, or a path inside the folder with {@code /}; sub-folders are made
     * @throws DeliveryException where it cannot be written; what stood under the name is then untouched
     */
    public DeliveredFile write(String name, Writing writing) {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder.normalize()) || target.equals(folder.normalize())) {
            throw new IllegalArgumentException(name + " is not inside " + folder);
        }
        Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            writing.to(temporary);
            force(temporary);
            DeliveredFile delivered = new DeliveredFile(name, Files.size(temporary), Sha256.of(temporary));
            move(temporary, target);
            return delivered;
        } catch (IOException cause) {
            throw DeliveryException.of(target, cause);
        } catch (UncheckedIOException cause) {
            throw DeliveryException.of(target, Objects.requireNonNull(cause.getCause()));
        } finally {
            discard(temporary);
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException onThisDisk) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** After a failure the half-written file goes; that this fails too must not hide the first failure. */
    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException leftover) {
            temporary.toFile().deleteOnExit();
        }
    }
}
