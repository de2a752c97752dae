package org.jibao.reading.workbook;

/**
 * Text as it comes out of a file, of which no more is held than what shows that it is too long for a cell. What a cell is
 * made of passes through here or through {@link #cut}, whatever kind of file it lies in.
 */
public final class BoundedText {

    /** Characters, as UTF-16 counts them, of one cell: Excel's own bound. */
    public static final int LONGEST = 32_767;

    /** Characters of a figure or a date as a file stores it: five times as many as a double has digits. */
    public static final int LONGEST_FIGURE = 64;

    /** Seven signs such as {@code _x000D_} may stand for one; so many stand for more than a cell holds in any case. */
    private static final int MOST_HELD = 8 * LONGEST;

    /** What a finding quotes of a text that is not taken. */
    private static final int QUOTED = 60;

    private final StringBuilder held = new StringBuilder();

    public void clear() {
        held.setLength(0);
        if (held.capacity() > LONGEST) {
            held.trimToSize();
        }
    }

    public void append(char[] text, int start, int length) {
        held.append(text, start, Math.min(length, MOST_HELD - held.length()));
    }

    public void append(char sign) {
        if (held.length() < MOST_HELD) {
            held.append(sign);
        }
    }

    /** What is held. */
    public StringBuilder held() {
        return held;
    }

    /** The text, or as much of it as shows that it is too long. */
    public static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST + 1) : text;
    }

    /** The beginning, for a finding. */
    public static String quoted(CharSequence text) {
        if (text.length() <= QUOTED) {
            return text.toString();
        }
        int end = Character.isHighSurrogate(text.charAt(QUOTED - 1)) ? QUOTED - 1 : QUOTED;
        return text.subSequence(0, end) + "…";
    }
}
