package org.jibao.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jibao.reading.PackageLayout.Parts;
import org.xml.sax.SAXException;

/** The custom document properties of an Office Open XML package. */
final class PackageProperties {

    private static final String PART = "docProps/custom.xml";

    private PackageProperties() {}

    static Map<String, String> of(Parts parts) throws IOException, XMLStreamException, SAXException {
        Map<String, String> properties = new HashMap<>();
        if (!parts.has(PART)) {
            return properties;
        }
        try (InputStream xml = parts.open(PART)) {
            XMLStreamReader reader = SafeXml.stream(xml);
            String name = "";
            while (SafeXml.nextElement(reader)) {
                if (reader.getLocalName().equals("property")) {
                    name = String.valueOf(reader.getAttributeValue(null, "name"));
                } else if (!name.isEmpty()) {
                    properties.put(name, text(reader));
                    name = "";
                }
            }
        }
        return properties;
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> depth++;
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(reader.getText());
                default -> {}
            }
        }
        return text.toString().strip();
    }
}
