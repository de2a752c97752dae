package org.jibao.reading.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellStyle;
import org.jibao.reading.xlsx.PackageLayout.UnusualPackageException;
import org.jspecify.annotations.Nullable;

/** Reads the part with the styles of an Office Open XML workbook. */
final class PackageStyles {

    private final XmlElements elements;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<FontLook> fonts = new ArrayList<>();
    private final List<int[]> cellFormats = new ArrayList<>();

    private PackageStyles(XmlElements elements) {
        this.elements = elements;
    }

    /** By style number. */
    static List<CellStyle> read(XmlElements elements)
            throws XMLStreamException, UnusualPackageException, SafeXml.DoctypeException {
        PackageStyles styles = new PackageStyles(elements);
        styles.read();
        return styles.styles();
    }

    private void read() throws XMLStreamException, UnusualPackageException, SafeXml.DoctypeException {
        String section = "";
        while (elements.next()) {
            if (elements.depth() == 2) {
                section = elements.name();
            } else if (section.equals("fonts")) {
                readFont();
            } else if (elements.depth() == 3 && section.equals("numFmts")) {
                formats.put(number("numFmtId"), elements.required("formatCode"));
            } else if (elements.depth() == 3 && section.equals("cellXfs")) {
                cellFormats.add(new int[] {number("numFmtId"), number("fontId")});
            }
        }
    }

    private void readFont() {
        if (elements.depth() == 3) {
            fonts.add(new FontLook());
        } else if (elements.depth() == 4 && !fonts.isEmpty()) {
            fonts.get(fonts.size() - 1).property(elements.name(), elements.attribute("val"));
        }
    }

    /** 0 where it is missing or no number: Excel shows such a cell as General. */
    private int number(String attribute) {
        String value = elements.attribute(attribute);
        try {
            return value == null ? 0 : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private List<CellStyle> styles() {
        List<CellStyle> styles = new ArrayList<>(cellFormats.size());
        for (int[] format : cellFormats) {
            @Nullable
            Mark mark = format[1] >= 0 && format[1] < fonts.size()
                    ? fonts.get(format[1]).mark()
                    : null;
            styles.add(new CellStyle(CellStyle.format(format[0], formats.get(format[0])), mark));
        }
        return styles;
    }
}
