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
    private final AttributesImpl cell = new AttributesImpl();
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
            handler.startElement(uri, localName, localName, localName.equals("c") ? ofCell(attributes) : attributes);
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

    /**
     * A cell's attributes, copied once: EasyExcel asks for each by name, which the parser answers slowly. The strict variant of
     * the format may write dates as {@code t="d"}, which EasyExcel takes for numbers.
     */
    private Attributes ofCell(Attributes attributes) {
        cell.clear();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.getLocalName(i);
            String value = attributes.getValue(i);
            cell.addAttribute("", name, name, "CDATA", name.equals("t") && value.equals("d") ? "str" : value);
        }
        return cell;
    }
}
