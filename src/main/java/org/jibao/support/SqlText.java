package org.jibao.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL that lies in the jar beside the class that runs it, and what is put into it where a parameter cannot stand. */
public final class SqlText {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)\\}");

    private SqlText() {}

    /**
     * Reads {@code <name>.sql} from the owner's package.
     *
     * @param name may begin with folders below the package
     */
    public static String read(Class<?> owner, String name) {
        return text(owner, name + ".sql");
    }

    /** Reads a text of any kind from the owner's package. */
    public static String text(Class<?> owner, String path) {
        try (InputStream stream =
                Objects.requireNonNull(owner.getResourceAsStream(path), path + " is not in the jar")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a statement and fills it in. */
    public static String read(Class<?> owner, String name, Map<String, String> fragments) {
        return fill(read(owner, name), fragments);
    }

    /**
     * Puts fragments, already quoted, where {@code ${name}} stands. A fragment is not looked at again, whatever it holds.
     *
     * @throws NullPointerException if a place has no fragment
     */
    public static String fill(String sql, Map<String, String> fragments) {
        return PLACE.matcher(sql)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(
                        fragments.get(place.group(1)), () -> "nothing for ${" + place.group(1) + "}")));
    }

    /** A text as a literal; null is NULL. */
    public static String literal(@Nullable String value) {
        return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
    }

    public static String literal(BigDecimal value) {
        return value.toPlainString();
    }

    /** An identifier in double quotes. */
    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
