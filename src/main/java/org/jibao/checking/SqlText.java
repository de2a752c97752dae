package org.jibao.checking;

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

/** A statement in {@code org/jibao/checking/<name>.sql}, whose <code>${places}</code> are filled in once; and how values are quoted. */
final class SqlText {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)\\}");

    private final String text;

    private SqlText(String text) {
        this.text = text;
    }

    static SqlText named(String name) {
        try (InputStream stream = Objects.requireNonNull(SqlText.class.getResourceAsStream(name + ".sql"), name)) {
            return new SqlText(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is filled in is not looked at again, whatever it holds. */
    String with(Map<String, String> fragments) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(Objects.requireNonNull(
                        fragments.get(place.group(1)), () -> "nothing for ${" + place.group(1) + "}")));
    }

    static String literal(@Nullable String value) {
        return value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
    }

    static String literal(BigDecimal value) {
        return value.toPlainString();
    }

    static String name(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
