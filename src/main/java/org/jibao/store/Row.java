package org.jibao.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a result, read by the names of its columns. It is a view: the values stay where the result holds them, and the
 * names are looked up in an index that all rows of the result share.
 *
 * <p>Each of our queries names its columns. A name that is not there, or stands there twice, a value of another type, and a
 * missing value where one must be, are therefore faults of this program: each throws {@link IllegalStateException}.
 */
public final class Row {

    private static final Map<Class<?>, String> KINDS = Map.of(
            String.class, "a text",
            Long.class, "a whole number",
            BigDecimal.class, "a decimal number",
            Boolean.class, "a flag",
            LocalDate.class, "a date",
            Instant.class, "a time");

    private final Names names;
    private final List<@Nullable Object> values;

    Row(Names names, List<@Nullable Object> values) {
        this.names = names;
        this.values = values;
    }

    public String text(String column) {
        return value(column, String.class);
    }

    /** The text, or null where the row has none. */
    public @Nullable String textOrNull(String column) {
        return valueOrNull(column, String.class);
    }

    /** The text, or another one where the row has none. */
    public String textOr(String column, String absent) {
        String text = textOrNull(column);
        return text == null ? absent : text;
    }

    /** A whole number. */
    public long count(String column) {
        return value(column, Long.class);
    }

    /** A whole number, or null where the row has none. */
    public @Nullable Long countOrNull(String column) {
        return valueOrNull(column, Long.class);
    }

    /** A whole number, or another one where the row has none. */
    public long countOr(String column, long absent) {
        Long count = countOrNull(column);
        return count == null ? absent : count;
    }

    /** A decimal number, or null where the row has none. */
    public @Nullable BigDecimal numberOrNull(String column) {
        return valueOrNull(column, BigDecimal.class);
    }

    public Instant time(String column) {
        return value(column, Instant.class);
    }

    /** The time, or null where the row has none. */
    public @Nullable Instant timeOrNull(String column) {
        return valueOrNull(column, Instant.class);
    }

    public boolean flag(String column) {
        return value(column, Boolean.class);
    }

    /** The constant that has the text as its name, in letters of either case. */
    public <E extends Enum<E>> E choice(String column, Class<E> choices) {
        String word = text(column);
        String name = word.toUpperCase(Locale.ROOT);
        E[] constants = choices.getEnumConstants();
        for (E constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException("column \"%s\" holds \"%s\" where one of %s was meant"
                .formatted(column, word, Arrays.toString(constants)));
    }

    /** The value, whatever its type. */
    public @Nullable Object value(String column) {
        return values.get(names.index(column));
    }

    /** All values, in the order of the columns. */
    List<@Nullable Object> values() {
        return values;
    }

    private <T> T value(String column, Class<T> type) {
        T value = valueOrNull(column, type);
        if (value == null) {
            throw wrong(column, null, type);
        }
        return value;
    }

    private <T> @Nullable T valueOrNull(String column, Class<T> type) {
        Object value = value(column);
        if (value != null && !type.isInstance(value)) {
            throw wrong(column, value, type);
        }
        return type.cast(value);
    }

    /** Without the value: it may be of a person, and this text goes to the log. */
    private static IllegalStateException wrong(String column, @Nullable Object found, Class<?> meant) {
        return new IllegalStateException("column \"%s\" holds %s where %s was meant"
                .formatted(column, found == null ? "nothing" : kind(found.getClass()), kind(meant)));
    }

    private static String kind(Class<?> type) {
        return KINDS.getOrDefault(type, type.getSimpleName());
    }

    /** Where each column of a result stands. */
    static final class Names {

        private static final int TWICE = -1;

        private final List<String> columns;
        private final Map<String, Integer> indexes = new HashMap<>();

        Names(List<String> columns) {
            this.columns = columns;
            for (int i = 0; i < columns.size(); i++) {
                indexes.merge(columns.get(i), i, (first, second) -> TWICE);
            }
        }

        int index(String column) {
            Integer index = indexes.get(column);
            if (index == null) {
                throw new IllegalStateException("no column \"%s\" among %s".formatted(column, columns));
            }
            if (index == TWICE) {
                throw new IllegalStateException("more than one column \"%s\" among %s".formatted(column, columns));
            }
            return index;
        }
    }
}
