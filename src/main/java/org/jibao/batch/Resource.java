package org.jibao.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** This package's SQL, found by name. */
final class Resource {

    private Resource() {}

    static String sql(String name) {
        String path = name + ".sql";
        try (InputStream stream =
                Objects.requireNonNull(Resource.class.getResourceAsStream(path), path + " is not in the jar")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
