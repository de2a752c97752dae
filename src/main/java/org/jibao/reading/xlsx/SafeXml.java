package org.jibao.reading.xlsx;

import com.fasterxml.aalto.sax.SAXParserFactoryImpl;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /**
     * The characters of an XML part, decoded before a parser sees them. The JDK's stream reader prints what it cannot decode on the
     * process's error stream, where an operator reads.
     */
    static final class XmlText {

        private static final int LOOKED_AT = 256;
        private static final Pattern ENCODING =
                Pattern.compile("\\A<\\?xml\\s[^>]{0,100}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']");

        private XmlText() {}

        /** Throws {@link java.nio.charset.CharacterCodingException} where a byte does not fit the encoding. */
        static Reader of(InputStream xml) throws IOException {
            BufferedInputStream stream = new BufferedInputStream(xml);
            stream.mark(LOOKED_AT);
            byte[] beginning = stream.readNBytes(LOOKED_AT);
            stream.reset();
            Charset charset = charset(beginning);
            if (charset.equals(StandardCharsets.UTF_8) && startsWith(beginning, 0xEF, 0xBB, 0xBF)) {
                stream.skipNBytes(3);
            }
            return new InputStreamReader(
                    stream,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }

        private static Charset charset(byte[] beginning) throws IOException {
            if (startsWith(beginning, 0xFE, 0xFF) || startsWith(beginning, 0xFF, 0xFE)) {
                return StandardCharsets.UTF_16;
            }
            if (startsWith(beginning, '<', 0)) {
                return StandardCharsets.UTF_16LE;
            }
            if (startsWith(beginning, 0, '<')) {
                return StandardCharsets.UTF_16BE;
            }
            Matcher named = ENCODING.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
            try {
                return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                throw new java.io.UnsupportedEncodingException(named.group(1));
            }
        }

        private static boolean startsWith(byte[] bytes, int... signs) {
            for (int i = 0; i < signs.length; i++) {
                if (i >= bytes.length || (bytes[i] & 0xFF) != signs[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
