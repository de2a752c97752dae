package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jibao.reading.workbook.LimitExceededException;

/** Looks through a part of a package that could not be read: is it well-formed, and what does it define. */
final class PartScan {

    /** Where a document type stands, if there is one. */
    private static final int BEGINNING = 1 << 20;

    /** An entity that is spelt out in the document itself, and not fetched from elsewhere. */
    private static final Pattern ENTITY = Pattern.compile("<!ENTITY\\s+%?\\s*[^\\s'\"]+\\s*['\"]");

    private PartScan() {}

    /** The part's XML is cut off or not well-formed. */
    static final class DamagedPartException extends Exception {
        private static final long serialVersionUID = 1L;

        DamagedPartException(Exception cause) {
            super(cause);
        }
    }

    /** Reads the part to its end. */
    static void xml(InputStream content) throws IOException, SafeXml.DoctypeException, DamagedPartException {
        try {
            XmlElements elements = SafeXml.PATIENT.elements(content);
            while (elements.next()) {
                elements.name();
            }
        } catch (XMLStreamException e) {
            boolean undecodable = e.getNestedException() instanceof CharacterCodingException
                    || e.getNestedException() instanceof UnsupportedEncodingException;
            if (!undecodable && e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            throw new DamagedPartException(e);
        } catch (LimitExceededException limit) {
            throw limit;
        } catch (RuntimeException e) {
            throw new DamagedPartException(e);
        }
    }

    /** How many entities the part defines for itself. */
    static long entities(InputStream content) throws IOException {
        String beginning = new String(content.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        Matcher matcher = ENTITY.matcher(beginning);
        return matcher.results().count();
    }
}
