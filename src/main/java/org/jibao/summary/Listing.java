package org.jibao.summary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jibao.workbook.Look;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;

/** A list of terms and what they mean: the meaning takes the rest of the sheet's width. Not a table of figures. */
final class Listing {
    private static final Look HEAD =
            Look.BODY.strong().indented().filled(Palette.HEADER).ruled(Look.Rule.STRONG);
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

    void add(String title, String term, String meaning, List<List<String>> lines) {
        draft.keepTogether(160);
        draft.add(SheetRow.of(21, SheetCell.text(title, Titles.TABLE)));
        line(term, meaning, HEAD);
        lines.forEach(line -> line(line.get(0), line.get(1), LINE));
    }

    private void line(String term, String meaning, Look look) {
        int last = draft.widths().size() - 1;
        int termWidth = Widths.sum(draft.widths().subList(0, termColumns));
        int lines = Math.max(
                context.shape().lines(term, termWidth), context.shape().lines(meaning, draft.width() - termWidth));
        List<SheetCell> cells = new ArrayList<>(Collections.nCopies(last + 1, SheetCell.blank(look)));
        cells.set(0, SheetCell.text(term, look));
        cells.set(termColumns, SheetCell.text(meaning, look));
        int row = draft.add(new SheetRow(lines * TableRows.LINE_POINTS + 5, cells));
        draft.merge(row, row, 0, termColumns - 1);
        draft.merge(row, row, termColumns, last);
    }
}
