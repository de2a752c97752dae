package org.jibao.guard;

/**
 * Text from outside as a terminal or a log may be sent it: with nothing in it that ends a line, moves the cursor, colours what
 * follows or turns the order of letters round. Such a character is shown as its escape, {@code \u001b}.
 */
public final class VisibleText {

    /** What follows a line break within a text: so it does not look like a line of its own. */
    private static final String INDENT = "    ";

    private VisibleText() {}

    /** On one line. */
    public static String line(String text) {
        return shown(text, "\\u000a");
    }

    /** On as many lines as it has, all but the first indented. */
    public static String lines(String text) {
        return shown(text.replace("\r\n", "\n").replace("\t", INDENT), "\n" + INDENT);
    }

    /** A whole text of JSON: what JSON itself leaves as it is within its strings is escaped there too. */
    public static String inJson(String json) {
        return shown(json, "\n");
    }

    private static String shown(String text, String lineBreak) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(sign -> {
            if (sign == '\n') {
                shown.append(lineBreak);
            } else if (isVisible(sign)) {
                shown.appendCodePoint(sign);
            } else {
                escape(shown, sign);
            }
        });
        return shown.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign < ' ' || sign > '~' && !isVisible(sign)) {
                return false;
            }
        }
        return true;
    }

    /** Appends the escape of a character, as JSON and Java write it. */
    static void escape(StringBuilder shown, int sign) {
        for (char unit : Character.toChars(sign)) {
            shown.append("\\u").append("%04x".formatted((int) unit));
        }
    }

    /** Whether it may be shown as it is; a half of a character may not. */
    static boolean isVisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
