package org.jibao.summary;

import java.util.List;
import org.jibao.finding.Text;
import org.jibao.summary.look.Palette;
import org.jibao.summary.sheet.Look;
import org.jibao.summary.sheet.SheetCell;
import org.jibao.summary.sheet.SheetRow;

/** A list of terms and what they mean: the meaning takes the rest of the sheet's width. Not a table of figures. */
final class Listing {
    private static final Look HEAD = Look.BODY.strong().filled(Palette.HEADER).ruled(Look.Rule.STRONG);
    private static final Look LINE = Look.BODY.ruled(Look.Rule.HAIR).wrapping();
    private static final int TERM_COLUMNS = 2;

    private final Context context;
    private final Draft draft;

    Listing(Context context, Draft draft) {
        this.context = context;
        this.draft = draft;
    }

    void add(Text title, Text term, Text meaning, List<List<String>> lines) {
        draft.keepTogether(160);
        draft.add(SheetRow.of(21, SheetCell.text(context.speech().say(title), Titles.TABLE)));
        line(context.speech().say(term), context.speech().say(meaning), HEAD);
        lines.forEach(line -> line(line.get(0), line.get(1), LINE));
    }

    private void line(String term, String meaning, Look look) {
        int last = draft.widths().size() - 1;
        int termWidth = Widths.sum(draft.widths().subList(0, TERM_COLUMNS));
        int lines = Math.max(
                context.shape().lines(term, termWidth), context.shape().lines(meaning, draft.width() - termWidth));
        SheetCell blank = SheetCell.blank(look);
        List<SheetCell> cells = new java.util.ArrayList<>(List.of(SheetCell.text(term, look), blank));
        cells.add(SheetCell.text(meaning, look));
        while (cells.size() <= last) {
            cells.add(blank);
        }
        int row = draft.add(new SheetRow(lines * TableRows.LINE_POINTS + 5, cells));
        draft.merge(row, row, 0, TERM_COLUMNS - 1);
        draft.merge(row, row, TERM_COLUMNS, last);
    }
}
