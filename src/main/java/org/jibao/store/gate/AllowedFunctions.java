package org.jibao.store.gate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What people's SQL may call and cast to, by name. Whatever is not listed is refused. */
final class AllowedFunctions {

    private static final Set<String> VALUES = names("allowed-functions");

    /** Read rows from no file. Both kinds of series are streamed here, where the limit of time holds. */
    private static final Set<String> TABLES = Set.of("generate_series", "json_each", "json_tree", "range", "unnest");

    /** Ours, in schema intake. */
    private static final Set<String> TABLE_MACROS = Set.of("standing_at", "finding_at");

    private static final Set<String> TYPES = names("allowed-types");

    private AllowedFunctions() {}

    static boolean hasValue(String function) {
        return VALUES.contains(function.toLowerCase(Locale.ROOT));
    }

    static boolean hasTable(String function) {
        return TABLES.contains(function.toLowerCase(Locale.ROOT));
    }

    static boolean hasTableMacro(String schema, String macro) {
        return schema.equalsIgnoreCase("intake") && TABLE_MACROS.contains(macro.toLowerCase(Locale.ROOT));
    }

    static boolean hasType(String type) {
        return TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    /** A file of names, one a line; lines that begin with {@code # } say what they are. */
    static Set<String> names(String file) {
        String path = file + ".txt";
        try (InputStream stream =
                Objects.requireNonNull(AllowedFunctions.class.getResourceAsStream(path), path + " is not in the jar")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
