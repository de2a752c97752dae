package org.jibao.workbook;

import org.apache.poi.util.Units;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPositiveSize2D;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTOneCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;

/** Where pictures and charts are fixed. */
final class Anchors {
    private Anchors() {}

    /**
     * POI fixes both corners to cells, and then a machine with another default typeface, whose columns are wider,
     * stretches the picture. With one corner and a size it stays as it was drawn.
     *
     * @param width in pixels
     * @param height likewise
     */
    static void fixSize(CTDrawing drawing, int width, int height) {
        CTTwoCellAnchor both = drawing.getTwoCellAnchorArray(0);
        CTOneCellAnchor one = drawing.addNewOneCellAnchor();
        one.setFrom(both.getFrom());
        CTPositiveSize2D size = one.addNewExt();
        size.setCx(Units.pixelToEMU(width));
        size.setCy(Units.pixelToEMU(height));
        if (both.isSetPic()) {
            one.setPic(both.getPic());
        } else {
            one.setGraphicFrame(both.getGraphicFrame());
        }
        one.addNewClientData();
        drawing.removeTwoCellAnchor(0);
    }
}
