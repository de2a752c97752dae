package org.jibao.summary.bulletin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Sheet;
import org.jibao.definition.SummaryDefinition.SheetKind;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.finding.Language;
import org.jibao.metrics.MetricTable;
import org.w3c.dom.Element;

/**
 * The bulletin as it is shipped: in Chinese in the look of GB/T 9704-2012, in English as a plain letter. It is a document with the
 * placeholders that an office's own may have, and what has nothing to say is left out.
 */
final class ShippedBulletin {

    private static final int MOST_CHARTS = 2;
    private static final int MOST_TABLES = 3;
    private static final int MOST_ROWS = 30;

    /** By the names in the file those of the resources; a slash before a language's own. */
    private static final Map<String, String> PARTS = parts();

    private final BulletinContent content;
    private final Prose prose;
    private final Language language;
    private int sections;
    private int tables;

    ShippedBulletin(BulletinContent content) {
        this.content = content;
        prose = content.prose();
        language = content.context().speech().language();
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(WordFile.TYPES, "content-types.xml");
        parts.put("_rels/.rels", "package-rels.xml");
        parts.put("docProps/core.xml", "core.xml");
        parts.put(WordFile.DOCUMENT, "/document.xml");
        parts.put("word/_rels/document.xml.rels", "document-rels.xml");
        parts.put("word/styles.xml", "/styles.xml");
        parts.put("word/settings.xml", "settings.xml");
        parts.put("word/fontTable.xml", "/font-table.xml");
        parts.put("word/footer1.xml", "/footer-odd.xml");
        parts.put("word/footer2.xml", "/footer-even.xml");
        return parts;
    }

    WordFile make() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        PARTS.forEach((name, resource) -> parts.put(name, resource(resource)));
        WordFile file = new WordFile(parts);
        Element body = WordXml.child(file.xml(WordFile.DOCUMENT).getDocumentElement(), "body")
                .orElseThrow();
        compose(new Body(body));
        return file;
    }

    private byte[] resource(String name) {
        String path = name.startsWith("/") ? (language == Language.ZH ? "zh" : "en") + name : name;
        return bytes(path);
    }

    /** The properties that a document shows of itself, with places for what they say. */
    static String properties() {
        return new String(bytes("core.xml"), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try (InputStream stream = ShippedBulletin.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts paragraphs before the section's properties, which end the body. */
    private record Body(Element body) {

        void add(String style, String text) {
            add(style, text, false);
        }

        /** @param kept whether it stays on the page of what follows: no page has nothing but the signature */
        void add(String style, String text, boolean kept) {
            Element paragraph = WordXml.make(body, "p");
            Element properties = WordXml.add(paragraph, "pPr");
            WordXml.add(properties, "pStyle", "val", style);
            if (kept) {
                WordXml.add(properties, "keepNext");
                WordXml.add(properties, "keepLines");
            }
            String[] lines = text.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                Element run = WordXml.add(paragraph, "r");
                if (i > 0) {
                    WordXml.add(run, "br");
                }
                WordXml.setText(WordXml.add(run, "t"), lines[i]);
            }
            body.insertBefore(paragraph, WordXml.child(body, "sectPr").orElseThrow());
        }
    }

    private void compose(Body body) {
        body.add("Title", prose.say("letter.heading", "{{period}}", "{{title}}"));
        body.add("Salutation", prose.say("letter.to"));
        boolean declared = content.computed(DefaultSummary.FIGURES) != null;
        if (declared) {
            figures(body);
        } else {
            tables(body);
        }
        String annex = declared ? DefaultSummary.UNITS : "reporting_units";
        boolean annexed = content.computed(annex) != null;
        if (annexed) {
            body.add("Blank", "", true);
            body.add("Attachment", prose.say("letter.attachment", "{{caption:" + annex + "}}"), true);
        }
        body.add("Blank", "", true);
        body.add("Signature", prose.say("letter.office"), true);
        body.add("Signature", "{{date}}");
        if (annexed) {
            body.add("AnnexMark", prose.say("letter.annex"));
            body.add("AnnexTitle", "{{caption:" + annex + "}}");
            body.add("Table", "{{table:" + annex + "}}");
            body.add("Note", prose.say("letter.dash"));
        }
    }

    private void figures(Body body) {
        body.add("Normal", "{{opening}}");
        heading(body, "section.overview");
        body.add("Normal", "{{overview}}");
        table(body, prose.say("caption.figures"), "{{figures}}");
        MetricTable kinds = content.computed("reporting_kinds");
        if (kinds != null && kinds.rows().size() > 1) {
            table(body, "{{caption:reporting_kinds}}", "{{table:reporting_kinds}}");
        }
        if (!prose.sentences().isEmpty()) {
            heading(body, "section.findings");
            body.add("Normal", "{{sentences}}");
        }
        content.charts(MOST_CHARTS).forEach(chart -> body.add("Picture", "{{chart:" + chart + "}}"));
        heading(body, "section.named");
        part(body, 1, "section.praised", "{{praised}}", false);
        part(body, 2, "section.criticised", "{{criticised}}", true);
    }

    private void heading(Body body, String key) {
        body.add("Heading1", Numbering.mark(++sections, language, Numbering.Level.FIRST) + prose.say(key));
    }

    private void part(Body body, int number, String key, String text, boolean kept) {
        String mark = language == Language.ZH ? Numbering.mark(number, language, Numbering.Level.SECOND) : "";
        body.add("Heading2", mark + prose.say(key));
        body.add("Normal", text, kept);
    }

    private void table(Body body, String caption, String placeholder) {
        body.add("Caption", prose.say("caption.numbered", ++tables, caption));
        body.add("Table", placeholder);
    }

    /** What a job without declared figures shows on its pages, as far as it is short. */
    private void tables(Body body) {
        body.add("Normal", prose.say("opening.tables", "{{as_of}}", "{{period}}", "{{title}}"));
        shown().forEach(table -> table(body, "{{caption:" + table + "}}", "{{table:" + table + "}}"));
        content.charts(MOST_CHARTS).forEach(chart -> body.add("Picture", "{{chart:" + chart + "}}"));
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        SummaryDefinition summary = content.context().definition();
        for (Sheet sheet : summary.sheets()) {
            boolean page = sheet.kind() == SheetKind.PAGE || sheet.kind() == SheetKind.COVER;
            for (String block : page ? sheet.blocks() : List.<String>of()) {
                MetricTable rows = content.computed(block);
                boolean isTable =
                        summary.tables().stream().anyMatch(table -> table.id().equals(block));
                if (isTable && rows != null && rows.rows().size() <= MOST_ROWS && !shown.contains(block)) {
                    shown.add(block);
                }
            }
        }
        return shown.subList(0, Math.min(MOST_TABLES, shown.size()));
    }
}
