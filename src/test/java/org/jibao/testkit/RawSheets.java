package org.jibao.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What stands in the parts of an {@code .xlsx}, by the JDK's XML alone: texts to compare two workbooks by. */
public final class RawSheets {

    private final ZipFile zip;
    private final List<String> strings = new ArrayList<>();

    private RawSheets(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Each sheet by its name: one line an element of the worksheet, one a row and one a cell, shared texts resolved.
     *
     * @param without elements of a worksheet that are left out
     */
    public static Map<String, List<String>> of(Path file, Set<String> without) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new RawSheets(zip).sheets(without);
        }
    }

    /** The formats of cells in the order of their numbers, with the fonts, fills, borders and number formats before them. */
    public static List<String> styles(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> styles = new ArrayList<>();
            Element root = new RawSheets(zip).root("xl/styles.xml");
            for (String part :
                    List.of("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")) {
                int number = 0;
                for (Element one : children(root, part)) {
                    for (Element format : elements(one)) {
                        styles.add(part + " " + number++ + " " + text(format));
                    }
                }
            }
            return styles;
        }
    }

    private Map<String, List<String>> sheets(Set<String> without) throws IOException {
        if (zip.getEntry("xl/sharedStrings.xml") != null) {
            children(root("xl/sharedStrings.xml"), "si").forEach(string -> strings.add(text(string)));
        }
        Map<String, String> targets = new TreeMap<>();
        for (Element relation : elements(root("xl/_rels/workbook.xml.rels"))) {
            targets.put(relation.getAttribute("Id"), relation.getAttribute("Target"));
        }
        Map<String, List<String>> sheets = new TreeMap<>();
        for (Element sheet :
                elements(children(root("xl/workbook.xml"), "sheets").get(0))) {
            String target = String.valueOf(targets.get(
                    sheet.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")));
            String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            sheets.put(sheet.getAttribute("name"), lines(root(part), without));
        }
        return sheets;
    }

    private List<String> lines(Element worksheet, Set<String> without) {
        List<String> lines = new ArrayList<>();
        for (Element part : elements(worksheet)) {
            if (part.getLocalName().equals("sheetData")) {
                for (Element row : elements(part)) {
                    lines.add(open(row));
                    elements(row).forEach(cell -> lines.add(cell(cell)));
                }
            } else if (!without.contains(part.getLocalName())) {
                lines.add(text(part));
            }
        }
        return lines;
    }

    private String cell(Element cell) {
        if (!cell.getAttribute("t").equals("s")) {
            return text(cell);
        }
        return open(cell)
                + strings.get(Integer.parseInt(children(cell, "v").get(0).getTextContent()));
    }

    private Element root(String part) throws IOException {
        try (InputStream xml = zip.getInputStream(zip.getEntry(part))) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            Document document = factory.newDocumentBuilder().parse(xml);
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(part, e);
        }
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String text(Element element) {
        StringBuilder text = new StringBuilder(open(element));
        NodeList nodes = element.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            text.append(
                    node instanceof Element child
                            ? text(child)
                            : node.getTextContent().strip());
        }
        return text.append("</>").toString();
    }

    /** Attributes by name, without declarations of namespaces. */
    private static String open(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                attributes.put(attribute.getNodeName(), attribute.getNodeValue());
            }
        }
        return "<" + element.getLocalName() + attributes + ">";
    }
}
