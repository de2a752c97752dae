package org.jibao.reading.workbook;

/**
 * Characters that XML cannot hold, or would change, stand in a workbook as {@code _x000D_} (ECMA-376-1, ST_Xstring); what only
 * looks so has its own underscore written as {@code _x005F_}.
 */
public final class Escapes {

    private static final int LENGTH = 7;
    private static final int HEXADECIMAL = 16;

    private Escapes() {}

    public static String decoded(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int code = code(text, at);
            if (code < 0) {
                at = text.indexOf("_x", at + 1);
            } else {
                decoded.append(text, done, at).append((char) code);
                done = at + LENGTH;
                at = text.indexOf("_x", done);
            }
        }
        return decoded.append(text, done, text.length()).toString();
    }

    /** Of the escape that begins here, or -1. */
    private static int code(String text, int at) {
        if (at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
            return -1;
        }
        int code = 0;
        for (int i = at + 2; i < at + LENGTH - 1; i++) {
            int digit = text.charAt(i) > 'f' ? -1 : Character.digit(text.charAt(i), HEXADECIMAL);
            if (digit < 0) {
                return -1;
            }
            code = code * HEXADECIMAL + digit;
        }
        return code;
    }
}
