package org.jibao.reading;

import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Stands between the parser and EasyExcel's handlers, which go by qualified names and so know only three prefixes: passes
 * local names on, and only what lies inside one element of the part.
 */
final class PartHandler extends DefaultHandler2 {

    private final String within;
    private final ContentHandler handler;
    private boolean inside;

    PartHandler(String within, ContentHandler handler) {
        this.within = within;
        this.handler = handler;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SAXException {
        throw new SafeXml.DoctypeException();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (inside) {
            handler.startElement(uri, localName, localName, isoDatesAsText(localName, attributes));
        } else if (localName.equals(within)) {
            inside = true;
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        if (localName.equals(within)) {
            inside = false;
        } else if (inside) {
            handler.endElement(uri, localName, localName);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (inside) {
            handler.characters(text, start, length);
        }
    }

    /** The strict variant of the format may write dates as {@code t="d"}, which EasyExcel takes for numbers. */
    private static Attributes isoDatesAsText(String localName, Attributes attributes) {
        if (!localName.equals("c") || !"d".equals(attributes.getValue("t"))) {
            return attributes;
        }
        AttributesImpl copy = new AttributesImpl(attributes);
        copy.setValue(copy.getIndex("t"), "str");
        return copy;
    }
}
