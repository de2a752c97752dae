package org.jibao.draft;

/** Words without what stands at their ends. */
final class Trimmed {

    /** Letters that are written without gaps come behind. */
    private static final char HAN = 0x2E80;

    /** So much of a text tells it from what people enter. */
    private static final int BEGINNING = 40;

    private Trimmed() {}

    /** Without spaces and any of these signs at either end. */
    static String of(String words, String signs) {
        int from = 0;
        int to = words.length();
        while (from < to && falls(words.charAt(from), signs)) {
            from++;
        }
        while (to > from && falls(words.charAt(to - 1), signs)) {
            to--;
        }
        return words.substring(from, to);
    }

    private static boolean falls(char sign, String signs) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || signs.indexOf(sign) >= 0;
    }

    /** How a text begins, without signs that mean something in a condition. */
    static String begin(String text) {
        String stripped = text.strip();
        int end = 0;
        while (end < Math.min(stripped.length(), BEGINNING) && isPlain(stripped.charAt(end))) {
            end++;
        }
        return stripped.substring(0, end).strip();
    }

    private static boolean isPlain(char sign) {
        return !Character.isISOControl(sign) && "%_'\"\\".indexOf(sign) < 0;
    }

    /** Its lines in one, with a space between Latin words. */
    static String oneLine(String words) {
        StringBuilder one = new StringBuilder();
        for (String line :
                words.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            boolean latin = one.length() > 0 && one.charAt(one.length() - 1) < HAN && line.charAt(0) < HAN;
            one.append(latin ? " " : "").append(line);
        }
        return one.toString();
    }
}
