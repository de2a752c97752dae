package org.jibao.reading;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * Attributes by local name. Aalto's own search by name gives, for an element without attributes, what an element before it
 * had.
 */
final class XmlAttributes {

    private XmlAttributes() {}

    static @Nullable String get(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return Budget.attribute(attributes.getValue(i));
            }
        }
        return null;
    }
}
