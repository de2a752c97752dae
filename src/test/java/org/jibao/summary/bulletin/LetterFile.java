package org.jibao.summary.bulletin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jibao.testkit.Zips;

/** Word files of tests: made from the XML of their parts, and read by POI. */
final class LetterFile {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    static final String SPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private LetterFile() {}

    /** A letter whose body this is, and whose header is a paragraph with these runs. */
    static Zips of(String body, String headerRuns) {
        String word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        return Zips.empty()
                .with(
                        "[Content_Types].xml",
                        HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + word
                                + "document.main+xml\"/>"
                                + "<Override PartName=\"/word/header1.xml\" ContentType=\"" + word + "header+xml\"/>"
                                + "</Types>")
                .with("_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml", "")))
                .with("word/_rels/document.xml.rels", relations(relation("rId1", "header", "header1.xml", "")))
                .with("word/header1.xml", HEAD + "<w:hdr" + SPACES + "><w:p>" + headerRuns + "</w:p></w:hdr>")
                .with(
                        "word/document.xml",
                        HEAD + "<w:document" + SPACES + "><w:body>" + body
                                + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>"
                                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" w:bottom=\"1440\""
                                + " w:left=\"1800\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    }

    static Zips of(String body) {
        return of(body, run("Header"));
    }

    static String relations(String... relations) {
        return HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + String.join("", relations) + "</Relationships>";
    }

    /** @param mode {@code External} or empty */
    static String relation(String id, String kind, String target, String mode) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + RELATION + kind + "\" Target=\"" + target + "\""
                + (mode.isEmpty() ? "" : " TargetMode=\"" + mode + "\"") + "/>";
    }

    static String run(String text) {
        return run("", text);
    }

    /** @param look such as {@code <w:b/>} */
    static String run(String look, String text) {
        return "<w:r>" + (look.isEmpty() ? "" : "<w:rPr>" + look + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + text
                + "</w:t></w:r>";
    }

    static String paragraph(String... runs) {
        return "<w:p>" + String.join("", runs) + "</w:p>";
    }

    static XWPFDocument open(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return new XWPFDocument(stream);
        }
    }

    /** Every paragraph and every row, in order. */
    static List<String> lines(Path file) throws IOException {
        try (XWPFDocument document = open(file)) {
            List<String> lines = new ArrayList<>();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    lines.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    table.getRows().forEach(row -> lines.add(line(row)));
                }
            }
            return lines.stream().filter(line -> !line.isBlank()).toList();
        }
    }

    private static String line(XWPFTableRow row) {
        return String.join(
                " | ", row.getTableCells().stream().map(XWPFTableCell::getText).toList());
    }
}
