package org.jibao.summary.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jibao.support.Markup;

/** The page as it grows, in UTF-8: well-formed XHTML, every text and every attribute escaped. Knows how large it is. */
final class PageMarkup {
    private final ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 16);

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
        page.writeBytes(part.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** How many there are so far. */
    long bytes() {
        return page.size();
    }

    void writeTo(OutputStream out) throws IOException {
        page.writeTo(out);
    }
}
