package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.Headings;
import org.jibao.definition.Label;
import org.jibao.definition.PrintedForm.Cell;
import org.jibao.definition.PrintedForm.Drawing;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** Grids drawn for print under one another: their own labels and headings, and a place for each of their figures. */
final class FormDrawing {

    /** So many columns of numbers fill the width of a page. */
    private static final int PAGE = 15;

    /** Columns that the label of a row takes at least. */
    private static final int LABEL = 6;

    /** Columns that a heading of rows takes; the outermost of several stands over so many rows that it can be narrow. */
    private static final int HEADING = 2;

    /** What is none of these, such as a percentage, has no sum. */
    private static final Set<CellType.Kind> ADDED_UP = EnumSet.of(CellType.Kind.COUNT, CellType.Kind.AMOUNT);

    private final Language language;
    private final int width;
    private final List<Cell> cells = new ArrayList<>();

    /**
     * A grid, or some of its rows.
     *
     * @param over what stands above it in the whole width, or null
     * @param corner what stands above its row labels, or null
     */
    record Part(
            GridForm form,
            List<Label> rows,
            @Nullable Text over,
            @Nullable Text corner) {

        /** One row beside so many columns says nothing that the title does not. */
        boolean withoutLabels() {
            return rows.size() == 1 && form.columns().size() + LABEL > PAGE;
        }

        /** How many columns its row labels take at least. */
        int least() {
            int levels = Headings.of(rows).levels() - 1;
            return withoutLabels() ? 0 : LABEL + levels + (levels > 2 ? levels - 2 : 0);
        }
    }

    private FormDrawing(List<Part> parts, Language language) {
        this.language = language;
        width = parts.stream()
                .mapToInt(part -> part.least() + part.form().columns().size())
                .reduce(PAGE, Math::max);
    }

    static Drawing of(List<Part> parts, Language language) {
        FormDrawing drawing = new FormDrawing(parts, language);
        int row = 0;
        for (Part part : parts) {
            row = drawing.add(part, row);
        }
        return new Drawing(row, drawing.width, drawing.cells);
    }

    /** @return the row below it */
    private int add(Part part, int top) {
        int row = top;
        if (part.over() != null) {
            text(row, 0, 1, width, part.over());
            row++;
        }
        PartDrawing drawing = new PartDrawing(part);
        int first = drawing.addHeader(row);
        drawing.addRows(first);
        return first + part.rows().size();
    }

    private void text(int row, int column, int down, int across, Text words) {
        cells.add(new Cell(row, column, down, across, words.in(language), null));
    }

    /** One part, whose columns share what its row labels leave of the width. */
    private final class PartDrawing {

        private final Part part;
        private final List<Label> columns;
        private final int across;
        private final int labels;

        PartDrawing(Part part) {
            this.part = part;
            columns = part.form().columns();
            across = Math.max(1, (width - part.least()) / columns.size());
            labels = part.withoutLabels() ? 0 : width - across * columns.size();
        }

        /** Where a column begins; the last one ends with the page. */
        private int left(int column) {
            return column == columns.size() ? width : labels + across * column;
        }

        private int across(int first, int last) {
            return left(last + 1) - left(first);
        }

        /** @return the first row below it */
        int addHeader(int top) {
            Headings headings = Headings.of(columns, language);
            if (labels > 0) {
                text(top, 0, headings.levels(), labels, part.corner() == null ? Text.same("") : part.corner());
            }
            for (Headings.Run run : headings.runs()) {
                int row = top + run.level();
                text(row, left(run.first()), 1, across(run.first(), run.last()), Text.same(run.words()));
            }
            for (int i = 0; i < columns.size(); i++) {
                int over = headings.over(i);
                text(
                        top + over,
                        left(i),
                        headings.levels() - over,
                        across(i, i),
                        columns.get(i).text());
            }
            return top + headings.levels();
        }

        void addRows(int top) {
            Headings headings = Headings.of(part.rows(), language);
            int levels = headings.levels() - 1;
            if (labels > 0) {
                for (Headings.Run run : headings.runs()) {
                    int left = end(run.level(), levels);
                    int down = run.last() - run.first() + 1;
                    text(top + run.first(), left, down, end(run.level() + 1, levels) - left, Text.same(run.words()));
                }
            }
            for (int i = 0; i < part.rows().size(); i++) {
                Label row = part.rows().get(i);
                if (labels > 0) {
                    int left = end(headings.over(i), levels);
                    text(top + i, left, 1, labels - left, row.text());
                }
                for (int column = 0; column < columns.size(); column++) {
                    cells.add(figure(top + i, row, column));
                }
            }
        }

        /** Where the headings of so many levels end, the outermost first. */
        private int end(int level, int levels) {
            return level == 0 ? 0 : HEADING * level - (levels > 1 ? 1 : 0);
        }

        private Cell figure(int at, Label row, int column) {
            Label label = columns.get(column);
            if (!part.form().applies(row, label)) {
                return new Cell(at, left(column), 1, across(column, column), "/", null);
            }
            if (!ADDED_UP.contains(part.form().typeOf(row, label).kind())) {
                return new Cell(at, left(column), 1, across(column, column), "—", null);
            }
            String place = String.join(".", part.form().id(), row.id(), label.id());
            return new Cell(at, left(column), 1, across(column, column), "", place);
        }
    }
}
