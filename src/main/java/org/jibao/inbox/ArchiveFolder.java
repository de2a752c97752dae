package org.jibao.inbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jibao.guard.OwnFiles;

/**
 * A folder of an archive, to which received files are moved. Nothing there is ever overwritten, and a file leaves the
 * inbox only when its bytes stand in the archive: killed at any moment, a move can be done again.
 */
public final class ArchiveFolder {

    /** In bytes; what file systems take. */
    private static final int LONGEST_NAME = 255;

    private final Path folder;

    public ArchiveFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Moves a file to its own name within the inbox; where other bytes have that name, to the first that is free of
     * {@code name-2}, {@code name-3} and so on.
     *
     * @return where it is now; empty where it is a link, or no longer there with the bytes that were fingerprinted, and so stays
     */
    public Optional<Path> take(InboxFile file) throws IOException {
        if (!asFingerprinted(file)) {
            return Optional.empty();
        }
        Path place = place(file);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            // The same bytes: a move that was killed before its last step, or a file that was sent again.
            Files.delete(file.path());
            return Optional.of(place);
        }
        OwnFiles.folderOf(place);
        move(file, place);
        return Optional.of(place);
    }

    private static boolean asFingerprinted(InboxFile file) throws IOException {
        try {
            return !Files.isSymbolicLink(file.path()) && file.unchanged();
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** One that is free, or that the same bytes have already. */
    private Path place(InboxFile file) throws IOException {
        Path first = folder.resolve(file.name());
        Path place = first;
        for (int number = 2; Files.exists(place, LinkOption.NOFOLLOW_LINKS) && !holds(place, file); number++) {
            place = first.resolveSibling(numbered(first.getFileName().toString(), number));
        }
        return place;
    }

    private static boolean holds(Path place, InboxFile file) throws IOException {
        return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
                && Files.size(place) == file.size()
                && Inbox.sha256(place).equals(file.sha256());
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        String stem = dot <= 0 ? name : name.substring(0, dot);
        String ending = "-" + number + (dot <= 0 ? "" : name.substring(dot));
        while (!stem.isEmpty() && (stem + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static void move(InboxFile file, Path place) throws IOException {
        try {
            Files.move(file.path(), place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException anotherFileSystem) {
            copy(file, place);
            Files.delete(file.path());
        }
    }

    /** The copy has its name only once it is on the disk and its bytes have been compared. */
    static void copy(InboxFile file, Path place) throws IOException {
        Path draft = place.resolveSibling("." + file.sha256() + ".tmp");
        Files.copy(file.path(), draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (!Inbox.sha256(draft).equals(file.sha256())) {
            Files.delete(draft);
            throw new IOException("the copy of " + file.path() + " differs from it");
        }
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }
}
