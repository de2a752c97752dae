package org.jibao.store.keeping;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jibao.guard.OwnFiles;
import org.jibao.store.Creation;

/**
 * The books beside a store, or beside a backup, to which lines are only ever added: the notes of calls, and one of
 * mails for each job. A copy that ends in the midst of a line is as good as one without it.
 */
final class LineBooks {

    private final Path store;

    private LineBooks(Path store) {
        this.store = store;
    }

    static LineBooks beside(Path store) {
        return new LineBooks(store);
    }

    private Path calls() {
        return store.resolveSibling(store.getFileName() + ".calls.jsonl");
    }

    private Path mails() {
        return store.resolveSibling(store.getFileName() + ".mail");
    }

    private List<Path> mailBooks() throws IOException {
        List<Path> books = new ArrayList<>();
        if (Files.isDirectory(mails())) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(mails(), "*.jsonl")) {
                found.forEach(books::add);
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return books;
    }

    /** Puts the same books beside another store. A book that is there already knows more, and stays. */
    void copyTo(Path other) throws IOException {
        LineBooks target = beside(other);
        copy(calls(), target.calls());
        for (Path book : mailBooks()) {
            copy(book, target.mails().resolve(String.valueOf(book.getFileName())));
        }
    }

    private static void copy(Path book, Path target) throws IOException {
        if (!Files.exists(book) || Files.exists(target)) {
            return;
        }
        OwnFiles.folderOf(target);
        Path draft = target.resolveSibling("." + target.getFileName() + ".tmp");
        OwnFiles.copy(book, draft, StandardCopyOption.REPLACE_EXISTING);
        Creation.force(draft);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    void delete() throws IOException {
        Files.deleteIfExists(calls());
        for (Path book : mailBooks()) {
            Files.delete(book);
        }
        Files.deleteIfExists(mails());
    }
}
