package org.jibao.inspect;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;

/**
 * Finds received files where they lie now, by their bytes: in the inbox or the archive, under the name that the
 * snapshot has or wherever they have been moved to. Nothing outside of these folders is opened, and what has other
 * bytes is another file.
 */
public final class ReceivedFiles {

    /** Deeper than an archive of a job of lists; a loop of folders ends. */
    private static final int DEEPEST = 16;

    /** More than an archive of ten years has; beyond them a file counts as gone. */
    private static final int MOST_LOOKED_AT = 200_000;

    /** Files of one size whose bytes are compared: blank templates are alike. */
    private static final int MOST_COMPARED = 200;

    private static final String ZIP = ".zip/";

    private final List<Path> folders;
    private final Limits limits;

    /** @param folders in which files are looked for, those that are there */
    public ReceivedFiles(List<Path> folders, Limits limits) {
        this.folders = List.copyOf(folders);
        this.limits = limits;
    }

    /**
     * What the snapshot says of a file.
     *
     * @param name its path inside the inbox, with {@code /}
     * @param size in bytes
     */
    record Sought(String name, String sha256, long size) {

        /** The path of the file that lies in the folder: the ZIP, where it was sent in one. */
        String outer() {
            int end = name.toLowerCase(Locale.ROOT).indexOf(ZIP);
            return end < 0 ? name : name.substring(0, end + ZIP.length() - 1);
        }

        boolean isPacked() {
            return !outer().equals(name);
        }
    }

    Optional<InboxFile> find(Sought sought) {
        for (Path folder : folders) {
            Optional<InboxFile> found = named(folder, sought);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Path folder : folders) {
            for (Path candidate : moved(folder, sought)) {
                Optional<InboxFile> found = same(candidate, sought);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<InboxFile> named(Path folder, Sought sought) {
        try {
            Path root = folder.toRealPath();
            Path file = root.resolve(sought.outer()).normalize();
            boolean inside = file.startsWith(root) && file.toRealPath().startsWith(root);
            return inside && Files.isRegularFile(file) ? same(file, sought) : Optional.empty();
        } catch (IOException | InvalidPathException gone) {
            return Optional.empty();
        }
    }

    private Optional<InboxFile> same(Path file, Sought sought) {
        try {
            return Inbox.only(file, limits).files().stream()
                    .filter(one -> one.sha256().equals(sought.sha256()))
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Files that may be it: of its size, or ZIPs of its name. Links are not followed. */
    private static Set<Path> moved(Path folder, Sought sought) {
        Set<Path> candidates = new LinkedHashSet<>();
        String own = sought.outer().substring(sought.outer().lastIndexOf('/') + 1);
        try {
            Files.walkFileTree(
                    folder.toRealPath(), EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                        private int looked;

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            boolean fits = sought.isPacked()
                                    ? String.valueOf(file.getFileName()).equals(own)
                                    : attributes.size() == sought.size();
                            if (attributes.isRegularFile() && fits) {
                                candidates.add(file);
                            }
                            looked++;
                            return looked < MOST_LOOKED_AT && candidates.size() < MOST_COMPARED
                                    ? FileVisitResult.CONTINUE
                                    : FileVisitResult.TERMINATE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException notReadable) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException gone) {
            return candidates;
        }
        return candidates;
    }
}
