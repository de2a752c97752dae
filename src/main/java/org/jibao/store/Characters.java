package org.jibao.store;

/** What the engine keeps of a text: it refuses half a character, and cuts at a zero byte. */
final class Characters {

    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /** The same text, with U+FFFD for each character that cannot be stored. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> storable.appendCodePoint(halfOrZero(point) ? REPLACEMENT : point));
        return storable.toString();
    }

    private static boolean halfOrZero(int point) {
        return point == 0 || (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point));
    }
}
