package org.jibao.workbook;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.workbook.SheetPlan.PlacedPicture;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;

/** What a sheet has beside its cells: merged titles, pictures, panes, filter and print set-up. */
public final class Finish {
    private final String footer;

    /** @param footer in Excel's codes */
    public Finish(String footer) {
        this.footer = footer;
    }

    /** @param language of the workbook, as {@code zh-CN} */
    void apply(XSSFWorkbook workbook, SheetPlan plan, String language) {
        XSSFSheet sheet = workbook.getSheet(plan.name());
        plan.merged().forEach(block -> sheet.addMergedRegionUnsafe(range(block)));
        plan.filter().ifPresent(block -> sheet.setAutoFilter(range(block)));
        plan.pictures().forEach(picture -> Pictures.place(sheet, picture));
        plan.charts().forEach(chart -> SheetCharts.place(sheet, chart, language));
        plan.tables().forEach(table -> name(workbook, sheet, table));
        page(workbook, sheet, plan.page());
    }

    /** Names a table, so that programs and readers of the screen find where it begins. */
    public static void name(XSSFWorkbook workbook, XSSFSheet sheet, SheetPlan.NamedTable table) {
        TableNames.add(workbook, sheet, table);
    }

    /** Panes and print set-up. */
    public void page(XSSFWorkbook workbook, XSSFSheet sheet, PagePlan page) {
        view(sheet, page);
        print(workbook, sheet, page);
    }

    private static void view(XSSFSheet sheet, PagePlan page) {
        sheet.setDisplayGridlines(false);
        sheet.setZoom(page.zoom());
        if (page.frozenRows() + page.frozenColumns() > 0) {
            sheet.createFreezePane(page.frozenColumns(), page.frozenRows());
        }
        sheet.setActiveCell(org.apache.poi.ss.util.CellAddress.A1);
    }

    private void print(XSSFWorkbook workbook, XSSFSheet sheet, PagePlan page) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(!page.portrait());
        sheet.setFitToPage(true);
        print.setFitWidth((short) page.pagesWide());
        print.setFitHeight((short) (page.onePage() ? 1 : 0));
        sheet.setMargin(PageMargin.LEFT, Paper.SIDE_MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, Paper.SIDE_MARGIN_INCHES);
        sheet.setMargin(PageMargin.TOP, Paper.TOP_MARGIN_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, Paper.BOTTOM_MARGIN_INCHES);
        sheet.setMargin(PageMargin.FOOTER, 0.3);
        sheet.setHorizontallyCenter(true);
        sheet.setPrintGridlines(false);
        sheet.getFooter().setCenter(footer);
        page.repeated()
                .ifPresent(
                        rows -> sheet.setRepeatingRows(new CellRangeAddress(rows.firstRow(), rows.lastRow(), -1, -1)));
        if (page.pagesWide() > 1 && page.repeatedColumns() > 0) {
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, page.repeatedColumns() - 1));
        }
        page.breaks().forEach(sheet::setRowBreak);
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, page.lastColumn(), 0, page.lastRow());
    }

    private static CellRangeAddress range(Block block) {
        return new CellRangeAddress(block.firstRow(), block.lastRow(), block.firstColumn(), block.lastColumn());
    }

    /** Puts a picture on a sheet by its corner and its size. */
    static final class Pictures {
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
            CTNonVisualDrawingProps properties =
                    picture.getCTPicture().getNvPicPr().getCNvPr();
            properties.setDescr(placed.picture().alternative());
            Anchors.fixSize(
                    drawing.getCTDrawing(),
                    placed.picture().width(),
                    placed.picture().height());
        }
    }
}
