package org.jibao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder as it was at one moment, with times and rights, to be put back in its place: what many tests go on from is made once.
 * It goes back to the same path, because stores, ledgers and job folders name paths.
 */
public final class SavedFolder {

    private final Path folder;
    private final List<Saved> parts = new ArrayList<>();

    /** @param bytes null for a folder */
    private record Saved(
            Path path,
            byte @Nullable [] bytes,
            FileTime time,
            @Nullable Set<PosixFilePermission> rights) {}

    public SavedFolder(Path folder) {
        this.folder = folder;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                parts.add(saved(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Saved saved(Path path) throws IOException {
        PosixFileAttributeView posix = posix(path);
        return new Saved(
                path,
                Files.isDirectory(path) ? null : Files.readAllBytes(path),
                Files.getLastModifiedTime(path),
                posix == null ? null : posix.readAttributes().permissions());
    }

    private static @Nullable PosixFileAttributeView posix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class);
    }

    /** Removes what is in the folder now and puts everything there again. */
    public Path putBack() throws IOException {
        clear();
        for (Saved part : parts) {
            if (part.bytes != null) {
                Files.write(part.path, part.bytes);
            } else if (!part.path.equals(folder)) {
                Files.createDirectory(part.path);
            }
        }
        // A folder's time and rights go last: what is written into it changes the one and may need others.
        for (int i = parts.size() - 1; i >= 0; i--) {
            Saved part = parts.get(i);
            PosixFileAttributeView posix = posix(part.path);
            if (posix != null && part.rights != null) {
                posix.setPermissions(part.rights);
            }
            Files.setLastModifiedTime(part.path, part.time);
        }
        return folder;
    }

    private void clear() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }
}
