package org.jibao.support;

/** Text inside HTML, XHTML and SVG. Everything that comes from a file or a job folder passes here before it stands in markup. */
public final class Markup {

    /** Stands for what XML cannot hold. */
    private static final char REPLACEMENT = '\uFFFD';

    private Markup() {}

    /**
     * The text as the content of an element or, in double quotes, as the value of an attribute. A control character, an
     * unpaired surrogate or a noncharacter becomes {@code U+FFFD}; tabs and line ends stay.
     */
    public static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(isAllowed(point) ? point : REPLACEMENT);
        }
    }

    /** Characters of XML 1.0, less the controls that HTML does not take. */
    private static boolean isAllowed(int point) {
        if (point < 0x20) {
            return point == '\t' || point == '\n' || point == '\r';
        }
        boolean control = point >= 0x7F && point <= 0x9F;
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        boolean noncharacter = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        return !control && !surrogate && !noncharacter;
    }
}
