package org.jibao.summary.slip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jibao.inbox.Archive;

/**
 * A workbook that was saved as "Strict Open XML". Its parts are those of any other, under other names of namespaces; the
 * library that marks knows the usual ones only, so they are put in their place.
 */
final class StrictPackage {

    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String USUAL = "http://schemas.openxmlformats.org/";
    private static final String WORKBOOK = "xl/workbook.xml";

    /** The longer names first, as one may begin with another. */
    private static final Map<String, String> NAMES = names();

    private StrictPackage() {}

    private static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("officeDocument/extendedProperties", "officeDocument/2006/extended-properties");
        names.put("officeDocument/customProperties", "officeDocument/2006/custom-properties");
        names.put(
                "officeDocument/relationships/extendedProperties",
                "officeDocument/2006/relationships/extended-properties");
        names.put(
                "officeDocument/relationships/customProperties", "officeDocument/2006/relationships/custom-properties");
        names.put("officeDocument/", "officeDocument/2006/");
        names.put("spreadsheetml/main", "spreadsheetml/2006/main");
        names.put("drawingml/", "drawingml/2006/");
        names.put("descriptions/", "descriptions/2006/");
        return names;
    }

    static boolean isOne(byte[] file) throws IOException {
        Archive archive = Archive.of(file);
        if (!archive.has(WORKBOOK)) {
            return false;
        }
        try (var workbook = archive.open(WORKBOOK)) {
            return new String(workbook.readAllBytes(), StandardCharsets.UTF_8).contains(STRICT + "spreadsheetml/main");
        }
    }

    /** The same workbook under the usual names. */
    static byte[] usual(byte[] file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(isXml(part.getName()) ? renamed(content) : content);
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isXml(String part) {
        return part.endsWith(".xml") || part.endsWith(".rels");
    }

    private static byte[] renamed(byte[] content) {
        String xml = new String(content, StandardCharsets.UTF_8);
        if (!xml.contains(STRICT) && !xml.contains("conformance=")) {
            return content;
        }
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            xml = xml.replace(STRICT + name.getKey(), USUAL + name.getValue());
        }
        return xml.replaceFirst("\\sconformance=(\"strict\"|'strict')", "").getBytes(StandardCharsets.UTF_8);
    }
}
