package org.jibao.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTHyperlinks;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** One sheet as XML: what stands before its rows and behind them as Apache POI makes it, and the rows between. */
final class SheetPart {

    private static final String NO_ROWS = "<sheetData/>";
    private static final int WIDEST = 255 * 256;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private SheetPart() {}

    /** @param sheet is finished but for its columns, rows and links */
    static void write(SheetPlan plan, XSSFSheet sheet, OutputStream out, Styles styles, SharedTexts texts)
            throws IOException {
        for (int column = 0; column < plan.widths().size(); column++) {
            sheet.setColumnWidth(
                    column, Math.min(WIDEST, Math.round(plan.widths().get(column) * 256 / 7f)));
        }
        CTWorksheet worksheet = sheet.getCTWorksheet();
        // POI would say A1; without it, a reader finds the last cell for itself.
        worksheet.unsetDimension();
        String before = withRelations(withoutRows(worksheet));
        out.write(utf8(before.substring(0, before.indexOf(NO_ROWS)) + "<sheetData>"));
        XmlBytes xml = new XmlBytes(out);
        SheetRows rows = new SheetRows(xml, styles, texts);
        for (SheetRow row : plan.rows()) {
            rows.add(row);
        }
        xml.flush();
        link(sheet, rows.links());
        String behind = withoutRows(worksheet);
        out.write(utf8("</sheetData>" + behind.substring(behind.indexOf(NO_ROWS) + NO_ROWS.length())));
    }

    /** Links that come with the rows may need the prefix that the head does not. */
    private static String withRelations(String head) {
        String prefix = " xmlns:r=\"";
        return head.contains(prefix) ? head : head.replaceFirst("<worksheet", "<worksheet" + prefix + RELATIONS + "\"");
    }

    private static String withoutRows(CTWorksheet worksheet) throws IOException {
        XmlOptions options = new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
        options.setSaveSyntheticDocumentElement(
                new QName(CTWorksheet.type.getName().getNamespaceURI(), "worksheet"));
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        worksheet.save(xml, options);
        return xml.toString(StandardCharsets.UTF_8);
    }

    private static void link(XSSFSheet sheet, List<SheetRows.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        CTHyperlinks all = sheet.getCTWorksheet().addNewHyperlinks();
        for (SheetRows.Link link : links) {
            CTHyperlink one = all.addNewHyperlink();
            one.setRef(link.cell());
            if (link.within() != null) {
                one.setLocation(link.within());
            }
            if (link.file() != null) {
                one.setId(sheet.getPackagePart()
                        .addExternalRelationship(link.file(), XSSFRelation.SHEET_HYPERLINKS.getRelation())
                        .getId());
            }
        }
    }

    private static byte[] utf8(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
