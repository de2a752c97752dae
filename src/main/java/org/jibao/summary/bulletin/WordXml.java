package org.jibao.summary.bulletin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XML of a Word file: read without document types and anything outside, searched, and written. */
final class WordXml {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private WordXml() {}

    /** @throws SAXException where it is no XML, or has a document type */
    static Document read(byte[] xml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK's parser can refuse document types", e);
        } catch (IOException notXml) {
            // In memory only an encoding that the parser does not have.
            throw new SAXException(notXml);
        }
    }

    static byte[] bytes(Document document) {
        try {
            Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
            document.setXmlStandalone(true);
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writer.transform(new DOMSource(document), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document that was read can be written", e);
        }
    }

    static boolean is(@Nullable Node node, String name) {
        return node instanceof Element && W.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    /** The elements in it that are called so, in the order of the document. */
    static List<Element> all(Node within, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = next(within, within); node != null; node = next(node, within)) {
            if (is(node, name)) {
                found.add((Element) node);
            }
        }
        return found;
    }

    /** The node that comes after this one in the document and lies in the other. */
    static @Nullable Node next(Node node, Node within) {
        return node.getFirstChild() != null ? node.getFirstChild() : past(node, within);
    }

    /** The same, without what the node holds. */
    static @Nullable Node past(Node node, Node within) {
        for (Node at = node; at != null && at != within; at = at.getParentNode()) {
            if (at.getNextSibling() != null) {
                return at.getNextSibling();
            }
        }
        return null;
    }

    static Optional<Element> child(Node parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (is(child, name)) {
                return Optional.of((Element) child);
            }
        }
        return Optional.empty();
    }

    /** The nearest element around a node that is called so. */
    static Optional<Element> around(Node node, String name) {
        for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
            if (is(at, name)) {
                return Optional.of((Element) at);
            }
        }
        return Optional.empty();
    }

    static String value(Element element, String attribute) {
        return element.getAttributeNS(W, attribute);
    }

    static int number(Element element, String attribute, int otherwise) {
        String value = value(element, attribute);
        return value.matches("\\d{1,7}") ? Integer.parseInt(value) : otherwise;
    }

    /** Puts a new element at the end of another. Attributes: names and values by turns. */
    static Element add(Node parent, String name, String... attributes) {
        Element element = make(parent, name, attributes);
        parent.appendChild(element);
        return element;
    }

    static Element make(Node beside, String name, String... attributes) {
        Document document = beside instanceof Document itself ? itself : beside.getOwnerDocument();
        Element element = document.createElementNS(W, "w:" + name);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttributeNS(W, "w:" + attributes[i], attributes[i + 1]);
        }
        return element;
    }

    /** A run's text; blanks at its ends stay. */
    static void setText(Element text, String value) {
        text.setTextContent(held(value));
        text.setAttributeNS(XML, "xml:space", "preserve");
    }

    /** A text without what XML cannot hold. */
    static String held(String value) {
        StringBuilder held = new StringBuilder(value.length());
        value.codePoints().filter(WordXml::canBeHeld).forEach(held::appendCodePoint);
        return held.toString();
    }

    private static boolean canBeHeld(int point) {
        return point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }

    /** Every mistake ends the reading, and none is printed. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException ignored) {}

        @Override
        public void error(SAXParseException mistake) throws SAXException {
            throw mistake;
        }

        @Override
        public void fatalError(SAXParseException mistake) throws SAXException {
            throw mistake;
        }
    }
}
