package org.jibao.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/** Size and time of last change of each file that may be a submission; a folder that is not there has none. */
final class InboxState extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Map<String, String> files = new TreeMap<>();

    private InboxState(Path root) {
        this.root = root;
    }

    static Map<String, String> of(Path folder) {
        InboxState state = new InboxState(folder);
        try {
            if (Files.isDirectory(folder)) {
                Files.walkFileTree(folder, state);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(root) && isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    /** Neither hidden files nor the locks of workbooks that somebody has open. */
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isHidden(file) && !file.getFileName().toString().startsWith("~$")) {
            files.put(root.relativize(file).toString(), attributes.size() + "@" + attributes.lastModifiedTime());
        }
        return FileVisitResult.CONTINUE;
    }

    /** Gone again, or not to be read: the run says so if it is still there. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }
}
