package org.jibao.template;

import java.math.BigDecimal;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;

/** The cells of a grid: open ones, those brought forward and those computed, each with what is said of it. */
final class GridCells {

    private final GridForm grid;
    private final TemplateRequest request;
    private final GridContents contents;
    private final TemplateSheet canvas;
    private final Validations validations;
    private final int firstRow;
    private final int firstColumn;

    /** What neighbours down a column share. */
    private record Rule(CellType type, boolean open, String prompt) {}

    GridCells(GridForm grid, TemplateRequest request, TemplateSheet canvas, int firstRow, int firstColumn) {
        this.grid = grid;
        this.request = request;
        this.contents = new GridContents(grid, request);
        this.canvas = canvas;
        this.validations = new Validations(canvas.sheet());
        this.firstRow = firstRow;
        this.firstColumn = firstColumn;
    }

    void write() {
        for (int column = 0; column < grid.columns().size(); column++) {
            for (int row = 0; row < grid.rows().size(); row++) {
                write(row, column);
            }
            validate(column);
        }
    }

    private void write(int row, int column) {
        Content content = contents.at(row, column);
        boolean locked = content instanceof Content.Total total && total.locked();
        XSSFCell cell = canvas.open(
                firstRow + row, firstColumn + column, locked ? Tone.TOTAL : Tone.OPEN, Formats.of(type(row, column)));
        if (content instanceof Content.Total total) {
            cell.setCellFormula(new Formula(firstRow, firstColumn).of(total));
        }
        // A total of which nothing is known yet gets no cached value: until something computes it, it is not 0 but
        // unknown.
        BigDecimal known = contents.known(row, column);
        if (known != null) {
            cell.setCellValue(known.doubleValue());
        }
    }

    private CellType type(int row, int column) {
        return grid.typeOf(grid.rows().get(row), grid.columns().get(column));
    }

    /** One rule for all neighbours down the column that take the same and are told the same. */
    private void validate(int column) {
        for (int first = 0; first < grid.rows().size(); ) {
            Rule rule = rule(first, column);
            int last = first;
            while (last + 1 < grid.rows().size() && rule(last + 1, column).equals(rule)) {
                last++;
            }
            int at = firstColumn + column;
            CellRangeAddress cells = new CellRangeAddress(firstRow + first, firstRow + last, at, at);
            String title = grid.columns().get(column).text().zh();
            if (rule.open()) {
                validations.number(cells, rule.type(), title, rule.prompt());
            } else {
                validations.words(cells, title, rule.prompt());
            }
            first = last + 1;
        }
    }

    private Rule rule(int row, int column) {
        Content content = contents.at(row, column);
        boolean open = !(content instanceof Content.Total total && total.locked());
        return new Rule(type(row, column), open, prompt(content, row, column));
    }

    private String prompt(Content content, int row, int column) {
        Label rowLabel = grid.rows().get(row);
        Label columnLabel = grid.columns().get(column);
        String before = request.before().period().label().zh();
        if (content instanceof Content.Total total) {
            return total.locked() ? TemplateTexts.TOTAL : openTotal(total, before);
        }
        if (content instanceof Content.Brought brought) {
            return TemplateTexts.BROUGHT.formatted(
                    before, brought.value().stripTrailingZeros().toPlainString());
        }
        if (content instanceof Content.Awaited) {
            String why = request.before().accepted() ? TemplateTexts.NOTHING_SAID : TemplateTexts.NOTHING_ACCEPTED;
            return why.formatted(before);
        }
        return Prompts.ofCell(rowLabel, columnLabel, type(row, column));
    }

    private static String openTotal(Content.Total total, String before) {
        return total.before().signum() == 0
                ? TemplateTexts.TOTAL_OPEN
                : TemplateTexts.TOTAL_BEFORE.formatted(
                        before, total.before().stripTrailingZeros().toPlainString());
    }
}
