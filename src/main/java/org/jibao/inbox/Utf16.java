package org.jibao.inbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in UTF-16 without the mark that says so. */
final class Utf16 {

    private static final int LEAST = 8;

    private Utf16() {}

    /** Whether the beginning reads as text either way round: line ends, letters and signs, and nothing else. */
    static boolean looksLike(byte[] bytes, int most) {
        int length = Math.min(bytes.length, most) & ~1;
        return length >= LEAST
                && (reads(bytes, length, StandardCharsets.UTF_16LE) || reads(bytes, length, StandardCharsets.UTF_16BE));
    }

    private static boolean reads(byte[] bytes, int length, Charset charset) {
        String text = new String(bytes, 0, length, charset);
        boolean spoken = text.codePoints()
                .limit(text.codePointCount(0, text.length()) - 1L)
                .allMatch(Utf16::isText);
        return spoken && text.chars().filter(sign -> sign < 0x80).count() * 20 >= text.length();
    }

    private static boolean isText(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL -> sign == '\t' || sign == '\n' || sign == '\r';
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> sign != 0xFFFD;
        };
    }
}
