package org.jibao.delivery;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, collections, texts, numbers, truth values and null as JSON, in the order given and always the same way;
 * anything else by its {@code toString}, as text.
 */
public final class Json {
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** JSON with two spaces a level, and a line break at its end. */
    public static String write(@Nullable Object value) {
        Json json = new Json();
        json.value(value, "\n");
        return json.text.append('\n').toString();
    }

    private void value(@Nullable Object value, String line) {
        if (value instanceof Map<?, ?> map) {
            members(map, line);
        } else if (value instanceof Collection<?> collection) {
            elements(collection, line);
        } else if (value == null || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else {
            quoted(value.toString());
        }
    }

    private void members(Map<?, ?> map, String line) {
        if (map.isEmpty()) {
            text.append("{}");
            return;
        }
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            text.append(line).append(STEP);
            quoted(String.valueOf(entry.getKey()));
            text.append(": ");
            value(entry.getValue(), line + STEP);
            text.append(entries.hasNext() ? "," : "");
        }
        text.append(line).append('}');
    }

    private void elements(Collection<?> collection, String line) {
        if (collection.isEmpty()) {
            text.append("[]");
            return;
        }
        text.append('[');
        Iterator<?> elements = collection.iterator();
        while (elements.hasNext()) {
            text.append(line).append(STEP);
            value(elements.next(), line + STEP);
            text.append(elements.hasNext() ? "," : "");
        }
        text.append(line).append(']');
    }

    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            // JSON has no word for these.
            text.append(Double.isFinite(number.doubleValue()) ? number.toString() : "null");
        } else {
            text.append(number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString());
        }
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i));
        }
        text.append('"');
    }

    private void character(char character) {
        switch (character) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (needsCode(character)) {
                    text.append("\\u").append(String.format(java.util.Locale.ROOT, "%04x", (int) character));
                } else {
                    text.append(character);
                }
            }
        }
    }

    /** Control characters must be written by code; line separators and half of a pair are safer so. */
    private static boolean needsCode(char character) {
        return Character.isISOControl(character)
                || character == '\u2028'
                || character == '\u2029'
                || character == '\uFEFF'
                || Character.isSurrogate(character);
    }
}
