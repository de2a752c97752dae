package org.jibao.reading;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Stands between the parser and EasyExcel's row handler, which goes by qualified names and takes every cell as Excel writes it:
 * hands on plain rows and cells, and to the listener what EasyExcel does not tell.
 */
final class SheetFilter extends DefaultHandler2 {

    private static final AttributesImpl NONE = new AttributesImpl();

    private final ContentHandler rows;
    private final SheetListener listener;
    private final RowNotes notes;
    private final CellElement cell;
    private final AttributesImpl attributesOfRow = new AttributesImpl();
    private boolean inside;
    private int skipped;
    private int row = -1;
    private int handedOn;

    /**
     * @param rows EasyExcel's handler, which calls back with each row that it is given the end of
     */
    SheetFilter(ContentHandler rows, CellElement cell, RowNotes notes, SheetListener listener) {
        this.rows = rows;
        this.cell = cell;
        this.notes = notes;
        this.listener = listener;
        attributesOfRow.addAttribute("", "r", "r", "CDATA", "");
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SafeXml.DoctypeException {
        throw new SafeXml.DoctypeException();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        if (!inside) {
            outside(localName, attributes);
        } else if (skipped > 0 || localName.equals("extLst")) {
            skipped++;
        } else if (localName.equals("c")) {
            cell.begin(attributes);
        } else if (localName.equals("row")) {
            startRow(attributes);
        } else {
            cell.start(localName, attributes);
        }
    }

    private void outside(String name, Attributes attributes) {
        switch (name) {
            case "sheetData" -> inside = true;
            case "col" -> column(attributes);
            case "mergeCell" -> {
                MergedRange range = MergedRange.of(XmlAttributes.get(attributes, "ref"));
                if (range != null) {
                    listener.merged(range);
                }
            }
            default -> {}
        }
    }

    private void column(Attributes attributes) {
        String first = XmlAttributes.get(attributes, "min");
        String last = XmlAttributes.get(attributes, "max");
        boolean shown =
                !isTrue(XmlAttributes.get(attributes, "hidden")) && !isZero(XmlAttributes.get(attributes, "width"));
        if (first != null && last != null && !shown) {
            int from = Math.max(1, Integer.parseInt(first.strip()));
            int to = Math.min(Integer.parseInt(last.strip()), RowNotes.COLUMNS);
            if (from <= to) {
                listener.hiddenColumns(from - 1, to - 1);
            }
        }
    }

    /** EasyExcel is given consecutive numbers, as it makes up a row for every one that is left out. */
    private void startRow(Attributes attributes) throws SAXException {
        String number = XmlAttributes.get(attributes, "r");
        row = number == null ? row + 1 : Integer.parseInt(number.strip()) - 1;
        if (row < 0) {
            throw new NumberFormatException("row 0");
        }
        notes.row(row, isTrue(XmlAttributes.get(attributes, "hidden")) || isZero(XmlAttributes.get(attributes, "ht")));
        cell.startRow(row);
        handedOn++;
        attributesOfRow.setValue(0, String.valueOf(handedOn));
        rows.startElement("", "row", "row", attributesOfRow);
    }

    private static boolean isTrue(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true"));
    }

    private static boolean isZero(@Nullable String value) {
        return value != null && value.startsWith("0") && Double.parseDouble(value) == 0;
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (inside && skipped == 0) {
            cell.characters(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        if (!inside) {
            return;
        }
        if (skipped > 0) {
            skipped--;
        } else if (localName.equals("c")) {
            if (cell.isToBeHandedOn()) {
                cell.note(notes);
                handOn();
            }
        } else if (localName.equals("row")) {
            rows.endElement("", "row", "row");
        } else if (localName.equals("sheetData")) {
            inside = false;
        } else {
            cell.end(localName);
        }
    }

    private void handOn() throws SAXException {
        rows.startElement("", "c", "c", cell.attributes());
        if (cell.isNotCalculated()) {
            handOn("f", cell.formula());
        } else {
            handOn("v", cell.value());
        }
        rows.endElement("", "c", "c");
    }

    private void handOn(String name, StringBuilder text) throws SAXException {
        rows.startElement("", name, name, NONE);
        char[] characters = cell.characters(text);
        rows.characters(characters, 0, text.length());
        rows.endElement("", name, name);
    }
}
