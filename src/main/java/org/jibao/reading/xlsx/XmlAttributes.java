package org.jibao.reading.xlsx;

import org.jibao.reading.workbook.Budget;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * Attributes by local name. Aalto's own search by name gives, for an element without attributes, what an element before it
 * had.
 */
public final class XmlAttributes {

    private XmlAttributes() {}

    static @Nullable public String get(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return Budget.attribute(attributes.getValue(i));
            }
        }
        return null;
    }
}
