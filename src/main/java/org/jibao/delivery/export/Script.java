package org.jibao.delivery.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** This package's SQL, found by name. {@code ${name}} stands for what is put in, already quoted. */
final class Script {

    private Script() {}

    static String read(String name, Map<String, String> values) {
        String sql = read(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            sql = sql.replace("${" + value.getKey() + "}", value.getValue());
        }
        return sql;
    }

    static String read(String name) {
        String path = name + ".sql";
        try (InputStream stream =
                Objects.requireNonNull(Script.class.getResourceAsStream(path), path + " is not in the jar")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String text(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }
}
