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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jibao.guard.OwnFiles;
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

    /** Before parts a Word file may say where it came from and by whom; a bulletin says neither. */
    private final Map<String, byte[]> parts;

    private final Map<String, Document> read = new LinkedHashMap<>();
    private int pictures;

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

    /** @return the id by which the body names it */
    String addPicture(byte[] png) {
        pictures++;
        String name = "jibao-" + pictures + ".png";
        String id = "jibaoPicture" + pictures;
        parts.put("word/media/" + name, png);
        if (!parts.containsKey(DOCUMENT_RELATIONS)) {
            parts.put(
                    DOCUMENT_RELATIONS,
                    ("<Relationships xmlns=\"" + WordXml.RELATIONS + "\"/>").getBytes(StandardCharsets.UTF_8));
        }
        Element relation = addTo(DOCUMENT_RELATIONS, WordXml.RELATIONS, "Relationship");
        relation.setAttribute("Id", id);
        relation.setAttribute("Type", IMAGE);
        relation.setAttribute("Target", "media/" + name);
        declarePng();
        return id;
    }

    private Element addTo(String part, String namespace, String name) {
        Document document = xml(part);
        Element element = document.createElementNS(namespace, name);
        document.getDocumentElement().appendChild(element);
        return element;
    }

    private void declarePng() {
        Element types = xml(TYPES).getDocumentElement();
        for (Node type = types.getFirstChild(); type != null; type = type.getNextSibling()) {
            if (type instanceof Element element
                    && element.getAttribute("Extension").equalsIgnoreCase("png")) {
                return;
            }
        }
        Element png = xml(TYPES).createElementNS(WordXml.CONTENT_TYPES, "Default");
        png.setAttribute("Extension", "png");
        png.setAttribute("ContentType", "image/png");
        types.insertBefore(png, types.getFirstChild());
    }

    /** Replaces the properties that a document shows of itself: nothing of them depends on the clock. */
    void describe(String properties) {
        if (parts.containsKey(PROPERTIES)) {
            parts.put(PROPERTIES, properties.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The same parts give the same bytes. */
    void write(Path target) throws IOException {
        read.forEach((name, document) -> parts.put(name, WordXml.bytes(document)));
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
