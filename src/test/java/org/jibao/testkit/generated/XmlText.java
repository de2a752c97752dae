package org.jibao.testkit.generated;

import java.util.Random;
import java.util.regex.Pattern;
import org.jibao.testkit.generated.XmlOptions.Oddity;

/** Texts and values as XML, in one of the ways XML allows. */
final class XmlText {

    private static final Pattern LIKE_AN_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final XmlOptions options;
    private final Random random;

    XmlText(XmlOptions options, Random random) {
        this.options = options;
        this.random = random;
    }

    /** What an element holds that holds a text, with the escapes of the format. */
    String of(String text) {
        String escaped = LIKE_AN_ESCAPE.matcher(text).replaceAll("_x005F_");
        StringBuilder safe = new StringBuilder(escaped.length());
        escaped.chars().forEach(sign -> {
            if (sign < ' ' && sign != '\n' && sign != '\t') {
                safe.append(String.format("_x%04X_", sign));
            } else {
                safe.append((char) sign);
            }
        });
        return value(safe.toString());
    }

    /** A value without escapes. */
    String value(String value) {
        if (value.isEmpty()) {
            return "";
        }
        int first = value.offsetByCodePoints(0, 1);
        String tail = escaped(value.substring(first));
        if (may(Oddity.CDATA) && !value.contains("]]>")) {
            return "<![CDATA[" + value + "]]>";
        }
        if (may(Oddity.CHARACTER_REFERENCES)) {
            return "&#x" + Integer.toHexString(value.codePointAt(0)) + ";" + tail;
        }
        return escaped(value.substring(0, first)) + (may(Oddity.XML_COMMENTS) ? "<!-- 1 -->" : "") + tail;
    }

    /** With white space around it, which a number does not mind. */
    String spaced(String value) {
        return may(Oddity.SPACES_IN_VALUES) ? (random.nextBoolean() ? "\n   " : " ") + value + "\t " : value(value);
    }

    private boolean may(Oddity oddity) {
        return options.has(oddity) && random.nextInt(3) == 0;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
