package org.jibao.draft;

import java.util.ArrayList;
import java.util.List;

/** Labels and values in one cell: {@code 填报单位：青岚县教育局　报告期：}. */
final class Pairs {

    private static final int LONGEST = 40;
    private static final int LONGEST_TEXT = 200;

    /** With what a line to write on is drawn. */
    private static final String LINE = "_.…·\u3000 ";

    private Pairs() {}

    /** @param value empty where a line or nothing stands there */
    record Pair(String label, String value) {}

    /** A label with a colon, with or without a value; a colon in brackets is part of the label. */
    static boolean isPair(String text) {
        StringBuilder outside = new StringBuilder();
        int depth = 0;
        for (char sign : text.toCharArray()) {
            boolean opens = sign == '(' || sign == '（';
            boolean closes = sign == ')' || sign == '）';
            depth += opens ? 1 : closes ? -1 : 0;
            if (depth == 0 && !closes) {
                outside.append(sign);
            }
        }
        return !in(outside.toString()).isEmpty();
    }

    static List<Pair> in(String text) {
        List<Pair> pairs = new ArrayList<>();
        if (text.length() > LONGEST_TEXT) {
            return pairs;
        }
        String plain = text.replace('：', ':').replace('\n', '\u3000').strip();
        String label = "";
        int valueFrom = 0;
        for (int colon = plain.indexOf(':'); colon >= 0; colon = plain.indexOf(':', colon + 1)) {
            int from = label.isEmpty() ? 0 : labelStart(plain, valueFrom, colon);
            String next = plain.substring(from, colon).strip();
            if (!next.isEmpty() && next.length() <= LONGEST && (label.isEmpty() || from > valueFrom)) {
                add(pairs, label, plain.substring(valueFrom, from));
                label = next;
                valueFrom = colon + 1;
            }
        }
        add(pairs, label, plain.substring(valueFrom));
        return pairs;
    }

    /** Behind the last gap: of one sign before Chinese words, of two before others. */
    private static int labelStart(String plain, int from, int colon) {
        int at = colon;
        while (at > from && Character.isWhitespace(plain.charAt(at - 1))) {
            at--;
        }
        boolean chinese = at > from && Character.UnicodeScript.of(plain.charAt(at - 1)) == Character.UnicodeScript.HAN;
        while (at > from && !gap(plain, from, at, chinese)) {
            at--;
        }
        return at;
    }

    private static boolean gap(String plain, int from, int at, boolean chinese) {
        char before = plain.charAt(at - 1);
        boolean wide = before == '\u3000' || before == '_';
        boolean space = Character.isWhitespace(before);
        boolean two = space && at - 1 > from && Character.isWhitespace(plain.charAt(at - 2));
        return wide || two || space && chinese;
    }

    private static void add(List<Pair> pairs, String label, String value) {
        if (!label.isEmpty() && label.codePoints().anyMatch(Character::isLetter)) {
            pairs.add(new Pair(label, unlined(value)));
        }
    }

    /** Without the line that is drawn for the value. */
    private static String unlined(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && LINE.indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && LINE.indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to);
    }
}
