package org.jibao.workbook;

import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPositiveSize2D;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTOneCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;

/** Puts a picture on a sheet by its corner and its size. */
final class Pictures {
    private Pictures() {}

    static void place(XSSFSheet sheet, PlacedPicture placed) {
        XSSFWorkbook workbook = sheet.getWorkbook();
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        XSSFClientAnchor anchor = new XSSFClientAnchor();
        anchor.setCol1(placed.column());
        anchor.setRow1(placed.row());
        anchor.setDx1(Units.pixelToEMU(placed.indent()));
        int index = workbook.addPicture(placed.picture().png(), XSSFWorkbook.PICTURE_TYPE_PNG);
        XSSFPicture picture = drawing.createPicture(anchor, index);
        CTNonVisualDrawingProps properties = picture.getCTPicture().getNvPicPr().getCNvPr();
        properties.setDescr(placed.picture().alternative());
        fixSize(drawing.getCTDrawing(), placed.picture());
    }

    /**
     * POI fixes both corners to cells, and then a machine with another default typeface, whose columns are wider,
     * stretches the picture. With one corner and a size it stays as it was drawn.
     */
    private static void fixSize(CTDrawing drawing, Picture picture) {
        CTTwoCellAnchor both = drawing.getTwoCellAnchorArray(0);
        CTOneCellAnchor one = drawing.addNewOneCellAnchor();
        one.setFrom(both.getFrom());
        CTPositiveSize2D size = one.addNewExt();
        size.setCx(Units.pixelToEMU(picture.width()));
        size.setCy(Units.pixelToEMU(picture.height()));
        one.setPic(both.getPic());
        one.addNewClientData();
        drawing.removeTwoCellAnchor(0);
    }
}
