package org.jibao.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** XML in UTF-8, put together in a buffer without a string for each piece. */
final class XmlBytes {

    private static final int FULL = 1 << 16;
    /** The most bytes that one call adds, a character of a text aside. */
    private static final int SPARE = 1 << 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[FULL + SPARE];
    private int length;

    XmlBytes(OutputStream out) {
        this.out = out;
    }

    /** Markup or digits, at most a thousand characters, none beyond ASCII. */
    XmlBytes ascii(String text) throws IOException {
        put(text);
        return full();
    }

    /** The same as bytes: what a caller has at hand for many cells. */
    XmlBytes bytes(byte[] ascii) throws IOException {
        System.arraycopy(ascii, 0, buffer, length, ascii.length);
        length += ascii.length;
        return full();
    }

    /** A whole number from 0 on. */
    XmlBytes number(int number) throws IOException {
        int digits = 1;
        for (long power = 10; power <= number; power *= 10) {
            digits++;
        }
        int left = number;
        for (int at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
        return full();
    }

    /** The element {@code t} of a text; blanks at its ends and new lines are kept. */
    XmlBytes textElement(String text) throws IOException {
        ascii(keepsBlanks(text) ? "<t xml:space=\"preserve\">" : "<t>");
        for (int i = 0; i < text.length(); i++) {
            i = character(text, i);
            full();
        }
        return ascii("</t>");
    }

    private static boolean keepsBlanks(String text) {
        return !text.isEmpty()
                && (text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ' || text.indexOf('\n') >= 0);
    }

    /** The character at an index, escaped; what XML cannot hold, and what Excel would take for that, as Excel writes it. */
    private int character(String text, int index) {
        char c = text.charAt(index);
        if (c < 0x80) {
            switch (c) {
                case '&' -> put("&amp;");
                case '<' -> put("&lt;");
                case '>' -> put("&gt;");
                case '_' -> put(isEscape(text, index) ? "_x005F_" : "_");
                case '\t', '\n' -> buffer[length++] = (byte) c;
                default -> {
                    if (c < ' ') {
                        escaped(c);
                    } else {
                        buffer[length++] = (byte) c;
                    }
                }
            }
        } else if (c < 0x800) {
            put(0xC0 | c >> 6, 0x80 | c & 0x3F);
        } else if (Character.isHighSurrogate(c)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1))) {
            int point = Character.toCodePoint(c, text.charAt(index + 1));
            put(0xF0 | point >> 18, 0x80 | point >> 12 & 0x3F, 0x80 | point >> 6 & 0x3F, 0x80 | point & 0x3F);
            return index + 1;
        } else if (Character.isSurrogate(c) || c >= 0xFFFE) {
            escaped(c);
        } else {
            put(0xE0 | c >> 12, 0x80 | c >> 6 & 0x3F, 0x80 | c & 0x3F);
        }
        return index;
    }

    private void put(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            buffer[length++] = (byte) ascii.charAt(i);
        }
    }

    /** As {@link #bytes} takes them. */
    static byte[] of(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private void put(int... bytes) {
        for (int next : bytes) {
            buffer[length++] = (byte) next;
        }
    }

    private void escaped(char c) {
        put(String.format("_x%04X_", (int) c));
    }

    /** Whether there stands {@code _xHHHH_}, which Excel would read as one character. */
    private static boolean isEscape(String text, int at) {
        if (at + 6 >= text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private XmlBytes full() throws IOException {
        if (length >= FULL) {
            flush();
        }
        return this;
    }

    /** Hands on what is in the buffer. */
    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
