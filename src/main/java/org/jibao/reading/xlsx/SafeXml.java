package org.jibao.reading.xlsx;

import com.fasterxml.aalto.sax.SAXParserFactoryImpl;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/** XML without document types, entities and anything outside the file. */
public enum SafeXml {

    /** Aalto: knows the Unicode encodings and Latin-1, and throws on every entity of a document's own. */
    FAST(new InputFactoryImpl(), new SAXParserFactoryImpl()),

    /** The JDK's: takes twice as long, and knows every encoding that Java has, such as GBK. */
    PATIENT(XMLInputFactory.newDefaultFactory(), patientParsers());

    private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final XMLInputFactory streams;
    private final SAXParserFactory parsers;

    SafeXml(XMLInputFactory streams, SAXParserFactory parsers) {
        this.streams = streams;
        this.parsers = parsers;
        streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        streams.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** No part of a workbook has a document type; one that does is a trap. */
    public static final class DoctypeException extends SAXException {
        DoctypeException() {
            super("DOCTYPE");
        }
    }

    private static SAXParserFactory patientParsers() {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        try {
            factory.setFeature(NO_DOCTYPE, true);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("every JDK's parser can refuse document types", e);
        }
    }

    XmlElements elements(InputStream xml) throws XMLStreamException {
        if (this == FAST) {
            return new XmlElements(streams.createXMLStreamReader(xml));
        }
        try {
            return new XmlElements(streams.createXMLStreamReader(XmlText.of(xml)));
        } catch (IOException e) {
            throw new XMLStreamException(e);
        }
    }

    public void parse(InputStream xml, DefaultHandler2 handler) throws SAXException, IOException {
        try {
            XMLReader reader = parsers.newSAXParser().getXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setProperty(LEXICAL_HANDLER, handler);
            reader.parse(new InputSource(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("parsers without options can be had", e);
        }
    }
}
