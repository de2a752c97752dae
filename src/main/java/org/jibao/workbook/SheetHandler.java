package org.jibao.workbook;

import com.alibaba.excel.write.handler.CellWriteHandler;
import com.alibaba.excel.write.handler.RowWriteHandler;
import com.alibaba.excel.write.handler.SheetWriteHandler;
import com.alibaba.excel.write.handler.context.CellWriteHandlerContext;
import com.alibaba.excel.write.handler.context.RowWriteHandlerContext;
import com.alibaba.excel.write.handler.context.SheetWriteHandlerContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * Gives each cell its look in the moment it is written: rows of a long table leave memory right after, and nothing
 * about them can be changed later.
 */
final class SheetHandler implements SheetWriteHandler, RowWriteHandler, CellWriteHandler {
    private final SheetPlan plan;
    private final Styles styles;
    private List<SheetRow> rows = List.of();
    private int firstRow;

    SheetHandler(SheetPlan plan, Styles styles) {
        this.plan = plan;
        this.styles = styles;
    }

    /** Announces the rows that are written next. */
    void next(List<SheetRow> chunk) {
        firstRow += rows.size();
        rows = chunk;
    }

    @Override
    public void afterSheetCreate(SheetWriteHandlerContext context) {
        Sheet sheet = context.getWriteSheetHolder().getSheet();
        for (int column = 0; column < plan.widths().size(); column++) {
            sheet.setColumnWidth(
                    column, Math.min(255 * 256, Math.round(plan.widths().get(column) * 256 / 7f)));
        }
    }

    @Override
    public void afterRowCreate(RowWriteHandlerContext context) {
        context.getRow().setHeightInPoints((float)
                rows.get(context.getRowIndex() - firstRow).points());
    }

    @Override
    public void afterCellDispose(CellWriteHandlerContext context) {
        Cell cell = context.getCell();
        SheetCell planned = rows.get(cell.getRowIndex() - firstRow).cells().get(cell.getColumnIndex());
        cell.setCellStyle(styles.of(planned.look(), isFormulaLike(planned.value())));
        if (planned.link() != null) {
            Hyperlink link = cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
            link.setAddress("'" + planned.link().replace("'", "''") + "'!A1");
            cell.setHyperlink(link);
        }
        if (planned.file() != null) {
            Hyperlink link = cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
            link.setAddress(relativeAddress(planned.file()));
            cell.setHyperlink(link);
        }
    }

    /** A path as a relative URI: what is not ASCII, and what has a meaning there, is escaped. */
    private static String relativeAddress(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no relative path: " + path, e);
        }
    }

    private static boolean isFormulaLike(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }
}
