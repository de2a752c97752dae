package org.jibao.reading.layout;

import java.util.List;
import org.jibao.definition.CoverForm;
import org.jibao.definition.GridForm;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.SheetCells;
import org.jspecify.annotations.Nullable;

/**
 * Where a form stands in a file.
 *
 * @param header null where none is found
 * @param rivals other blocks that are headers of the form as well, with other columns
 * @param passedOver a hidden block that would have been the header as well, or null
 */
public record FormPlace(
        PreparedForm form,
        SheetCells sheet,
        @Nullable Header header,
        List<Header> rivals,
        @Nullable Header passedOver) {

    /** Looks for the form in one sheet. */
    public static FormPlace in(SheetCells sheet, PreparedForm form) {
        List<Header> headers = headers(sheet, form);
        if (headers.isEmpty()) {
            return new FormPlace(form, sheet, null, List.of(), null);
        }
        List<Header> visible =
                headers.stream().filter(header -> !header.hidden()).toList();
        // What a person sees goes first.
        boolean some = !visible.isEmpty() && visible.size() < headers.size();
        Header hidden =
                some ? headers.stream().filter(Header::hidden).findFirst().orElseThrow() : null;
        List<Header> shown = visible.isEmpty() ? headers : visible;
        return shown.size() == 1
                ? new FormPlace(form, sheet, shown.get(0), List.of(), hidden)
                : withMostRows(sheet, form, shown, hidden);
    }

    private static List<Header> headers(SheetCells sheet, PreparedForm form) {
        if (form.form() instanceof CoverForm) {
            return HeaderFinder.findCover(sheet, form.across());
        }
        if (!(form.form() instanceof GridForm grid)) {
            return HeaderFinder.find(sheet, form.across());
        }
        List<Header> headers = HeaderFinder.findApart(sheet, form.across());
        boolean whole = headers.stream()
                .anyMatch(header -> header.found() == form.across().size()
                        && !header.hasRivals()
                        && rowsFound(sheet, form, header) * 2 >= form.down().size());
        // A template gives such a form a header, too.
        return grid.beside() && !whole ? BesideRows.find(sheet, form) : headers;
    }

    /** Of several headers the one under which most of the form's row labels stand. */
    private static FormPlace withMostRows(
            SheetCells sheet, PreparedForm form, List<Header> headers, @Nullable Header hidden) {
        Header best = headers.get(0);
        int most = rowsFound(sheet, form, best);
        for (Header header : headers.subList(1, headers.size())) {
            int rows = rowsFound(sheet, form, header);
            // Another form's rows of the same words above this header make some of them ambiguous for the one above.
            boolean clearer = rows == most && rowsClear(sheet, form, header) > rowsClear(sheet, form, best);
            if (rows > most || clearer) {
                best = header;
                most = rows;
            }
        }
        return new FormPlace(form, sheet, best, rivals(sheet, form, headers, best, most), hidden);
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
        return (int) rows(sheet, form, header).stream()
                .filter(row -> row.cell() != null)
                .count();
    }

    private static int rowsClear(SheetCells sheet, PreparedForm form, Header header) {
        return (int) rows(sheet, form, header).stream()
                .filter(row -> row.cell() != null && row.rival() == null)
                .count();
    }

    private static List<Choice> rows(SheetCells sheet, PreparedForm form, Header header) {
        return form.down().size() == 0 ? List.of() : RowFinder.find(sheet, form.down(), header, Integer.MAX_VALUE);
    }

    /** The row labels of a grid under one of its headers. */
    List<Choice> rows(Header under) {
        return rows(sheet, form, under);
    }

    /** The first column of the form, that of a grid's row labels included. */
    int firstColumn(Header under) {
        int first = under.firstColumn();
        for (Choice row : rows(under)) {
            Cell label = row.cell();
            first = label == null ? first : Math.min(first, label.column());
        }
        return first;
    }

    /** Every label that the form must have, of enough labels to be no other table. */
    boolean complete() {
        boolean enough = form.across().size() + form.down().size() > 2;
        return header != null && enough && header.found() >= form.across().required();
    }

    public boolean found() {
        return header != null;
    }

    /** Enough of the form's words to know it by them alone, whatever the sheet is called. */
    public boolean certain() {
        if (header == null || header.found() * 3 < form.across().size() * 2) {
            return false;
        }
        return rowsFound(sheet, form, header) * 2 >= form.down().size();
    }
}
