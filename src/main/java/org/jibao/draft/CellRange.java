package org.jibao.draft;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells that a formula names, such as {@code 'Table 1'!$B$5:B15}.
 *
 * @param sheet empty for the formula's own
 */
record CellRange(String sheet, int top, int left, int bottom, int right) {

    private static final Pattern FORM =
            Pattern.compile("(?:(?:'(?<quoted>(?:[^']|''){1,31})'|(?<sheet>[^'!\\s(),:+*/-]{1,31}))!)?"
                    + "(?<dollar>\\$?)(?<column>[A-Za-z]{1,3})(?<fixed>\\$?)(?<row>\\d{1,7})"
                    + "(?::(?<dollar2>\\$?)(?<column2>[A-Za-z]{1,3})(?<fixed2>\\$?)(?<row2>\\d{1,7}))?");

    /** Null where the text is no name of cells. */
    static @Nullable CellRange of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? of(form, 0, 0) : null;
    }

    static @Nullable CellRange at(String text, int from, int down, int aside, int[] end) {
        Matcher form = FORM.matcher(text).region(from, text.length());
        if (!form.lookingAt()) {
            return null;
        }
        boolean named = form.end() < text.length()
                && (Character.isLetterOrDigit(text.charAt(form.end())) || text.charAt(form.end()) == '(');
        end[0] = form.end();
        return named ? null : of(form, down, aside);
    }

    private static CellRange of(Matcher form, int down, int aside) {
        String quoted = form.group("quoted");
        String plain = form.group("sheet");
        String sheet = quoted != null ? quoted.replace("''", "'") : plain == null ? "" : plain;
        int top = row(form.group("row"), form.group("fixed"), down);
        int left = column(form.group("column"), form.group("dollar"), aside);
        if (form.group("column2") == null) {
            return new CellRange(sheet, top, left, top, left);
        }
        int bottom = row(form.group("row2"), form.group("fixed2"), down);
        int right = column(form.group("column2"), form.group("dollar2"), aside);
        return new CellRange(
                sheet, Math.min(top, bottom), Math.min(left, right), Math.max(top, bottom), Math.max(left, right));
    }

    private static int row(String digits, String fixed, int down) {
        return Integer.parseInt(digits) - 1 + (fixed.isEmpty() ? down : 0);
    }

    private static int column(String letters, String fixed, int aside) {
        int number = 0;
        for (char letter : letters.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            number = number * 26 + letter - 'A' + 1;
        }
        return number - 1 + (fixed.isEmpty() ? aside : 0);
    }

    boolean single() {
        return top == bottom && left == right;
    }
}
