package org.jibao.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;

/**
 * Stores as the first run makes them, for tests of what comes afterwards: one is made in each process, by the program itself, and
 * copied. Making one takes a third of a second, a copy a few milliseconds. All copies were born at the same moment, by which the
 * program knows a store again: a test of two stores that are not one makes the other by {@link Store#open}.
 */
public final class FreshStore {

    private FreshStore() {}

    /** Opens the store; one that is not there is put there first. */
    public static Store open(Path file) {
        return Store.open(at(file), StoreSettings.DEFAULT);
    }

    /** Puts a store there, if none is. */
    public static Path at(Path file) {
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            return Files.write(file, Made.BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one of this process. */
    private static final class Made {

        static final byte[] BYTES = make();

        private static byte[] make() {
            try {
                Path folder = Files.createTempDirectory("fresh-store");
                Path file = folder.resolve("fresh.duckdb");
                Store.open(file, StoreSettings.DEFAULT).close();
                byte[] bytes = Files.readAllBytes(file);
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path left : files.toList()) {
                        Files.delete(left);
                    }
                }
                Files.delete(folder);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
