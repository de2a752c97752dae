package org.jibao.guard;

/**
 * Digits from one place of a text on, with at most one separator between two of them, as far as the longest number of a person
 * reaches.
 *
 * @param digits the digits alone
 * @param places where each stands in the text
 */
record DigitRun(DigitText text, int start, String digits, int[] places) {

    /** Eighteen of an identity number, and one to see that it ends. */
    private static final int MOST = 19;

    /** What is set between digits by hand; a colon, an enumeration's comma, a bracket or a word ends the number. */
    private static final String SEPARATORS = " -.,/\\_~|+*'`\u00b4\u02d9\u2018\u2019\u2032"
            + "\u00b7\u2022\u2027\u2219\u22c5\u30fb\u2044\u2215\u2010\u2012\u2013\u2014\u2015\u2212\u2500\u30fc\u301c";

    static DigitRun at(DigitText text, int start) {
        StringBuilder digits = new StringBuilder(MOST);
        int[] places = new int[MOST];
        int place = start;
        while (digits.length() < MOST && text.digitAt(place)) {
            places[digits.length()] = place;
            digits.append(text.at(place));
            place += text.digitAt(place + 1) || !isSeparator(text.at(place + 1)) ? 1 : 2;
        }
        return new DigitRun(text, start, digits.toString(), places);
    }

    static boolean isSeparator(char sign) {
        return SEPARATORS.indexOf(sign) >= 0;
    }

    int count() {
        return digits.length();
    }

    /** Whether no further digit stands at once behind the first so many. */
    boolean endsAfter(int number) {
        return count() >= number && !text.digitAt(places[number - 1] + 1);
    }

    /** The place after the first so many digits. */
    int endOf(int number) {
        return places[number - 1] + 1;
    }

    /** Whether a separator stands before the digit with this index. */
    boolean parted(int index) {
        return places[index] - places[index - 1] > 1;
    }

    /** The separator before a digit, or 0. */
    char separator(int index) {
        return parted(index) ? text.at(places[index] - 1) : 0;
    }

    /** How the digits from one index up to another are grouped, such as {@code 3-4-4}. */
    String groups(int from, int to) {
        StringBuilder groups = new StringBuilder();
        int size = 1;
        for (int index = from + 1; index < to; index++) {
            if (parted(index)) {
                groups.append(size).append('-');
                size = 0;
            }
            size++;
        }
        return groups.append(size).toString();
    }
}
