package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellStyle;
import org.jibao.reading.xlsx.PackageParts.Relation;
import org.jibao.reading.xlsx.PackageParts.UnusualPackageException;
import org.jibao.reading.xlsx.RichText.FontLook;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Where the parts of an Office Open XML workbook are: its sheets in order, its shared strings, and its styles. This is all
 * of the package that a return needs, at a fraction of the cost of opening it whole.
 */
public final class PackageLayout {

    private static final String USUAL_WORKBOOK = "xl/workbook.xml";

    private final PackageParts parts;
    private final Map<String, Relation> relations = new HashMap<>();
    private final List<SheetPart> sheets = new ArrayList<>();
    private List<CellStyle> styles = List.of();
    private @Nullable String sharedStrings;
    private @Nullable String stylesPart;
    private boolean date1904;

    /** A sheet's name, its part, and whether Excel does not show it. */
    record SheetPart(String name, String part, boolean hidden) {}

    private PackageLayout(PackageParts parts) {
        this.parts = parts;
    }

    static PackageLayout of(PackageParts parts) throws IOException, XMLStreamException, SAXException {
        PackageLayout layout = new PackageLayout(parts);
        String workbook = layout.workbookPart();
        layout.readRelations(workbook);
        layout.readWorkbook(workbook);
        if (layout.stylesPart != null && parts.has(layout.stylesPart)) {
            try (InputStream xml = parts.open(layout.stylesPart)) {
                layout.styles = PackageStyles.read(parts.xml().elements(xml));
            }
        }
        return layout;
    }

    private String workbookPart() throws IOException, XMLStreamException, SAXException {
        for (Relation relation : parts.relationsOf("")) {
            if (relation.isOfType("officeDocument")) {
                return relation.target();
            }
        }
        return USUAL_WORKBOOK;
    }

    private void readRelations(String workbook) throws IOException, XMLStreamException, SAXException {
        for (Relation relation : parts.relationsOf(workbook)) {
            relations.put(relation.id(), relation);
            if (relation.isOfType("sharedStrings")) {
                sharedStrings = relation.target();
            } else if (relation.isOfType("styles")) {
                stylesPart = relation.target();
            }
        }
    }

    /** An extension may repeat the workbook's properties, with its own ideas of them: only the workbook's own count. */
    private void readWorkbook(String workbook) throws IOException, XMLStreamException, SAXException {
        try (InputStream xml = parts.open(workbook)) {
            XmlElements elements = parts.xml().elements(xml);
            boolean inSheets = false;
            while (elements.next()) {
                String name = elements.name();
                if (elements.depth() == 2) {
                    inSheets = name.equals("sheets");
                    date1904 |= name.equals("workbookPr") && elements.isTrue("date1904");
                } else if (inSheets && elements.depth() == 3 && name.equals("sheet")) {
                    addSheet(elements);
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new UnusualPackageException("no sheet");
        }
    }

    /** Sheets that hold a chart, a dialog or macros have no cells of a return. */
    private void addSheet(XmlElements sheet) throws UnusualPackageException {
        String id = sheet.required("id");
        Relation relation = relations.get(id);
        if (relation == null) {
            throw new UnusualPackageException("no relation " + id);
        }
        if (relation.isOfType("worksheet")) {
            String state = sheet.attribute("state");
            boolean hidden = state != null && !state.equals("visible");
            sheets.add(new SheetPart(sheet.required("name"), relation.target(), hidden));
        }
    }

    List<SheetPart> sheets() {
        return sheets;
    }

    /** By style number. */
    List<CellStyle> styles() {
        return styles;
    }

    @Nullable
    String sharedStrings() {
        return sharedStrings;
    }

    boolean date1904() {
        return date1904;
    }

    /** Reads the part with the styles of an Office Open XML workbook. */
    static final class PackageStyles {

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
}
