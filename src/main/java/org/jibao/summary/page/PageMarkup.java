package org.jibao.summary.page;

import java.nio.charset.StandardCharsets;
import org.jibao.support.Markup;

/** The page as it grows: well-formed XHTML, every text and every attribute escaped. Knows how large it is. */
final class PageMarkup {
    private final StringBuilder page = new StringBuilder(1 << 16);
    private long bytes;

    /** @param attributes names and values in turn */
    PageMarkup open(String element, String... attributes) {
        return tag(element, attributes).add(">");
    }

    PageMarkup close(String element) {
        return add("</" + element + ">\n");
    }

    /** An element that holds only a text. */
    PageMarkup line(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** An element that holds nothing, such as {@code meta}. */
    PageMarkup empty(String element, String... attributes) {
        return tag(element, attributes).add(" />\n");
    }

    PageMarkup text(String text) {
        return add(Markup.escaped(text));
    }

    /** What is markup already: a drawing, or the program's own style and script. */
    PageMarkup markup(String whole) {
        return add(whole);
    }

    private PageMarkup tag(String element, String... attributes) {
        add("<" + element);
        for (int i = 0; i < attributes.length; i += 2) {
            add(" " + attributes[i] + "=\"" + Markup.escaped(attributes[i + 1]) + "\"");
        }
        return this;
    }

    private PageMarkup add(String part) {
        page.append(part);
        bytes += part.getBytes(StandardCharsets.UTF_8).length;
        return this;
    }

    /** In UTF-8, so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
