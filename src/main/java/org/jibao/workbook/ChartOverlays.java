package org.jibao.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.jibao.workbook.SheetChart.Area;
import org.jibao.workbook.SheetChart.Overlay;

/**
 * Lines and words over a chart's plot: what a ranking is compared with, the total within a ring. They belong to the
 * chart and move with it. POI has no type for the part of the package that holds them.
 */
final class ChartOverlays {
    private static final String CONTENT = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes";
    private static final int EMU_PER_POINT = 12_700;

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing">""";
    private static final String CORNERS =
            "<cdr:relSizeAnchor><cdr:from><cdr:x>%.5f</cdr:x><cdr:y>%.5f</cdr:y></cdr:from>"
                    + "<cdr:to><cdr:x>%.5f</cdr:x><cdr:y>%.5f</cdr:y></cdr:to>";
    private static final String PLACE = "<a:xfrm><a:off x=\"%d\" y=\"%d\"/><a:ext cx=\"%d\" cy=\"%d\"/></a:xfrm>";
    private static final String LINE = """
            <cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="%d" name="line %d"/><cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>\
            <cdr:spPr>%s\
            <a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="%d"><a:solidFill>\
            <a:srgbClr val="%06X"/></a:solidFill></a:ln></cdr:spPr></cdr:cxnSp></cdr:relSizeAnchor>""";
    private static final String WORDS = """
            <cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="%d" name="text %d"/><cdr:cNvSpPr txBox="1"/></cdr:nvSpPr>\
            <cdr:spPr>%s\
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></cdr:spPr>\
            <cdr:txBody><a:bodyPr vertOverflow="overflow" horzOverflow="overflow" wrap="none" \
            lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>\
            <a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="%s" sz="%d" b="1"><a:solidFill>\
            <a:srgbClr val="%06X"/></a:solidFill><a:latin typeface="%s"/><a:ea typeface="%s"/></a:rPr>\
            <a:t>%s</a:t></a:r></a:p></cdr:txBody></cdr:sp></cdr:relSizeAnchor>""";

    private ChartOverlays() {}

    static void add(XSSFChart chart, SheetChart plan, String language) {
        List<Overlay> overlays = plan.overlays();
        if (overlays.isEmpty()) {
            return;
        }
        StringBuilder xml = new StringBuilder(HEAD);
        for (int i = 0; i < overlays.size(); i++) {
            xml.append(xml(overlays.get(i), i + 2, plan, language));
        }
        xml.append("</c:userShapes>");
        try {
            PackagePart holder = chart.getPackagePart();
            String number = holder.getPartName().getName().replaceAll("\\D", "");
            PackagePartName name = PackagingURIHelper.createPartName("/xl/drawings/chartshapes" + number + ".xml");
            PackagePart part = holder.getPackage().createPart(name, CONTENT);
            try (OutputStream stream = part.getOutputStream()) {
                stream.write(xml.toString().getBytes(StandardCharsets.UTF_8));
            }
            String id =
                    holder.addRelationship(name, TargetMode.INTERNAL, RELATION).getId();
            chart.getCTChartSpace().addNewUserShapes().setId(id);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static String xml(Overlay overlay, int id, SheetChart plan, String language) {
        Area area = overlay.area();
        String corners = String.format(
                Locale.ROOT, CORNERS, area.left(), area.top(), area.left() + area.width(), area.top() + area.height());
        String place = String.format(
                Locale.ROOT,
                PLACE,
                emu(area.left() * plan.width()),
                emu(area.top() * plan.height()),
                emu(area.width() * plan.width()),
                emu(area.height() * plan.height()));
        if (overlay.words().isEmpty()) {
            int width = (int) (overlay.points() * EMU_PER_POINT);
            return corners + String.format(Locale.ROOT, LINE, id, id, place, width, overlay.colour());
        }
        String typeface = Styles.typeface(language);
        return corners
                + String.format(
                        Locale.ROOT,
                        WORDS,
                        id,
                        id,
                        place,
                        language,
                        Math.round(overlay.points() * 100),
                        overlay.colour(),
                        typeface,
                        typeface,
                        escaped(overlay.words()));
    }

    private static int emu(double pixels) {
        return (int) Math.round(pixels * Units.EMU_PER_PIXEL);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
