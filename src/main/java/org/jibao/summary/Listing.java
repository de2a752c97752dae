package org.jibao.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jibao.workbook.Look;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;

/** A list of terms and what they mean: the meaning takes the rest of the sheet's width. No table: it has no header. */
final class Listing {
    private static final Look LINE = Look.BODY.indented().ruled(Look.Rule.HAIR).wrapping();
    private static final int TERM = 210;

    private final Context context;
    private final SheetBuilder draft;
    private final int termColumns;

    Listing(Context context, SheetBuilder draft) {
        this.context = context;
        this.draft = draft;
        termColumns = Math.min(draft.widths().size() - 1, draft.columnAt(TERM) + 1);
    }

    void add(String title, List<List<String>> lines) {
        draft.keepTogether(160);
        draft.add(SheetRow.of(21, SheetCell.text(title, Titles.TABLE)));
        lines.forEach(line -> line(line.get(0), line.get(1)));
    }

    private void line(String term, String meaning) {
        int last = draft.widths().size() - 1;
        int termWidth = Widths.sum(draft.widths().subList(0, termColumns));
        int lines = Math.max(
                context.shape().lines(term, termWidth), context.shape().lines(meaning, draft.width() - termWidth));
        List<SheetCell> cells = new ArrayList<>(Collections.nCopies(last + 1, SheetCell.blank(LINE)));
        cells.set(0, SheetCell.text(term, LINE.strong()));
        cells.set(termColumns, SheetCell.text(meaning, LINE));
        int row = draft.add(new SheetRow(lines * TableRows.LINE_POINTS + 5, cells));
        draft.merge(row, row, 0, termColumns - 1);
        draft.merge(row, row, termColumns, last);
    }
}
