package org.jibao.workbook;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.Optional;
import org.jibao.workbook.Typefaces.Typeface;

/**
 * How wide a text is and in how many lines it breaks, in pixels of 1/96 inch. Widths of characters are kept, so that a
 * hundred thousand cells are measured in a moment.
 */
public final class TextWidth {
    /** Cells are drawn by the reader's own typeface, some of them bold; the widest is about this much wider. */
    private static final double ALLOWANCE = 1.06;

    private static final double PIXELS_PER_POINT = 96.0 / 72.0;
    private static final float UNKNOWN = -1;

    private final Optional<Font> font;
    private final float[] widths = new float[Character.MAX_VALUE + 1];
    private final FontRenderContext context = new FontRenderContext(null, true, true);

    private TextWidth(Optional<Font> font) {
        this.font = font.map(face -> face.deriveFont(1000f));
        Arrays.fill(widths, UNKNOWN);
    }

    /** Measures with the typeface, or by rule of thumb where there is none. */
    public static TextWidth of(Optional<Typeface> typeface) {
        return new TextWidth(typeface.map(Typeface::regular));
    }

    /**
     * @param points the size of the type
     * @return pixels, with an allowance for another typeface
     */
    public double pixels(String text, double points) {
        double thousandths = 0;
        for (int i = 0; i < text.length(); i++) {
            thousandths += width(text.charAt(i));
        }
        return thousandths / 1000 * points * PIXELS_PER_POINT * ALLOWANCE;
    }

    /** Lines that the text takes in the given width: words are kept whole, Chinese breaks anywhere. */
    public int lines(String text, double points, double pixels) {
        double room = pixels / (points * PIXELS_PER_POINT * ALLOWANCE) * 1000;
        if (isShort(text, room)) {
            return 1;
        }
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += linesOfParagraph(line, room);
        }
        return lines;
    }

    /** Most texts are one paragraph that fits on a line. */
    private boolean isShort(String text, double room) {
        double used = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            used += width(character);
            if (used > room || character == '\n') {
                return false;
            }
        }
        return true;
    }

    private int linesOfParagraph(String text, double room) {
        int lines = 1;
        double used = 0;
        int start = 0;
        while (start < text.length()) {
            int end = wordEnd(text, start);
            double word = 0;
            for (int i = start; i < end; i++) {
                word += width(text.charAt(i));
            }
            if (used > 0 && used + word > room) {
                lines++;
                used = 0;
            }
            // A word longer than a line is broken wherever the line ends.
            lines += (int) ((used + word - 1) / Math.max(room, 1));
            used = word > room ? word % room : used + word;
            start = end;
        }
        return lines;
    }

    /** The widest piece that cannot be broken. */
    public double widestWord(String text, double points) {
        double widest = 0;
        for (int start = 0; start < text.length(); ) {
            int end = wordEnd(text, start);
            widest = Math.max(widest, pixels(text.substring(start, end), points));
            start = end;
        }
        return widest;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) < 0x2E80 && text.charAt(end) != ' ') {
            end++;
        }
        return Math.min(
                text.length(), end == start || (end < text.length() && text.charAt(end) == ' ') ? end + 1 : end);
    }

    private float width(char character) {
        float known = widths[character];
        if (known == UNKNOWN) {
            known = measure(character);
            widths[character] = known;
        }
        return known;
    }

    private float measure(char character) {
        if (Character.isSurrogate(character)) {
            return 500;
        }
        return font.map(face -> (float)
                        face.getStringBounds(String.valueOf(character), context).getWidth())
                .orElse(character < 0x2E80 ? 580f : 1000f);
    }
}
