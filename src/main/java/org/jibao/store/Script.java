package org.jibao.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** SQL from the class path, found by name. {@code ${name}} stands for generated names, already quoted. */
final class Script {

    private Script() {}

    static String read(String name) {
        return resource("/org/jibao/store/" + name + ".sql");
    }

    static String read(String name, Map<String, String> values) {
        String sql = read(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            sql = sql.replace("${" + value.getKey() + "}", value.getValue());
        }
        return sql;
    }

    static String resource(String path) {
        try (InputStream stream =
                Objects.requireNonNull(Script.class.getResourceAsStream(path), path + " is not in the jar")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
