package org.jibao.reading;

import com.fasterxml.aalto.sax.SAXParserFactoryImpl;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/** XML without document types, entities and anything outside the file. Aalto throws on every entity of a document's own. */
final class SafeXml {

    static final String SAX_FACTORY = SAXParserFactoryImpl.class.getName();

    private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";
    private static final XMLInputFactory STREAMS = streams();
    private static final SAXParserFactoryImpl PARSERS = new SAXParserFactoryImpl();

    private SafeXml() {}

    /** No part of a workbook has a document type; one that does is a trap. */
    static final class DoctypeException extends SAXException {
        DoctypeException() {
            super("DOCTYPE");
        }
    }

    private static XMLInputFactory streams() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static XMLStreamReader stream(InputStream xml) throws XMLStreamException {
        return STREAMS.createXMLStreamReader(xml);
    }

    /** The next start of an element, or false at the end of the document. */
    static boolean nextElement(XMLStreamReader reader) throws XMLStreamException, DoctypeException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.DTD) {
                throw new DoctypeException();
            }
            if (event == XMLStreamReader.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    static void parse(InputStream xml, DefaultHandler2 handler) throws SAXException, IOException {
        XMLReader reader = PARSERS.newSAXParser().getXMLReader();
        reader.setContentHandler(handler);
        reader.setProperty(LEXICAL_HANDLER, handler);
        reader.parse(new InputSource(xml));
    }
}
