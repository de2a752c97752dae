package org.jibao.slip;

import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Columns;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.book.SourceBook.Sheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;

/** Gives a sheet of our own the columns, merged cells, panes and print set-up of a file's. */
final class CopiedSheet {

    private static final double WIDEST = 255;
    private static final int LAST_ROW = 1_048_575;
    private static final int LAST_COLUMN = 16_383;
    private static final int LARGEST_SCALE = 400;
    private static final int SMALLEST_SCALE = 10;
    private static final int LAST_PAPER = 118;
    private static final List<PageMargin> MARGINS = List.of(
            PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM, PageMargin.HEADER, PageMargin.FOOTER);

    private final XSSFWorkbook workbook;
    private final XSSFSheet own;
    private final CopiedStyles styles;

    CopiedSheet(XSSFSheet own, CopiedStyles styles) {
        this.workbook = own.getWorkbook();
        this.own = own;
        this.styles = styles;
    }

    void write(Sheet sheet) {
        Page page = sheet.page();
        sizes(page);
        columns(sheet.columns());
        for (Block block : sheet.merged()) {
            boolean several = block.top() != block.bottom() || block.left() != block.right();
            if (several && isWithin(block)) {
                own.addMergedRegionUnsafe(range(block));
            }
        }
        view(page);
        print(page);
        protect(page);
    }

    private void sizes(Page page) {
        if (page.defaultHeight() != null && page.defaultHeight() > 0) {
            own.setDefaultRowHeightInPoints(page.defaultHeight().floatValue());
        }
        if (page.defaultWidth() != null && page.defaultWidth() > 0) {
            own.getCTWorksheet().getSheetFormatPr().setDefaultColWidth(Math.min(WIDEST, page.defaultWidth()));
        }
    }

    /** As the blocks they are: POI would write one element for each column. */
    private void columns(List<Columns> columns) {
        CTCols list = own.getCTWorksheet().getColsArray(0);
        int next = 0;
        for (Columns some : columns) {
            if (some.first() < next) {
                continue; // a column has one look
            }
            CTCol column = list.addNewCol();
            column.setMin(some.first() + 1L);
            column.setMax(some.last() + 1L);
            if (some.width() != null) {
                column.setWidth(Math.min(WIDEST, Math.max(0.1, some.width())));
                column.setCustomWidth(true);
            } else {
                column.setWidth(own.getDefaultColumnWidth());
            }
            if (some.hidden()) {
                column.setHidden(true);
            }
            XSSFCellStyle style = styles.of(some.style(), false);
            if (style != null) {
                column.setStyle(style.getIndex());
            }
            next = some.last() + 1;
        }
        if (list.sizeOfColArray() == 0) {
            own.getCTWorksheet().removeCols(0);
        }
    }

    private void view(Page page) {
        own.setDisplayGridlines(page.gridlines());
        boolean frozen = page.frozenRows() > 0 || page.frozenColumns() > 0;
        if (frozen && page.frozenRows() <= LAST_ROW && page.frozenColumns() <= LAST_COLUMN) {
            own.createFreezePane(Math.max(0, page.frozenColumns()), Math.max(0, page.frozenRows()));
        }
    }

    private void print(Page page) {
        PrintSetup print = own.getPrintSetup();
        print.setPaperSize((short) (page.paper() > 0 && page.paper() <= LAST_PAPER ? page.paper() : 9));
        print.setLandscape(page.landscape());
        print.setScale((short) Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, page.scale())));
        if (page.fits()) {
            own.setFitToPage(true);
            print.setFitWidth((short) Math.min(100, Math.max(0, page.fitWidth())));
            print.setFitHeight((short) Math.min(1000, Math.max(0, page.fitHeight())));
        }
        own.setHorizontallyCenter(page.centred());
        for (int side = 0; side < page.margins().size(); side++) {
            own.setMargin(MARGINS.get(side), page.margins().get(side));
        }
        Block area = page.area();
        if (area != null && isWithin(area)) {
            workbook.setPrintArea(workbook.getSheetIndex(own), area.left(), area.right(), area.top(), area.bottom());
        }
        Block rows = page.repeatedRows();
        if (rows != null && rows.top() >= 0 && rows.bottom() <= LAST_ROW && rows.top() <= rows.bottom()) {
            own.setRepeatingRows(new CellRangeAddress(rows.top(), rows.bottom(), -1, -1));
        }
        Block columns = page.repeatedColumns();
        if (columns != null
                && columns.left() >= 0
                && columns.right() <= LAST_COLUMN
                && columns.left() <= columns.right()) {
            own.setRepeatingColumns(new CellRangeAddress(-1, -1, columns.left(), columns.right()));
        }
    }

    /** As the template has it: without a password. */
    private void protect(Page page) {
        if (!page.isProtected()) {
            return;
        }
        own.enableLocking();
        own.lockFormatCells(!page.allowed().contains("formatCells"));
        own.lockFormatColumns(!page.allowed().contains("formatColumns"));
        own.lockFormatRows(!page.allowed().contains("formatRows"));
        own.lockInsertColumns(!page.allowed().contains("insertColumns"));
        own.lockInsertRows(!page.allowed().contains("insertRows"));
        own.lockDeleteColumns(!page.allowed().contains("deleteColumns"));
        own.lockDeleteRows(!page.allowed().contains("deleteRows"));
        own.lockSort(!page.allowed().contains("sort"));
        own.lockAutoFilter(!page.allowed().contains("autoFilter"));
    }

    static boolean isWithin(Block block) {
        return block.top() >= 0
                && block.left() >= 0
                && block.top() <= block.bottom()
                && block.left() <= block.right()
                && block.bottom() <= LAST_ROW
                && block.right() <= LAST_COLUMN;
    }

    static CellRangeAddress range(Block block) {
        return new CellRangeAddress(block.top(), block.bottom(), block.left(), block.right());
    }
}
