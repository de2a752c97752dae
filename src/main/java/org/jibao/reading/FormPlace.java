package org.jibao.reading;

import java.util.List;
import org.jibao.definition.CoverForm;
import org.jspecify.annotations.Nullable;

/**
 * Where a form stands in a file.
 *
 * @param header null where none is found
 * @param rivals other blocks that are headers of the form as well, with other columns
 */
record FormPlace(
        PreparedForm form, SheetCells sheet, @Nullable Header header, List<Header> rivals) {

    /** Looks for the form in one sheet. */
    static FormPlace in(SheetCells sheet, PreparedForm form) {
        List<Header> headers = form.form() instanceof CoverForm
                ? HeaderFinder.findCover(sheet, form.across())
                : HeaderFinder.find(sheet, form.across());
        if (headers.isEmpty()) {
            return new FormPlace(form, sheet, null, List.of());
        }
        return headers.size() == 1
                ? new FormPlace(form, sheet, headers.get(0), List.of())
                : withMostRows(sheet, form, headers);
    }

    /** Of several headers the one under which most of the form's row labels stand. */
    private static FormPlace withMostRows(SheetCells sheet, PreparedForm form, List<Header> headers) {
        Header best = headers.get(0);
        int most = rowsFound(sheet, form, best);
        for (Header header : headers.subList(1, headers.size())) {
            int rows = rowsFound(sheet, form, header);
            if (rows > most) {
                best = header;
                most = rows;
            }
        }
        return new FormPlace(form, sheet, best, rivals(sheet, form, headers, best, most));
    }

    /** A header that is repeated for the printer has the same columns, and is no rival. */
    private static List<Header> rivals(
            SheetCells sheet, PreparedForm form, List<Header> headers, Header best, int rowsOfBest) {
        return headers.stream()
                .filter(header -> !header.sameColumns(best))
                .filter(header -> rowsFound(sheet, form, header) == rowsOfBest)
                .toList();
    }

    private static int rowsFound(SheetCells sheet, PreparedForm form, Header header) {
        if (form.down().size() == 0) {
            return 0;
        }
        List<Choice> rows =
                RowFinder.find(sheet, form.down(), header.firstColumn(), header.bottom() + 1, Integer.MAX_VALUE);
        return (int) rows.stream().filter(row -> row.cell() != null).count();
    }

    boolean found() {
        return header != null;
    }

    /** Enough of the form's words to know it by them alone, whatever the sheet is called. */
    boolean certain() {
        if (header == null || header.found() * 3 < form.across().size() * 2) {
            return false;
        }
        return rowsFound(sheet, form, header) * 2 >= form.down().size();
    }
}
