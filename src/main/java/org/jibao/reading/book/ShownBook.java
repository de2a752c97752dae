package org.jibao.reading.book;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jibao.guard.PersonalNumbers;
import org.jibao.reading.book.SensitiveAreas.Area;
import org.jibao.reading.book.SensitiveAreas.Found;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Style;
import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.CellMaker;
import org.jibao.reading.workbook.CellRow;
import org.jibao.reading.workbook.CellStyle;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.ShownNumber;
import org.jibao.reading.workbook.WorkbookCells;
import org.jspecify.annotations.Nullable;

/** What the cells of a file show to a person, as texts: without sensitive columns and numbers of persons. */
public record ShownBook(List<ShownSheet> sheets) {

    public ShownBook {
        sheets = List.copyOf(sheets);
    }

    /**
     * One sheet.
     *
     * @param merged blocks of cells that are one
     * @param withheld whether its cells are left out, as it is not known whether they are sensitive
     */
    public record ShownSheet(
            String name, boolean hidden, List<Block> merged, List<ShownCell> cells, boolean withheld) {}

    /**
     * A cell that shows something.
     *
     * @param row 0-based
     * @param column 0-based
     * @param text a date in ISO form
     */
    public record ShownCell(int row, int column, String text) {

        /** {@code D14}. */
        public String address() {
            return Cell.address(row, column);
        }
    }

    /** @param book from which sensitive columns have been emptied */
    public static ShownBook of(SourceBook book, Found found) {
        Texts texts = new Texts(book);
        List<ShownSheet> sheets = new ArrayList<>();
        for (SourceBook.Sheet sheet : book.sheets()) {
            boolean withheld = found.unknown().contains(sheet.name());
            boolean figures = found.grids().contains(sheet.name());
            List<ShownCell> cells = withheld ? List.of() : texts.of(sheet, figures);
            sheets.add(new ShownSheet(sheet.name(), sheet.hidden(), sheet.merged(), cells, withheld));
        }
        return new ShownBook(sheets);
    }

    /** @param cells as read, with everything in them */
    public static ShownBook of(WorkbookCells cells, Found found) {
        Map<String, List<Area>> areas = SensitiveAreas.bySheet(found.areas());
        List<ShownSheet> sheets = new ArrayList<>();
        for (SheetCells sheet : cells.sheets()) {
            boolean withheld = found.unknown().contains(sheet.name());
            boolean figures = found.grids().contains(sheet.name());
            List<Area> sensitive = areas.getOrDefault(sheet.name(), List.of());
            List<ShownCell> shown = withheld ? List.of() : shown(sheet, sensitive, figures);
            sheets.add(new ShownSheet(sheet.name(), sheet.hidden(), List.of(), shown, withheld));
        }
        return new ShownBook(sheets);
    }

    private static List<ShownCell> shown(SheetCells sheet, List<Area> sensitive, boolean figures) {
        List<ShownCell> shown = new ArrayList<>();
        for (CellRow row : sheet.rows()) {
            for (Cell cell : row.cells()) {
                boolean hidden = sensitive.stream()
                        .anyMatch(area -> area.column() == cell.column()
                                && row.index() >= area.first()
                                && row.index() <= area.last());
                if (!hidden) {
                    shown.add(new ShownCell(row.index(), cell.column(), shown(cell, figures)));
                }
            }
        }
        return shown;
    }

    /** A figure of a grid may look like a number of a person. */
    private static String shown(Cell cell, boolean figures) {
        String text = ShownNumber.of(cell);
        boolean figure = figures && cell.number() != null;
        return figure ? text : PersonalNumbers.masked(text);
    }

    /** Turns what a workbook stores into what it shows. */
    private static final class Texts {

        private final List<Style> styles;
        private final CellMaker cells;

        Texts(SourceBook book) {
            this.styles = book.styles();
            this.cells = new CellMaker(book.date1904());
        }

        List<ShownCell> of(SourceBook.Sheet sheet, boolean figures) {
            List<ShownCell> shown = new ArrayList<>();
            for (SourceBook.Row row : sheet.rows()) {
                for (SourceBook.Cell cell : row.cells()) {
                    String text = text(row.index(), cell, figures);
                    if (!text.isBlank()) {
                        shown.add(new ShownCell(row.index(), cell.column(), text));
                    }
                }
            }
            return shown;
        }

        private String text(int row, SourceBook.Cell cell, boolean figures) {
            return switch (cell.kind()) {
                case BLANK -> "";
                case TEXT -> PersonalNumbers.masked(cell.text());
                case ERROR -> cell.text();
                case TRUTH -> cell.text().equals("1") ? "TRUE" : "FALSE";
                case NUMBER -> number(row, cell, figures);
            };
        }

        private String number(int row, SourceBook.Cell cell, boolean figures) {
            Cell made = cells.number(
                    row,
                    cell.column(),
                    new BigDecimal(cell.text()),
                    format(cell.style()),
                    cell.formula() != null,
                    null);
            return shown(made, figures);
        }

        private @Nullable String format(int style) {
            if (style < 0 || style >= styles.size()) {
                return null;
            }
            Style look = styles.get(style);
            return CellStyle.format(look.builtIn(), look.format());
        }
    }
}
