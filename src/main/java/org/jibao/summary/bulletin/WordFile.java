package org.jibao.summary.bulletin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.guard.OwnFiles;
import org.jibao.summary.ChartBook;
import org.jibao.workbook.ReproducibleZip;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A Word file as parts by name. Only parts whose XML is asked for are written anew; all others keep their bytes. */
final class WordFile {

    static final String TYPES = "[Content_Types].xml";
    static final String DOCUMENT = "word/document.xml";
    private static final String DOCUMENT_RELATIONS = "word/_rels/document.xml.rels";
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String IMAGE = WordXml.OFFICE + "/image";
    private static final String DATA = "jibaoData";
    private static final String RELATION = "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>";
    private static final String CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private static final String SHAPES_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml";
    private static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Pattern SHAPES = Pattern.compile("<c:userShapes [^>]{0,200}r:id=\"(\\w{1,20})\"");

    /** Before parts a Word file may say where it came from and by whom; a bulletin says neither. */
    private final Map<String, byte[]> parts;

    private final Map<String, Document> read = new LinkedHashMap<>();
    private final GridRows rows = new GridRows();
    private int pictures;
    private int charts;

    /** @param parts that have passed {@link TemplateGuard}, or are our own */
    WordFile(Map<String, byte[]> parts) {
        this.parts = new LinkedHashMap<>(parts);
    }

    /** The parts that people read: the body, headers and footers, notes. */
    List<String> texts() {
        return parts.keySet().stream()
                .filter(name -> name.matches("word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml"))
                .toList();
    }

    Document xml(String part) {
        return read.computeIfAbsent(part, name -> {
            try {
                return WordXml.read(Objects.requireNonNull(parts.get(name)));
            } catch (SAXException e) {
                throw new IllegalStateException(name + " was read before", e);
            }
        });
    }

    /** What the tables of the file hold. */
    GridRows rows() {
        return rows;
    }

    /** @return the id by which the body names it */
    String addPicture(byte[] png) {
        pictures++;
        String name = "jibao-" + pictures + ".png";
        String id = "jibaoPicture" + pictures;
        parts.put("word/media/" + name, png);
        relate(id, IMAGE, "media/" + name);
        declareDefault("png", "image/png");
        return id;
    }

    /** @return the id by which the body names it */
    String addChart(ChartBook chart) {
        charts++;
        String name = "jibao-" + charts;
        String id = "jibaoChart" + charts;
        parts.put("word/charts/" + name + ".xml", withData(chart.chart()));
        parts.put("word/embeddings/" + name + ".xlsx", chart.workbook());
        StringBuilder relations = new StringBuilder("<Relationships xmlns=\"" + WordXml.RELATIONS + "\">"
                + RELATION.formatted(DATA, WordXml.OFFICE + "/package", "../embeddings/" + name + ".xlsx"));
        chart.overlays().ifPresent(shapes -> {
            parts.put("word/drawings/" + name + ".xml", shapes);
            declare("/word/drawings/" + name + ".xml", SHAPES_TYPE);
            relations.append(RELATION.formatted(
                    shapesId(chart.chart()), WordXml.OFFICE + "/chartUserShapes", "../drawings/" + name + ".xml"));
        });
        relations.append("</Relationships>");
        parts.put(
                "word/charts/_rels/" + name + ".xml.rels", relations.toString().getBytes(StandardCharsets.UTF_8));
        relate(id, WordXml.OFFICE + "/chart", "charts/" + name + ".xml");
        declare("/word/charts/" + name + ".xml", CHART_TYPE);
        declareDefault("xlsx", WORKBOOK_TYPE);
        return id;
    }

    /** The chart's part, which names the workbook of its figures: before what is said of print, as the schema has it. */
    private static byte[] withData(byte[] chart) {
        String xml = new String(chart, StandardCharsets.UTF_8);
        int place = xml.indexOf("<c:printSettings");
        if (place < 0) {
            throw new IllegalStateException("a chart without settings of print");
        }
        String data = "<c:externalData xmlns:r=\"" + WordXml.OFFICE + "\" r:id=\"" + DATA
                + "\"><c:autoUpdate val=\"0\"/></c:externalData>";
        return (xml.substring(0, place) + data + xml.substring(place)).getBytes(StandardCharsets.UTF_8);
    }

    private static String shapesId(byte[] chart) {
        Matcher id = SHAPES.matcher(new String(chart, StandardCharsets.UTF_8));
        if (!id.find()) {
            throw new IllegalStateException("a chart that does not name its overlays");
        }
        return id.group(1);
    }

    private void relate(String id, String type, String target) {
        if (!parts.containsKey(DOCUMENT_RELATIONS)) {
            parts.put(
                    DOCUMENT_RELATIONS,
                    ("<Relationships xmlns=\"" + WordXml.RELATIONS + "\"/>").getBytes(StandardCharsets.UTF_8));
        }
        Element relation = addTo(DOCUMENT_RELATIONS, WordXml.RELATIONS, "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", type);
        relation.setAttribute("Target", target);
    }

    private void declare(String part, String type) {
        Element declared = addTo(TYPES, WordXml.CONTENT_TYPES, "Override");
        declared.setAttribute("PartName", part);
        declared.setAttribute("ContentType", type);
    }

    private Element addTo(String part, String namespace, String name) {
        Document document = xml(part);
        Element element = document.createElementNS(namespace, name);
        document.getDocumentElement().appendChild(element);
        return element;
    }

    private void declareDefault(String ending, String contentType) {
        Element types = xml(TYPES).getDocumentElement();
        for (Node type = types.getFirstChild(); type != null; type = type.getNextSibling()) {
            if (type instanceof Element element
                    && element.getAttribute("Extension").equalsIgnoreCase(ending)) {
                return;
            }
        }
        Element declared = xml(TYPES).createElementNS(WordXml.CONTENT_TYPES, "Default");
        declared.setAttribute("Extension", ending);
        declared.setAttribute("ContentType", contentType);
        types.insertBefore(declared, types.getFirstChild());
    }

    /** Replaces the properties that a document shows of itself: nothing of them depends on the clock. */
    void describe(String properties) {
        if (parts.containsKey(PROPERTIES)) {
            parts.put(PROPERTIES, properties.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The same parts give the same bytes. */
    void write(Path target) throws IOException {
        read.forEach((name, document) -> parts.put(name, rows.written(WordXml.bytes(document))));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, TYPES);
            for (String name : parts.keySet()) {
                if (!name.equals(TYPES)) {
                    put(zip, name);
                }
            }
        }
        Files.createDirectories(Objects.requireNonNull(target.toAbsolutePath().getParent()));
        OwnFiles.write(target, ReproducibleZip.of(bytes.toByteArray()));
    }

    private void put(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(Objects.requireNonNull(parts.get(name)));
        zip.closeEntry();
    }
}
