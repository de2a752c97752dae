package org.jibao.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder of one period's outputs. A file is written beside its place under another name and then moved into it, so
 * that nobody ever opens half of one.
 */
public final class Outbox {

    private final Path folder;

    private Outbox(Path folder) {
        this.folder = folder;
    }

    public static Outbox open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Outbox(folder);
    }

    /** Where to write what {@link #deliver} will move; what a killed run left there is removed. */
    public Path draft(String name) throws IOException {
        Path draft = folder.resolve("." + name + ".tmp");
        Files.deleteIfExists(draft);
        return draft;
    }

    /** Moves the draft into place, once it is on the disk. */
    public Path deliver(String name) throws IOException {
        Path draft = folder.resolve("." + name + ".tmp");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Path place = folder.resolve(name);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return place;
    }
}
