package org.jibao.reading.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.calendar.Remembered;
import org.jibao.definition.Measure;

/**
 * What a label says beside its own words: in brackets, or after {@code 单位：}.
 *
 * @param head the words before the remarks at its end
 * @param all every remark, wherever it stands, with its parts apart: {@code （单位：元，本年累计）} is two
 */
public record Remarks(String head, List<String> all) {

    public Remarks {
        all = List.copyOf(all);
    }

    private static final String OPENING = "(（[［【〔{｛〈《<＜";
    private static final String CLOSING = ")）]］】〕}｝〉》>＞";
    private static final String BETWEEN = "、，,;；。\n\r";
    private static final Pattern UNIT =
            Pattern.compile("(?<![\\p{L}\\d])(?:计量|数量|金额|货币|统计)?单位\\s{0,3}[:：]\\s{0,3}[^\\s:：]{1,12}\\z");

    private static final String BLANKS = " \t\n\u000B\f\r";
    private static final String BEFORE_UNIT = BLANKS + ",，;；、";

    private static final Remembered<Remarks> KNOWN = new Remembered<>(Remarks::read);

    public static Remarks of(String text) {
        return KNOWN.of(text);
    }

    /** Reads a text in one pass; a bracket that is never closed is none. */
    private static Remarks read(String text) {
        List<String> all = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int end = -1;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (OPENING.indexOf(sign) >= 0) {
                start = depth == 0 ? i : start;
                depth++;
            } else if (depth > 0 && CLOSING.indexOf(sign) >= 0) {
                depth--;
                if (depth == 0) {
                    addParts(all, text.substring(start + 1, i));
                    end = end < 0 ? start : end;
                }
            } else if (depth == 0 && !Character.isWhitespace(sign)) {
                end = -1;
            }
        }
        String head = depth > 0 || end < 0 ? text : text.substring(0, end);
        Matcher unit = UNIT.matcher(head.substring(0, without(BLANKS, head, head.length())));
        if (!head.contains("单位") || !unit.find()) {
            return new Remarks(head, all);
        }
        int words = without(BEFORE_UNIT, head, unit.start());
        if (words == 0 || Measure.stated(unit.group(), false).isEmpty()) {
            return new Remarks(head, all);
        }
        addParts(all, unit.group());
        return new Remarks(head.substring(0, words), all);
    }

    /** Where a text ends, up to an end, without such signs. */
    private static int without(String signs, String text, int end) {
        int at = end;
        while (at > 0 && signs.indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    /** The parts of a text that stands in no bracket. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        addParts(parts, text);
        return parts;
    }

    private static void addParts(List<String> all, String remark) {
        int from = 0;
        for (int i = 0; i <= remark.length(); i++) {
            if (i == remark.length() || separates(remark, i)) {
                String part = remark.substring(from, i).strip();
                if (!part.isEmpty()) {
                    all.add(part);
                }
                from = i + 1;
            }
        }
    }

    /** A space parts Chinese words; in English and after a colon it does not. */
    private static boolean separates(String remark, int at) {
        if (BETWEEN.indexOf(remark.charAt(at)) >= 0) {
            return true;
        }
        boolean space = Character.isWhitespace(remark.charAt(at)) || remark.charAt(at) == '\u3000';
        return space && at > 0 && remark.charAt(at - 1) > 0x2FFF && ":：".indexOf(remark.charAt(at - 1)) < 0;
    }
}
