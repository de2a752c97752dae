package org.jibao.summary.slip;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Writes comments; one that the unit has put there is kept, ours stands below it. */
final class Comments {

    private static final int LONGEST = 4000;
    private static final int COLUMNS = 4;
    private static final int CHARACTERS_A_LINE = 36;

    private final Workbook workbook;
    private final Map<Sheet, Drawing<?>> drawings = new HashMap<>();

    Comments(Workbook workbook) {
        this.workbook = workbook;
    }

    /** Takes away ours of an earlier slip. */
    void clear(Sheet sheet) {
        for (CellAddress address : List.copyOf(sheet.getCellComments().keySet())) {
            // Asked for one by one: removing a comment unhinges those that were asked for before.
            Comment comment = sheet.getCellComment(address);
            String text = comment.getString() == null ? "" : comment.getString().getString();
            int ours = text.indexOf(SlipWords.MARK);
            if (ours == 0) {
                remove(sheet, address);
            } else if (ours > 0) {
                comment.setString(text(text.substring(0, ours).stripTrailing()));
            }
        }
    }

    /** A comment is removed by its cell, which may be none. A row made for it stays: with it POI would remove its other comments. */
    private static void remove(Sheet sheet, CellAddress address) {
        Row there = sheet.getRow(address.getRow());
        Row row = there == null ? sheet.createRow(address.getRow()) : there;
        Cell cell = row.getCell(address.getColumn());
        if (cell != null) {
            cell.removeCellComment();
        } else {
            Cell holder = row.createCell(address.getColumn());
            holder.removeCellComment();
            row.removeCell(holder);
        }
    }

    void add(Sheet sheet, CellReference cell, String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        Comment there = sheet.getCellComment(new CellAddress(cell.getRow(), cell.getCol()));
        if (there == null) {
            create(sheet, cell, cut);
        } else {
            append(there, cut);
        }
    }

    private void create(Sheet sheet, CellReference cell, String text) {
        // A workbook has one drawing a sheet; asked for again, an old one would be given another.
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
        boolean old = version == SpreadsheetVersion.EXCEL97;
        int left = old ? Math.min(cell.getCol() + 1, version.getLastColumnIndex() - COLUMNS) : cell.getCol();
        int top = old ? Math.min(cell.getRow(), version.getLastRowIndex() - lines) : cell.getRow();
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol1(left);
        anchor.setDx1(old ? 0 : (int) sheet.getColumnWidthInPixels(left) * Units.EMU_PER_PIXEL);
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

    /** The unit's own text keeps its fonts. */
    private static void append(Comment comment, String text) {
        RichTextString there = comment.getString();
        if (there instanceof XSSFRichTextString rich) {
            rich.append("\n" + text);
            comment.setString(rich);
        } else if (there instanceof HSSFRichTextString old) {
            HSSFRichTextString more = new HSSFRichTextString(old.getString() + "\n" + text);
            int end = old.length();
            for (int run = old.numFormattingRuns() - 1; run >= 0; run--) {
                int start = old.getIndexOfFormattingRun(run);
                if (start < end) {
                    more.applyFont(start, end, old.getFontOfFormattingRun(run));
                    end = start;
                }
            }
            comment.setString(more);
        }
    }

    private RichTextString text(String text) {
        return workbook.getCreationHelper().createRichTextString(text);
    }
}
