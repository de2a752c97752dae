package org.jibao.slip;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;

/** Writes comments, one a cell. */
final class Comments {

    private static final int LONGEST = 4000;
    private static final int COLUMNS = 4;
    private static final int CHARACTERS_A_LINE = 36;

    private final Workbook workbook;
    private final Map<Sheet, Drawing<?>> drawings = new HashMap<>();

    Comments(Workbook workbook) {
        this.workbook = workbook;
    }

    void add(Sheet sheet, CellReference cell, String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        create(sheet, cell, cut);
    }

    private void create(Sheet sheet, CellReference cell, String text) {
        Drawing<?> drawing = drawings.computeIfAbsent(sheet, Comments::drawing);
        Comment comment = drawing.createCellComment(anchor(sheet, cell, text));
        comment.setAddress(cell.getRow(), cell.getCol());
        comment.setString(text(text));
        comment.setAuthor("Jibao");
    }

    private static Drawing<?> drawing(Sheet sheet) {
        Drawing<?> there = sheet.getDrawingPatriarch();
        return there == null ? sheet.createDrawingPatriarch() : there;
    }

    /**
     * Right of the cell and high enough for its text, inside the sheet. In an open package a comment first belongs to the cell
     * where its box begins, which may have one already: there the box begins at the right edge of the cell itself.
     */
    private ClientAnchor anchor(Sheet sheet, CellReference cell, String text) {
        SpreadsheetVersion version = workbook.getSpreadsheetVersion();
        int lines = 2
                + text.lines()
                        .mapToInt(line -> 1 + 2 * line.length() / CHARACTERS_A_LINE)
                        .sum();
        int left = cell.getCol();
        int top = cell.getRow();
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(left);
        anchor.setDx1((int) sheet.getColumnWidthInPixels(left) * Units.EMU_PER_PIXEL);
        anchor.setCol2(Math.min(left + 1 + COLUMNS, version.getLastColumnIndex()));
        anchor.setRow1(top);
        anchor.setRow2(Math.min(bottom(sheet, top, lines), version.getLastRowIndex()));
        return anchor;
    }

    private static int bottom(Sheet sheet, int top, int lines) {
        float points = lines * 13f;
        int row = top;
        while (points > 0 && row < top + lines) {
            Row there = sheet.getRow(row);
            points -= there == null ? sheet.getDefaultRowHeightInPoints() : there.getHeightInPoints();
            row++;
        }
        return row;
    }

    private RichTextString text(String text) {
        return workbook.getCreationHelper().createRichTextString(text);
    }
}
