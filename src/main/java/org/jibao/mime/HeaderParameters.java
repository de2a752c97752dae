package org.jibao.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jibao.mime.EncodedWords.Hex;
import org.jspecify.annotations.Nullable;

/**
 * A header such as {@code Content-Type}: its first word and the parameters behind it, also in pieces and with a set
 * (RFC 2231).
 */
final class HeaderParameters {

    private static final int MOST = 200;

    private final String value;
    private final Map<String, String> plain = new LinkedHashMap<>();

    private HeaderParameters(String header) {
        int end = header.indexOf(';');
        value = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        int at = end;
        for (int i = 0; at >= 0 && i < MOST; i++) {
            at = parameter(header, at + 1);
        }
    }

    static HeaderParameters of(@Nullable String header) {
        return new HeaderParameters(header == null ? "" : HeaderText.unfolded(header));
    }

    /** What stands before the parameters, in lower case. */
    String value() {
        return value;
    }

    /** Reads one and gives where the next begins. */
    private int parameter(String header, int start) {
        int equals = header.indexOf('=', start);
        int semicolon = header.indexOf(';', start);
        if (equals < 0 || semicolon >= 0 && semicolon < equals) {
            return semicolon;
        }
        String name = header.substring(start, equals).strip().toLowerCase(Locale.ROOT);
        int at = equals + 1;
        while (at < header.length() && Character.isWhitespace(header.charAt(at))) {
            at++;
        }
        StringBuilder text = new StringBuilder();
        int end;
        if (at < header.length() && header.charAt(at) == '"') {
            end = header.indexOf(';', quoted(header, at + 1, text));
        } else {
            end = header.indexOf(';', at);
            text.append(header, at, end < 0 ? header.length() : end);
        }
        plain.putIfAbsent(name, text.toString().strip());
        return end;
    }

    /** Up to the closing quote. A backslash that hides no quote is one of a path. */
    private static int quoted(String header, int start, StringBuilder text) {
        for (int at = start; at < header.length(); at++) {
            char sign = header.charAt(at);
            char next = at + 1 < header.length() ? header.charAt(at + 1) : 0;
            if (sign == '\\' && (next == '"' || next == '\\')) {
                text.append(next);
                at++;
            } else if (sign == '"') {
                return at + 1;
            } else {
                text.append(sign);
            }
        }
        return header.length();
    }

    /** In words; empty where there is none. */
    String get(String name) {
        String extended = plain.get(name + "*");
        if (extended != null) {
            return Extended.decode(Map.of(0, extended), true);
        }
        Map<Integer, String> pieces = new TreeMap<>();
        boolean coded = false;
        for (Map.Entry<String, String> entry : plain.entrySet()) {
            String key = entry.getKey();
            if (key.startsWith(name + "*")) {
                boolean codedPiece = key.endsWith("*");
                Integer number = number(key.substring(name.length() + 1, key.length() - (codedPiece ? 1 : 0)));
                if (number != null) {
                    pieces.put(number, (codedPiece ? "*" : " ") + entry.getValue());
                    coded |= codedPiece;
                }
            }
        }
        if (pieces.isEmpty()) {
            return words(plain.getOrDefault(name, ""));
        }
        return coded ? Extended.decode(pieces, false) : words(joined(pieces));
    }

    private static @Nullable Integer number(String digits) {
        return digits.matches("[0-9]{1,4}") ? Integer.valueOf(digits) : null;
    }

    private static String joined(Map<Integer, String> pieces) {
        StringBuilder joined = new StringBuilder();
        pieces.values().forEach(piece -> joined.append(piece, 1, piece.length()));
        return joined.toString();
    }

    /** A value that is not of RFC 2231: encoded words, or percent signs, or plain bytes. */
    static String words(String value) {
        String words = EncodedWords.decode(HeaderText.raw(value));
        String unescaped = Extended.percent(words);
        return unescaped == null ? words : unescaped;
    }

    /** Values in which bytes are written as {@code %E8}. */
    static final class Extended {

        private Extended() {}

        /**
         * @param whole whether the value is one piece without a mark before it; else each begins with {@code *} if it
         *     is coded
         */
        static String decode(Map<Integer, String> pieces, boolean whole) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String charset = "";
            boolean first = true;
            for (String piece : pieces.values()) {
                boolean coded = whole || piece.charAt(0) == '*';
                String text = whole ? piece : piece.substring(1);
                if (first && coded && text.indexOf('\'') >= 0) {
                    charset = text.substring(0, text.indexOf('\''));
                    int second = text.indexOf('\'', charset.length() + 1);
                    text = text.substring(Math.max(second, charset.length()) + 1);
                }
                first = false;
                write(text, coded, bytes);
            }
            return HeaderText.decoded(bytes.toByteArray(), charset);
        }

        private static void write(String text, boolean coded, ByteArrayOutputStream bytes) {
            for (int i = 0; i < text.length(); i++) {
                int value = coded && text.charAt(i) == '%' ? Hex.pair(text, i + 1) : -1;
                if (value >= 0) {
                    bytes.write(value);
                    i += 2;
                } else if (text.charAt(i) <= 0xFF) {
                    bytes.write(text.charAt(i));
                } else {
                    bytes.writeBytes(Character.toString(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        /**
         * UTF-8 that is written in percent signs, as browsers write it; null where the text is none, or only in part.
         */
        static @Nullable String percent(String text) {
            int sign = text.indexOf('%');
            if (sign < 0) {
                return null;
            }
            for (; sign >= 0; sign = text.indexOf('%', sign + 1)) {
                if (Hex.pair(text, sign + 1) < 0) {
                    return null;
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '%') {
                    bytes.write(Hex.pair(text, i + 1));
                    i += 2;
                } else {
                    bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
                }
            }
            return HeaderText.strict(bytes.toByteArray(), StandardCharsets.UTF_8);
        }
    }
}
