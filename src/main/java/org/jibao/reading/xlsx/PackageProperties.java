package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jibao.reading.xlsx.PackageParts.Relation;
import org.xml.sax.SAXException;

/** The custom document properties of an Office Open XML package. */
public final class PackageProperties {

    private static final String USUAL_PART = "docProps/custom.xml";

    private PackageProperties() {}

    public static Map<String, String> of(PackageParts parts) throws IOException, XMLStreamException, SAXException {
        String part = USUAL_PART;
        for (Relation relation : parts.relationsOf("")) {
            part = relation.isOfType("custom-properties") ? relation.target() : part;
        }
        Map<String, String> properties = new HashMap<>();
        if (!parts.has(part)) {
            return properties;
        }
        try (InputStream xml = parts.open(part)) {
            XmlElements elements = parts.xml().elements(xml);
            String name = "";
            while (elements.next()) {
                if (elements.depth() == 2) {
                    name = String.valueOf(elements.attribute("name"));
                } else if (!name.isEmpty()) {
                    properties.put(name, elements.text());
                    name = "";
                }
            }
        }
        return properties;
    }
}
