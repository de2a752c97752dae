package org.jibao.testkit.generated;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jibao.testkit.Zips;
import org.jibao.testkit.generated.XmlOptions.Oddity;

/** Writes what is planned as a package of XML parts of our own. */
final class XmlPackageWriter {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final PlannedWorkbook plan;
    private final XmlOptions options;
    private final Random random;
    private final String prefix;
    private final String base;
    private final String folder;
    private final Zips zip = Zips.empty();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private final List<String> strings = new ArrayList<>();
    private final XmlStyles styles;
    private int ids;

    XmlPackageWriter(PlannedWorkbook plan, XmlOptions options, Random random) {
        this.plan = plan;
        this.options = options;
        this.random = random;
        this.prefix = options.has(Oddity.PREFIX) ? random.nextBoolean() ? "x:" : "main:" : "";
        this.base = options.has(Oddity.ROOT_PACKAGE) ? "" : "xl/";
        this.folder = options.has(Oddity.OTHER_FOLDER) ? "data/" : base + "worksheets/";
        this.styles = new XmlStyles(prefix);
    }

    byte[] write() {
        StringBuilder sheets = new StringBuilder();
        for (int number = 1; number <= plan.sheets().size(); number++) {
            sheets.append(sheet(plan.sheets().get(number - 1), number));
        }
        part(base + "workbook.xml", workbook(sheets), "sheet.main+xml");
        strings();
        if (!styles.areAllPlain() || !options.has(Oddity.NO_STYLES)) {
            part(base + "styles.xml", styles.xml(namespace()), "styles+xml");
            relation("styles", base + "styles.xml");
        }
        extras();
        String top = options.has(Oddity.ABSOLUTE_RELATIONS) ? "/" : "";
        plain(
                "_rels/.rels",
                relationships("<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"" + top + base
                        + "workbook.xml\"/>"));
        plain(base + "_rels/workbook.xml.rels", relationships(relations.toString()));
        boolean lower = options.has(Oddity.LOWER_CASE_CONTENT_TYPES);
        plain(
                lower ? "[content_types].xml" : "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>");
        return zip.bytes();
    }

    private String namespace() {
        String name = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix.substring(0, prefix.length() - 1);
        return name + "=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"";
    }

    private String sheet(PlannedSheet sheet, int number) {
        String id;
        if (sheet.chart) {
            String part = base + "chartsheets/sheet" + number + ".xml";
            String view = "sheetViews><" + prefix + "sheetView workbookViewId=\"0\"/></" + prefix + "sheetViews>";
            part(
                    part,
                    "<" + prefix + "chartsheet " + namespace() + "><" + prefix + view + "</" + prefix + "chartsheet>",
                    "chartsheet+xml");
            id = relation("chartsheet", part);
        } else {
            String part = folder + (random.nextBoolean() ? "sheet" : "Tabelle") + number + ".xml";
            XmlCellWriter cells = new XmlCellWriter(options, random, styles, strings, prefix);
            part(part, new XmlSheetWriter(sheet, options, random, cells, prefix).write(namespace()), "worksheet+xml");
            id = relation("worksheet", part);
        }
        String state =
                switch (sheet.visibility) {
                    case VISIBLE -> random.nextBoolean() ? "" : " state=\"visible\"";
                    case HIDDEN -> " state=\"hidden\"";
                    case VERY_HIDDEN -> " state=\"veryHidden\"";
                };
        return "<" + prefix + "sheet name=\"" + XmlText.escaped(sheet.name) + "\" sheetId=\"" + (number + 3) + "\""
                + state + " r:id=\"" + id + "\"/>";
    }

    private String workbook(StringBuilder sheets) {
        String own = plan.date1904()
                ? "<" + prefix + "workbookPr date1904=\"" + (random.nextBoolean() ? "1" : "true") + "\"/>"
                : random.nextBoolean() ? "" : "<" + prefix + "workbookPr date1904=\"0\"/>";
        String again = !options.has(Oddity.REPEATED_PROPERTIES)
                ? ""
                : "<" + prefix + "extLst><" + prefix + "ext uri=\"{140A7094-0E35-4892-8432-C4D2E57EDEB5}\" "
                        + "xmlns:x15=\"http://schemas.microsoft.com/office/spreadsheetml/2010/11/main\"><x15:workbookPr "
                        + (random.nextBoolean() ? "date1904=\"" + (plan.date1904() ? 0 : 1) + "\" " : "")
                        + "chartTrackingRefBase=\"1\"/></" + prefix + "ext></" + prefix + "extLst>";
        return "<" + prefix + "workbook " + namespace() + ">" + own + "<" + prefix + "sheets>" + sheets + "</" + prefix
                + "sheets>" + again + "</" + prefix + "workbook>";
    }

    private void strings() {
        if (strings.isEmpty() && random.nextBoolean()) {
            return;
        }
        String part = (options.has(Oddity.OTHER_FOLDER) ? folder : base) + "sharedStrings.xml";
        part(
                part,
                "<" + prefix + "sst " + namespace() + " count=\"" + strings.size() + "\" uniqueCount=\""
                        + strings.size() + "\">" + String.join("", strings) + "</" + prefix + "sst>",
                "sharedStrings+xml");
        relation("sharedStrings", part);
    }

    private void extras() {
        if (options.has(Oddity.CUSTOM_XML)) {
            plain("customXml/item1.xml", "<a xmlns=\"urn:a\">77</a>");
            String up = base.isEmpty() ? "" : "../";
            related("customXml", up + "customXml/item1.xml", "");
        }
        if (options.has(Oddity.EXTERNAL_RELATION)) {
            related("externalLinkPath", "http://example.invalid/a/../b.xlsx", " TargetMode=\"External\"");
        }
    }

    private String relation(String type, String part) {
        boolean inside = part.startsWith(base);
        String target = inside ? part.substring(base.length()) : "../" + part;
        if (options.has(Oddity.ABSOLUTE_RELATIONS)) {
            target = "/" + part;
        } else if (options.has(Oddity.PARENT_RELATIONS)) {
            target = "../" + part;
        }
        return related(type, target, "");
    }

    private String related(String type, String target, String mode) {
        ids++;
        String id = options.has(Oddity.ODD_IDS) ? "R" + Integer.toHexString(ids * 7919) : "rId" + ids;
        relations.append("<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
                + "\"" + mode + "/>");
        return id;
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private void part(String name, String xml, String type) {
        types.append("<Override PartName=\"/" + name + "\" ContentType=\"" + SPREADSHEET + type + "\"/>");
        boolean wide = options.has(Oddity.UTF_16);
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String start = "<?xml version=\"1.0\" encoding=\"" + charset.name() + "\" standalone=\"yes\"?>\n";
        zip.with(name, (start + xml).getBytes(charset));
    }

    private void plain(String name, String xml) {
        zip.with(name, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml);
    }
}
