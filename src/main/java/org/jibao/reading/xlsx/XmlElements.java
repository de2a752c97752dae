package org.jibao.reading.xlsx;

import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.xlsx.PackageParts.UnusualPackageException;
import org.jspecify.annotations.Nullable;

/** The elements of a small part, one after another, by local names: the strict variant has other namespaces. */
final class XmlElements {

    private final XMLStreamReader reader;
    private String root = "";
    private int depth;

    XmlElements(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Goes to the next start of an element; false at the end of the document. */
    boolean next() throws XMLStreamException, SafeXml.DoctypeException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.DTD -> throw new SafeXml.DoctypeException();
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.START_ELEMENT -> {
                    Budget.depth(++depth);
                    root = depth == 1 ? String.valueOf(reader.getNamespaceURI()) : root;
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /** 1 of the document's element. */
    int depth() {
        return depth;
    }

    /** Empty where the element is of another namespace than the document's: an extension. */
    String name() {
        return String.valueOf(reader.getNamespaceURI()).equals(root) ? reader.getLocalName() : "";
    }

    /** By local name: relation ids have one namespace in the usual variant and another in the strict one. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (Objects.equals(reader.getAttributeLocalName(i), name)) {
                return Budget.attribute(reader.getAttributeValue(i));
            }
        }
        return null;
    }

    String required(String name) throws UnusualPackageException {
        String value = attribute(name);
        if (value == null) {
            throw new UnusualPackageException(reader.getLocalName() + " without " + name);
        }
        return value;
    }

    /** Of an attribute that is false where it is missing. */
    boolean isTrue(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /** Goes to the end of the element. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int inside = 1; inside > 0; ) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> Budget.depth(depth + inside++);
                case XMLStreamReader.END_ELEMENT -> inside--;
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
                    text.append(reader.getText());
                    Budget.text(text.length());
                }
                default -> {}
            }
        }
        depth--;
        return text.toString().strip();
    }
}
