package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.List;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.LabelText;
import org.jibao.reading.workbook.SheetCells;
import org.jspecify.annotations.Nullable;

/**
 * What may be a header's label in a sheet: its texts and numbers from top to bottom, each text as a label is compared. Made
 * once a sheet: every form looks through the same words.
 *
 * @param words of the rows in which a form may begin
 */
record SheetWords(SheetCells sheet, List<Word> words) {

    /** No form begins below: what comes after is a long register. */
    private static final int ROWS_SEARCHED = 2000;

    /** Of a longer text most axes need not know more than that it is longer than their labels. */
    private static final int LONGEST = 20;

    /**
     * A cell with a text or a number.
     *
     * @param label its text as a label; null of a number and of a long text
     */
    record Word(CellRow row, Cell cell, @Nullable LabelText label) {}

    static SheetWords of(SheetCells sheet) {
        List<Word> words = new ArrayList<>();
        for (CellRow row : sheet.rows()) {
            if (row.index() >= ROWS_SEARCHED) {
                break;
            }
            for (Cell cell : row.cells()) {
                boolean text = cell.kind() == Cell.Kind.TEXT;
                if (text || cell.kind() == Cell.Kind.NUMBER) {
                    boolean label = text && cell.text().length() <= LONGEST;
                    words.add(new Word(row, cell, label ? LabelText.of(cell.text()) : null));
                }
            }
        }
        return new SheetWords(sheet, words);
    }

    /** Whether Excel does not show a word. */
    boolean hidden(Word word) {
        return word.row().hidden() || sheet.hiddenColumns().get(word.cell().column());
    }
}
