package org.jibao.guard;

import java.util.regex.Pattern;

/**
 * Text of a CSV file that spreadsheets open. What they would compute has an apostrophe in front, and so has what begins with
 * apostrophes and then so: taking one away gives the text back. A figure stays as it is.
 *
 * <p>The patterns are in the syntax that Java and the engine share, and without repeats within repeats.
 */
public final class SpreadsheetText {

    /** What a spreadsheet may pass over at the beginning: apostrophes, blanks, and what cannot be seen. */
    private static final String PASSED_OVER = "['\\s\\p{Z}\\p{Cc}\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{034F}\\x{3164}]*";

    /** With which a formula begins, in half width and in full. */
    private static final String SIGNS =
            "[=+@\\x{FF1D}\\x{FF0B}\\x{FF20}\\x{FF0D}\\x{FE62}\\x{FE63}\\x{FE66}\\x{FE6B}\\x{2212}-]";

    /** Matches a text that begins as a formula does, or with a tab or the end of a line. */
    public static final String FORMULA = "^'*[\\t\\r\\n]|^" + PASSED_OVER + SIGNS;

    /** Matches the whole of a figure with a sign, and the sign alone. */
    public static final String FIGURE = "^[-+]?[0-9.,%]*$";

    private static final Pattern IS_FORMULA = Pattern.compile(FORMULA);
    private static final Pattern IS_FIGURE = Pattern.compile(FIGURE.replace("$", "\\z"));

    private SpreadsheetText() {}

    /** The text as a cell of a CSV file has it. */
    public static String of(String text) {
        return IS_FORMULA.matcher(text).find() && !IS_FIGURE.matcher(text).find() ? "'" + text : text;
    }
}
