package org.jibao.summary;

import static org.jibao.support.Markup.escaped;

import org.jibao.workbook.Typefaces;

/** HTML for mail programs: styles stand at each element and layout is by tables, as most of them know nothing else. */
final class Html {
    private static final String FONTS = "font-family:" + Typefaces.FAMILIES;

    private final StringBuilder html = new StringBuilder(4096);

    /** Begins the page. */
    Html(String language, String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .append(escaped(title))
                .append("</title></head>\n<body style=\"margin:0;padding:0;background:#F3F6FA;")
                .append(FONTS)
                .append(";color:#1F2933\">\n");
    }

    /** Opens an element; nothing in {@code style} comes from outside the program. */
    Html open(String element, String attributes, String style) {
        html.append('<').append(element);
        if (!attributes.isEmpty()) {
            html.append(' ').append(attributes);
        }
        html.append(" style=\"").append(style).append("\">");
        return this;
    }

    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    Html close(String element) {
        html.append("</").append(element).append(">\n");
        return this;
    }

    /** An element that holds only a text. */
    Html line(String element, String style, String text) {
        return open(element, "", style).text(text).close(element);
    }

    Html picture(String id, int width, String alternative) {
        html.append("<img src=\"cid:")
                .append(id)
                .append("\" width=\"")
                .append(width)
                .append("\" alt=\"")
                .append(escaped(alternative))
                .append("\" style=\"display:block;width:100%;max-width:")
                .append(width)
                .append("px;height:auto;border:0\">\n");
        return this;
    }

    String page() {
        return html + "</body></html>\n";
    }

    /** A colour as HTML writes it. */
    static String colour(int rgb) {
        return String.format(java.util.Locale.ROOT, "#%06X", rgb);
    }
}
