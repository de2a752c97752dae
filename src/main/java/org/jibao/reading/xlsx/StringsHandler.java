package org.jibao.reading.xlsx;

import org.jibao.reading.workbook.Budget;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/** Reads the shared strings, with how they are set: EasyExcel's own handler drops that. */
final class StringsHandler extends DefaultHandler2 {

    private static final String STRING = "si";

    private final CompactStrings strings;
    private final RichText text = new RichText();
    private boolean inside;
    private int depth;

    StringsHandler(CompactStrings strings) {
        this.strings = strings;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SafeXml.DoctypeException {
        throw new SafeXml.DoctypeException();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        Budget.depth(++depth);
        if (localName.equals(STRING)) {
            inside = true;
            text.clear();
        } else if (inside) {
            text.start(localName, attributes);
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inside) {
            text.characters(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        depth--;
        if (localName.equals(STRING)) {
            inside = false;
            strings.put(text.text(), text.look());
        } else if (inside) {
            text.end(localName);
        }
    }
}
