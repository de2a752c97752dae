package org.jibao.cli.log;

/**
 * Text from outside, such as a file's name, in a line for people: with nothing in it that ends the line, moves the cursor or
 * turns the order of letters round.
 */
final class LogText {

    private LogText() {}

    /** As it is; in quotation marks where one could not see where it begins and ends. */
    static String value(String text) {
        boolean plain = !text.isEmpty()
                && text.codePoints().noneMatch(sign -> sign == '"' || sign == '=' || Character.isSpaceChar(sign));
        return plain ? visible(text) : '"' + visible(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (isVisible(sign)) {
                shown.appendCodePoint(sign);
            } else {
                shown.append("\\u%04x".formatted(sign));
            }
        });
        return shown.toString();
    }

    private static boolean isVisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                sign == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        };
    }
}
