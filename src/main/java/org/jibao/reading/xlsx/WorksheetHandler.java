package org.jibao.reading.xlsx;

import java.util.ArrayList;
import java.util.List;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.MergedRange;
import org.jibao.reading.workbook.SheetListener;
import org.jibao.reading.xlsx.PartHandler.XmlAttributes;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads a worksheet part and tells a listener its rows, with what Excel does not show. Takes what other programs than Excel
 * write too; see decision 0029.
 */
final class WorksheetHandler extends DefaultHandler2 {

    /** What Excel itself can hold. */
    private static final int COLUMNS = 16_384;

    private final SheetListener listener;
    private final CellElement cell;
    private List<Cell> cells = new ArrayList<>();
    private boolean inside;
    private int depth;
    private int skipped;
    private int row = -1;
    private boolean hidden;

    WorksheetHandler(CellElement cell, SheetListener listener) {
        this.cell = cell;
        this.listener = listener;
    }

    @Override
    public void startDTD(String name, String publicId, String systemId) throws SafeXml.DoctypeException {
        throw new SafeXml.DoctypeException();
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        Budget.depth(++depth);
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
            int to = Math.min(Integer.parseInt(last.strip()), COLUMNS);
            if (from <= to) {
                listener.hiddenColumns(from - 1, to - 1);
            }
        }
    }

    private void startRow(Attributes attributes) {
        String number = XmlAttributes.get(attributes, "r");
        row = number == null ? row + 1 : Integer.parseInt(number.strip()) - 1;
        if (row < 0) {
            throw new NumberFormatException("row 0");
        }
        hidden = isTrue(XmlAttributes.get(attributes, "hidden")) || isZero(XmlAttributes.get(attributes, "ht"));
        cell.startRow(row);
        cells = new ArrayList<>();
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
    public void endElement(String uri, String localName, String name) {
        depth--;
        if (!inside) {
            return;
        }
        if (skipped > 0) {
            skipped--;
        } else if (localName.equals("c")) {
            put(cell.column(), cell.made());
        } else if (localName.equals("row")) {
            listener.row(row, cells, hidden);
        } else if (localName.equals("sheetData")) {
            inside = false;
        } else {
            cell.end(localName);
        }
    }

    /** A program may write the cells of a row in any order, and one twice: then the last one counts, also if it is empty. */
    private void put(int column, @Nullable Cell made) {
        if (column >= COLUMNS) {
            throw new NumberFormatException("column " + column);
        }
        int place = cells.size();
        while (place > 0 && cells.get(place - 1).column() >= column) {
            place--;
            if (cells.get(place).column() == column) {
                cells.remove(place);
            }
        }
        if (made != null) {
            cells.add(place, made);
        }
    }
}
