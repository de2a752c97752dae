package org.jibao.summary.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an office writes where a text, a table or a chart is to stand: {@code {{name}}}, {@code {{name.aspect}}} or
 * {@code {{kind:name}}}.
 *
 * @param written as it stands there, braces and all
 * @param start where it begins in the text of its paragraph
 * @param kind such as {@code table}, empty for none
 * @param name what comes before the first dot
 * @param aspect what comes after it, empty for nothing
 */
record Placeholder(String written, int start, String kind, String name, String aspect) {

    /** Longer names than those of figures, tables and charts there are none. */
    private static final Pattern WRITTEN = Pattern.compile("\\{\\{([^{}]{0,200})\\}\\}");

    /** Those of a paragraph's text, in order. */
    static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        Matcher matcher = WRITTEN.matcher(text);
        while (matcher.find()) {
            found.add(of(matcher.group(), matcher.start(), matcher.group(1)));
        }
        return found;
    }

    /** A colon typed in Chinese counts as one. */
    private static Placeholder of(String written, int start, String inside) {
        String plain = inside.replace('：', ':').replace('\u00A0', ' ').strip();
        int colon = plain.indexOf(':');
        String kind = colon < 0 ? "" : plain.substring(0, colon).strip();
        String named = plain.substring(colon + 1).strip();
        int dot = named.indexOf('.');
        return dot < 0
                ? new Placeholder(written, start, kind, named, "")
                : new Placeholder(written, start, kind, named.substring(0, dot), named.substring(dot + 1));
    }

    int end() {
        return start + written.length();
    }

    /** Without braces and blanks, as lists of known ones have it. */
    String plain() {
        return (kind.isEmpty() ? "" : kind + ":") + named();
    }

    /** Name and aspect. */
    String named() {
        return aspect.isEmpty() ? name : name + "." + aspect;
    }

    /** The id that a table has: a ranking is named by its figure. */
    String table() {
        return name.equals("ranking") && !aspect.isEmpty() ? "ranking_" + aspect : named();
    }
}
