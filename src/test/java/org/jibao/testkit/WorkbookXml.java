package org.jibao.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook's parts as plain XML, without the library that wrote them: its sheets with their cells, and its charts with what they cache. */
public final class WorkbookXml {
    /** Before one is read. */
    public static final WorkbookXml NONE = new WorkbookXml();

    private final Map<String, Document> parts = new TreeMap<>();
    private final Map<String, Element> sheets = new LinkedHashMap<>();
    private final Map<String, String> sheetParts = new HashMap<>();
    private final List<String> shared = new ArrayList<>();

    private WorkbookXml() {}

    public static WorkbookXml read(Path file) throws IOException {
        WorkbookXml read = new WorkbookXml();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels")) {
                    try (InputStream stream = zip.getInputStream(entry)) {
                        read.parts.put(entry.getName(), parse(stream));
                    }
                }
            }
        }
        read.link();
        return read;
    }

    private static Document parse(InputStream stream) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(stream);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private void link() {
        Document strings = parts.get("xl/sharedStrings.xml");
        if (strings != null) {
            all(strings.getDocumentElement(), "si").forEach(item -> shared.add(text(item)));
        }
        Document workbook = part("xl/workbook.xml");
        Map<String, String> targets = targets("xl/workbook.xml");
        for (Element sheet : all(workbook.getDocumentElement(), "sheet")) {
            String id =
                    sheet.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
            String part = Objects.requireNonNull(targets.get(id));
            sheets.put(sheet.getAttribute("name"), part(part).getDocumentElement());
            sheetParts.put(sheet.getAttribute("name"), part);
        }
    }

    private Document part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** What a part refers to, by the ID of the relation. */
    private Map<String, String> targets(String part) {
        Map<String, String> targets = new HashMap<>();
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Document rels = parts.get(folder + "_rels/" + part.substring(slash + 1) + ".rels");
        if (rels != null) {
            for (Element relation : all(rels.getDocumentElement(), "Relationship")) {
                String target = relation.getAttribute("Target");
                String path = target.startsWith("/")
                        ? target.substring(1)
                        : Path.of(folder + target).normalize().toString().replace('\\', '/');
                targets.put(relation.getAttribute("Id"), path);
            }
        }
        return targets;
    }

    public List<String> sheetNames() {
        return List.copyOf(sheets.keySet());
    }

    /** The cells of a sheet by their addresses, as text: numbers as they are written, nothing for empty cells. */
    public Map<String, String> cells(String sheet) {
        Map<String, String> cells = new HashMap<>();
        for (Element cell : all(Objects.requireNonNull(sheets.get(sheet), sheet), "c")) {
            String value =
                    switch (cell.getAttribute("t")) {
                        case "s" -> shared.get(Integer.parseInt(child(cell, "v")));
                        case "inlineStr" -> text(cell);
                        default -> child(cell, "v");
                    };
            if (!value.isEmpty()) {
                cells.put(cell.getAttribute("r"), value);
            }
        }
        return cells;
    }

    /** Every native chart, in the order of the sheets. */
    public List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (String sheet : sheets.keySet()) {
            for (String drawing :
                    targets(Objects.requireNonNull(sheetParts.get(sheet))).values()) {
                if (drawing.startsWith("xl/drawings/drawing")) {
                    charts(sheet, drawing, charts);
                }
            }
        }
        return charts;
    }

    private void charts(String sheet, String drawing, List<Chart> charts) {
        Map<String, String> targets = targets(drawing);
        for (Element frame : all(part(drawing).getDocumentElement(), "graphicFrame")) {
            Element properties = all(frame, "cNvPr").get(0);
            String id = all(frame, "chart")
                    .get(0)
                    .getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id");
            Element space = part(Objects.requireNonNull(targets.get(id))).getDocumentElement();
            List<Series> series =
                    all(space, "ser").stream().map(WorkbookXml::series).toList();
            charts.add(new Chart(
                    sheet,
                    properties.getAttribute("name"),
                    properties.getAttribute("descr"),
                    text(all(space, "title").get(0)),
                    explained(space),
                    series));
        }
    }

    /** The places of the series that the legend names, where there is one. */
    private static Set<Integer> explained(Element space) {
        Set<Integer> places = new TreeSet<>();
        if (!all(space, "legend").isEmpty()) {
            for (int i = 0; i < all(space, "ser").size(); i++) {
                places.add(i);
            }
        }
        for (Element entry : all(space, "legendEntry")) {
            places.remove(Integer.valueOf(all(entry, "idx").get(0).getAttribute("val")));
        }
        return places;
    }

    private static Series series(Element series) {
        Element value = all(series, "val").get(0);
        List<Element> formats = all(value, "formatCode");
        boolean filled = all(series, "solidFill").stream().anyMatch(fill -> !inside(fill, "txPr"));
        boolean labelled = all(series, "showVal").stream()
                .anyMatch(shown -> Set.of("1", "true").contains(shown.getAttribute("val")));
        return new Series(
                cache(all(series, "tx").get(0)),
                cache(all(series, "cat").get(0)),
                cache(value),
                formats.isEmpty() ? "" : formats.get(0).getTextContent(),
                filled || labelled);
    }

    private static boolean inside(Element element, String name) {
        for (var at = element.getParentNode(); at != null; at = at.getParentNode()) {
            if (name.equals(at.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private static Cache cache(Element holder) {
        Map<Integer, String> points = new TreeMap<>();
        for (Element point : all(holder, "pt")) {
            points.put(Integer.valueOf(point.getAttribute("idx")), child(point, "v"));
        }
        return new Cache(
                all(holder, "f").get(0).getTextContent(),
                Integer.parseInt(all(holder, "ptCount").get(0).getAttribute("val")),
                points);
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String child(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }

    private static String text(Element parent) {
        StringBuilder text = new StringBuilder();
        all(parent, "t").forEach(run -> text.append(run.getTextContent()));
        return text.toString();
    }

    /**
     * A chart.
     *
     * @param name of the object
     * @param alternative what it shows, in words
     */
    public record Chart(
            String sheet, String name, String alternative, String title, Set<Integer> explained, List<Series> series) {}

    /**
     * @param seen whether it has a colour or labels
     */
    public record Series(Cache name, Cache categories, Cache values, String pattern, boolean seen) {}

    /**
     * A reference with the values that are kept beside it.
     *
     * @param formula such as {@code 'Sheet'!$A$2:$A$9}
     * @param points by their places; those that are missing are not there
     */
    public record Cache(String formula, int count, Map<Integer, String> points) {

        /** The addresses of the cells in order, for one column or row. */
        public List<String> addresses() {
            String range = formula.substring(formula.lastIndexOf('!') + 1).replace("$", "");
            String[] ends = range.split(":");
            String column = ends[0].replaceAll("\\d", "");
            int first = Integer.parseInt(ends[0].replaceAll("\\D", ""));
            int last = ends.length == 1 ? first : Integer.parseInt(ends[1].replaceAll("\\D", ""));
            if (ends.length > 1 && !ends[1].replaceAll("\\d", "").equals(column)) {
                throw new IllegalArgumentException("more than one column: " + formula);
            }
            List<String> addresses = new ArrayList<>();
            for (int row = first; row <= last; row++) {
                addresses.add(column + row);
            }
            return addresses;
        }

        /** The sheet that it points at. */
        public String sheet() {
            String sheet = formula.substring(0, formula.lastIndexOf('!'));
            return sheet.startsWith("'")
                    ? sheet.substring(1, sheet.length() - 1).replace("''", "'")
                    : sheet;
        }

        public @Nullable String point(int index) {
            return points.get(index);
        }
    }
}
