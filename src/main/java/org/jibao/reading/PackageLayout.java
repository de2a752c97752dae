package org.jibao.reading;

import com.alibaba.excel.constant.BuiltinFormats;
import com.alibaba.excel.metadata.data.DataFormatData;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jibao.inbox.Archive;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Where the parts of an Office Open XML workbook are: its sheets in order, its shared strings, and the number format of
 * each cell style. This is all of the package that a return needs, at a fraction of the cost of opening it whole.
 */
final class PackageLayout {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final Parts parts;
    private final Map<String, Relation> relations = new HashMap<>();
    private final List<SheetPart> sheets = new ArrayList<>();
    private final List<DataFormatData> styles = new ArrayList<>();
    private @Nullable String sharedStrings;
    private @Nullable String stylesPart;
    private boolean date1904;

    /** A sheet's name and its part. */
    record SheetPart(String name, String part) {}

    private record Relation(String type, String target) {}

    /** The parts of a package, counted against the limits as they are read. */
    record Parts(Archive archive, Budget budget) {

        /** For a second reading. */
        Parts again() {
            return new Parts(archive, budget.again());
        }

        boolean has(String part) {
            return archive.has(part);
        }

        InputStream open(String part) throws IOException {
            if (!archive.has(part)) {
                throw new UnusualPackageException("no part " + part);
            }
            return budget.part(archive.open(part), archive.packedSize(part));
        }
    }

    /** Not how Excel and WPS write workbooks; a more patient reader may still make sense of it. */
    static final class UnusualPackageException extends IOException {
        UnusualPackageException(String detail) {
            super(detail);
        }
    }

    private PackageLayout(Parts parts) {
        this.parts = parts;
    }

    static PackageLayout of(Parts parts) throws IOException, XMLStreamException, SAXException {
        PackageLayout layout = new PackageLayout(parts);
        layout.readRelations();
        layout.readWorkbook();
        layout.readStyles();
        return layout;
    }

    /** Only whether days count from 1904; false where that cannot be read. */
    static boolean date1904(Parts parts) {
        PackageLayout layout = new PackageLayout(parts);
        try {
            layout.readRelations();
            layout.readWorkbook();
        } catch (IOException | XMLStreamException | SAXException unusual) {
            return layout.date1904;
        }
        return layout.date1904;
    }

    private void readRelations() throws IOException, XMLStreamException, SAXException {
        try (InputStream xml = parts.open(RELATIONS)) {
            XMLStreamReader reader = SafeXml.stream(xml);
            while (SafeXml.nextElement(reader)) {
                if (reader.getLocalName().equals("Relationship") && !external(reader)) {
                    addRelation(required(reader, "Id"), required(reader, "Type"), required(reader, "Target"));
                }
            }
        }
    }

    /** Never followed. */
    private static boolean external(XMLStreamReader reader) {
        return "External".equals(attribute(reader, "TargetMode"));
    }

    private void addRelation(String id, String type, String target) throws UnusualPackageException {
        String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        if (part.contains("..")) {
            throw new UnusualPackageException("relation to " + target);
        }
        relations.put(id, new Relation(type, part));
        if (type.endsWith("/sharedStrings")) {
            sharedStrings = part;
        } else if (type.endsWith("/styles")) {
            stylesPart = part;
        }
    }

    private void readWorkbook() throws IOException, XMLStreamException, SAXException {
        try (InputStream xml = parts.open(WORKBOOK)) {
            XMLStreamReader reader = SafeXml.stream(xml);
            while (SafeXml.nextElement(reader)) {
                switch (reader.getLocalName()) {
                    case "workbookPr" -> date1904 = isTrue(attribute(reader, "date1904"));
                    case "sheet" -> addSheet(required(reader, "name"), required(reader, "id"));
                    default -> {}
                }
            }
        }
        if (sheets.isEmpty()) {
            throw new UnusualPackageException("no sheet");
        }
    }

    private void addSheet(String name, String id) throws UnusualPackageException {
        Relation relation = relations.get(id);
        if (relation == null) {
            throw new UnusualPackageException("no relation " + id);
        }
        if (relation.type().endsWith("/worksheet")) {
            sheets.add(new SheetPart(name, relation.target()));
        }
    }

    private void readStyles() throws IOException, XMLStreamException, SAXException {
        if (stylesPart == null) {
            return;
        }
        try (InputStream xml = parts.open(stylesPart)) {
            XMLStreamReader reader = SafeXml.stream(xml);
            Map<Integer, String> custom = new HashMap<>();
            boolean cellStyles = false;
            while (SafeXml.nextElement(reader)) {
                String element = reader.getLocalName();
                if (element.equals("numFmt")) {
                    custom.put(Integer.valueOf(required(reader, "numFmtId")), attribute(reader, "formatCode"));
                } else if (element.equals("xf") && cellStyles) {
                    styles.add(format(attribute(reader, "numFmtId"), custom));
                } else if (!List.of("alignment", "protection", "extLst", "ext").contains(element)) {
                    cellStyles = element.equals("cellXfs");
                }
            }
        }
    }

    /** Built-in formats as a Chinese Excel shows them: number 31 is 年月日 there and has no meaning elsewhere. */
    private static DataFormatData format(@Nullable String id, Map<Integer, String> custom) {
        int index = id == null ? 0 : Integer.parseInt(id);
        DataFormatData format = new DataFormatData();
        format.setIndex((short) index);
        format.setFormat(BuiltinFormats.getBuiltinFormat((short) index, custom.get(index), Locale.CHINA));
        return format;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static String required(XMLStreamReader reader, String name) throws UnusualPackageException {
        String value = attribute(reader, name);
        if (value == null) {
            throw new UnusualPackageException(reader.getLocalName() + " without " + name);
        }
        return value;
    }

    /** By local name: relation ids have one namespace in the usual variant and another in the strict one. */
    private static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (Objects.equals(reader.getAttributeLocalName(i), name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    List<SheetPart> sheets() {
        return sheets;
    }

    /** By style number. */
    List<DataFormatData> styles() {
        return styles;
    }

    @Nullable
    String sharedStrings() {
        return sharedStrings;
    }

    boolean date1904() {
        return date1904;
    }
}
