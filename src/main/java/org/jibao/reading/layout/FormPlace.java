package org.jibao.reading.layout;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.CoverForm;
import org.jibao.definition.GridForm;
import org.jibao.reading.layout.HeaderFinder.Header;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.SheetCells;
import org.jspecify.annotations.Nullable;

/** Where a form stands in a file. One file, one thread. */
public final class FormPlace {

    private final PreparedForm form;
    private final SheetCells sheet;
    private final @Nullable Header header;
    private final List<Header> rivals;
    private final @Nullable Header passedOver;
    private final RowLabels rows;

    private FormPlace(RowLabels rows, @Nullable Header header, List<Header> rivals, @Nullable Header passedOver) {
        this.form = rows.form;
        this.sheet = rows.sheet;
        this.header = header;
        this.rivals = rivals;
        this.passedOver = passedOver;
        this.rows = rows;
    }

    /** Looks for the form in one sheet. */
    public static FormPlace in(SheetCells sheet, PreparedForm form) {
        return in(SheetWords.of(sheet), form);
    }

    static FormPlace in(SheetWords words, PreparedForm form) {
        RowLabels rows = new RowLabels(words.sheet(), form);
        List<Header> headers = headers(words, rows);
        if (headers.isEmpty()) {
            return new FormPlace(rows, null, List.of(), null);
        }
        List<Header> visible = visible(headers);
        // What a person sees goes first.
        boolean some = !visible.isEmpty() && visible.size() < headers.size();
        Header hidden =
                some ? headers.stream().filter(Header::hidden).findFirst().orElseThrow() : null;
        List<Header> shown = visible.isEmpty() ? headers : visible;
        return shown.size() == 1
                ? new FormPlace(rows, shown.get(0), List.of(), hidden)
                : withMostRows(rows, shown, hidden);
    }

    private static List<Header> headers(SheetWords words, RowLabels rows) {
        PreparedForm form = rows.form;
        if (form.form() instanceof CoverForm) {
            return HeaderFinder.findCover(words, form.across());
        }
        if (!(form.form() instanceof GridForm grid)) {
            return HeaderFinder.find(words, form.across());
        }
        List<Header> headers = HeaderFinder.findApart(words, form.across());
        // A template gives such a form a header, too.
        return grid.beside() && !isWhole(headers, rows) ? BesideRows.find(words.sheet(), form) : headers;
    }

    private static boolean isWhole(List<Header> headers, RowLabels rows) {
        return headers.stream()
                .anyMatch(header -> header.found() == rows.form.across().size()
                        && !header.hasRivals()
                        && rows.found(header) * 2 >= rows.form.down().size());
    }

    private static List<Header> visible(List<Header> headers) {
        List<Header> visible = new ArrayList<>(headers.size());
        for (Header header : headers) {
            if (!header.hidden()) {
                visible.add(header);
            }
        }
        return visible;
    }

    /** Of several headers the one under which most of the form's row labels stand. */
    private static FormPlace withMostRows(RowLabels rows, List<Header> headers, @Nullable Header hidden) {
        Header best = headers.get(0);
        int most = rows.found(best);
        for (Header header : headers.subList(1, headers.size())) {
            int found = rows.found(header);
            // Another form's rows of the same words above this header make some of them ambiguous for the one above.
            boolean clearer = found == most && rows.clear(header) > rows.clear(best);
            if (found > most || clearer) {
                best = header;
                most = found;
            }
        }
        return new FormPlace(rows, best, rivals(rows, headers, best, most), hidden);
    }

    /** A header that is repeated for the printer has the same columns, and is no rival. */
    private static List<Header> rivals(RowLabels rows, List<Header> headers, Header best, int rowsOfBest) {
        return headers.stream()
                .filter(header -> !header.sameColumns(best))
                .filter(header -> rows.found(header) == rowsOfBest)
                .toList();
    }

    public PreparedForm form() {
        return form;
    }

    public SheetCells sheet() {
        return sheet;
    }

    /** Null where none is found. */
    public @Nullable Header header() {
        return header;
    }

    /** Other blocks that are headers of the form as well, with other columns. */
    public List<Header> rivals() {
        return rivals;
    }

    /** A hidden block that would have been the header as well, or null. */
    public @Nullable Header passedOver() {
        return passedOver;
    }

    /**
     * The row labels of a grid under one of its headers.
     *
     * @param last the last row before the next form on the sheet
     */
    public List<Choice> rows(Header under, int last) {
        return last == Integer.MAX_VALUE ? rows.under(under) : RowFinder.find(sheet, form.down(), under, last);
    }

    /** The same down to the end of the sheet. */
    List<Choice> rows(Header under) {
        return rows.under(under);
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
        return rows.found(header) * 2 >= form.down().size();
    }

    /** A form's row labels under each of its headers, looked for once each. */
    private static final class RowLabels {

        private final SheetCells sheet;
        private final PreparedForm form;
        private final Map<Header, List<Choice>> known = new IdentityHashMap<>(4);

        RowLabels(SheetCells sheet, PreparedForm form) {
            this.sheet = sheet;
            this.form = form;
        }

        List<Choice> under(Header header) {
            return form.down().size() == 0
                    ? List.of()
                    : known.computeIfAbsent(header, one -> RowFinder.find(sheet, form.down(), one, Integer.MAX_VALUE));
        }

        int found(Header header) {
            int found = 0;
            for (Choice row : under(header)) {
                found += row.cell() == null ? 0 : 1;
            }
            return found;
        }

        /** Those of which it is certain which they are. */
        int clear(Header header) {
            int clear = 0;
            for (Choice row : under(header)) {
                clear += row.cell() == null || row.rival() != null ? 0 : 1;
            }
            return clear;
        }
    }
}
