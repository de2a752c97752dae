package org.jibao.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jibao.definition.MarkKey;
import org.jibao.guard.OwnFiles;

/**
 * The file beside a store, or a backup of it, that holds the key of the marks: {@code jibao.key} of {@code jibao.duckdb}, for its owner
 * alone. It is made when a template is first made.
 */
public final class MarkKeyFile {

    private final Path file;

    private MarkKeyFile(Path file) {
        this.file = file;
    }

    public static MarkKeyFile beside(Path store) {
        return new MarkKeyFile(store.resolveSibling(BackupFolder.stem(store) + ".key"));
    }

    public Path file() {
        return file;
    }

    /**
     * The key; empty where none was ever made.
     *
     * @throws IOException where it cannot be read, or the file holds no key
     */
    public Optional<MarkKey> read() throws IOException {
        try {
            if (Files.size(file) > 4L * MarkKey.LENGTH) {
                throw new IOException("no key");
            }
            return Optional.of(
                    new MarkKey(HexFormat.of().parseHex(Files.readString(file).strip())));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new IOException("no key", e);
        }
    }

    /**
     * The key, made where there is none.
     *
     * @throws IOException where it can be neither read nor made
     */
    public MarkKey make() throws IOException {
        Optional<MarkKey> known = read();
        if (known.isPresent()) {
            return known.get();
        }
        byte[] bytes = new byte[MarkKey.LENGTH];
        new SecureRandom().nextBytes(bytes);
        OwnFiles.folderOf(file);
        write(HexFormat.of().formatHex(bytes) + "\n", file, false);
        return read().orElseThrow(() -> new NoSuchFileException(file.toString()));
    }

    /** Puts the same key beside another store or a backup; nothing where there is none. What has that name is replaced. */
    public void copyTo(MarkKeyFile other) throws IOException {
        if (Files.exists(file)) {
            write(Files.readString(file), other.file, true);
        }
    }

    /**
     * The file has its name only once it is whole.
     *
     * @param replace whether a file of this name goes; else it stays, as somebody has made one meanwhile
     */
    private static void write(String text, Path target, boolean replace) throws IOException {
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(draft);
            OwnFiles.write(draft, text);
            Creation.force(draft);
            if (replace) {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.move(draft, target);
            }
        } catch (FileAlreadyExistsException another) {
            if (replace) {
                throw another;
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
