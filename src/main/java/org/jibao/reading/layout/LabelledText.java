package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.reading.workbook.LabelText;

/**
 * A label and its value in one cell: {@code 填报单位：青岚县教育局}, on one line or on two, or parted by spaces; a cell may hold several.
 *
 * @param hits the labels that the words in front may be
 * @param value what follows, up to the next label
 */
public record LabelledText(Axis.Hits hits, String value) {

    private static final int LONGEST = 400;
    private static final int LONGEST_LABEL = 40;

    private static final Pattern COLON = Pattern.compile("[:：]");
    private static final Pattern GAP = Pattern.compile("[\\s\\u3000]+");

    /** None where the text holds no label followed by a value. */
    public static List<LabelledText> in(String text, Axis axis) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<LabelledText> byColon = byColon(text, axis);
        return byColon.isEmpty() ? byGap(text.strip(), axis) : byColon;
    }

    private static List<LabelledText> byColon(String text, Axis axis) {
        List<LabelledText> found = new ArrayList<>();
        Axis.Hits label = Axis.Hits.NONE;
        int valueFrom = 0;
        Matcher colon = COLON.matcher(text);
        while (colon.find()) {
            int labelFrom = label.positions().isEmpty() ? 0 : labelBehindValue(text, valueFrom, colon.start(), axis);
            Axis.Hits next = hits(text.substring(labelFrom, colon.start()), axis);
            if (!next.positions().isEmpty()) {
                add(found, label, text.substring(valueFrom, labelFrom));
                label = next;
                valueFrom = colon.end();
            }
        }
        add(found, label, text.substring(valueFrom));
        return found;
    }

    /** Where the label before a colon begins: it may be of several words, {@code Unit: Ashdale  Reporting period: Q3 2026}. */
    private static int labelBehindValue(String text, int from, int colon, Axis axis) {
        int last = beforeLabel(text, from, colon);
        int longest = last;
        for (int at = last; at > from && colon - at <= LONGEST_LABEL; at--) {
            boolean begins = Character.isWhitespace(text.charAt(at - 1)) || text.charAt(at - 1) == '\u3000';
            if (begins && !hits(text.substring(at, colon), axis).positions().isEmpty()) {
                longest = at;
            }
        }
        return longest;
    }

    /** Where the words before a colon begin: behind the last gap. */
    private static int beforeLabel(String text, int from, int colon) {
        int at = colon;
        while (at > from && !Character.isWhitespace(text.charAt(at - 1)) && text.charAt(at - 1) != '\u3000') {
            at--;
        }
        return at;
    }

    /** Words parted from the label by spaces or a new line. */
    private static List<LabelledText> byGap(String text, Axis axis) {
        List<LabelledText> found = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        while (found.isEmpty() && gap.find() && gap.start() <= LONGEST_LABEL) {
            add(found, hits(text.substring(0, gap.start()), axis), text.substring(gap.end()));
        }
        return found;
    }

    private static Axis.Hits hits(String words, Axis axis) {
        return words.length() > LONGEST_LABEL ? Axis.Hits.NONE : axis.hits(LabelText.of(words));
    }

    private static void add(List<LabelledText> found, Axis.Hits label, String value) {
        if (!label.positions().isEmpty() && !LabelText.isBlank(value)) {
            found.add(new LabelledText(label, value.strip()));
        }
    }
}
