package org.jibao.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.store.Store;

/**
 * Where the entries of long registers lie between reading and storing: beside the store, whose lock keeps every other run
 * away. Nothing in it is needed once a run has ended, however it ended: what is not stored is read again.
 */
record TemporaryEntries(Path folder) {

    public static TemporaryEntries beside(Store store) {
        return new TemporaryEntries(Path.of(store.file().toAbsolutePath() + ".entries"));
    }

    /** Removes what a run has left, be it this one or one that was killed. */
    void clear() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> inside = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : inside) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
