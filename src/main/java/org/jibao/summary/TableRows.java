package org.jibao.summary;

import java.util.ArrayList;
import java.util.List;
import org.jibao.definition.SummaryDefinition.Format;
import org.jibao.workbook.Display;
import org.jibao.workbook.Look;
import org.jibao.workbook.Look.Align;
import org.jibao.workbook.Look.Rule;
import org.jibao.workbook.Look.Upright;
import org.jibao.workbook.Palette;
import org.jibao.workbook.SheetCell;
import org.jibao.workbook.SheetRow;
import org.jspecify.annotations.Nullable;

/** A table as rows: one header row, then one row a row, none merged. */
final class TableRows {
    static final double LINE_POINTS = 15;
    private static final double ROW_PADDING = 5;
    private static final Look HEADER = Look.BODY
            .strong()
            .coloured(Palette.INK)
            .filled(Palette.HEADER)
            .wrapping()
            .standing(Upright.MIDDLE)
            .indented()
            .ruled(Rule.STRONG);
    private static final Look PLAIN = Look.BODY.indented().ruled(Rule.HAIR);
    private static final Look PLAIN_WORDS = PLAIN.wrapping();
    private static final Look EMPHASIZED = PLAIN.strong().filled(Palette.PANEL);
    private static final Look EMPHASIZED_WORDS = EMPHASIZED.wrapping();
    private static final Look PLAIN_BETTER = PLAIN.coloured(Change.colour(1));
    private static final Look PLAIN_WORSE = PLAIN.coloured(Change.colour(-1));
    private static final Look EMPHASIZED_BETTER = EMPHASIZED.coloured(Change.colour(1));
    private static final Look EMPHASIZED_WORSE = EMPHASIZED.coloured(Change.colour(-1));

    private final TableShape shape;
    private final Cells cells;

    TableRows(TableShape shape, Cells cells) {
        this.shape = shape;
        this.cells = cells;
    }

    /** @param widths of the sheet's columns, at least as many as the table has */
    SheetRow header(ShownTable table, List<Integer> widths) {
        List<SheetCell> header = new ArrayList<>();
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            ShownTable.Column column = table.columns().get(i);
            Look look = Display.isNumeric(column.format()) ? HEADER.aligned(Align.RIGHT) : HEADER;
            header.add(SheetCell.text(column.label(), look));
            lines = Math.max(lines, shape.lines(column.label(), widths.get(i)));
        }
        return new SheetRow(lines * LINE_POINTS + ROW_PADDING + 3, header);
    }

    SheetRow row(ShownTable table, List<@Nullable Object> values, List<Integer> widths) {
        boolean emphasized = table.isEmphasized(values);
        Look wrapped = emphasized ? EMPHASIZED_WORDS : PLAIN_WORDS;
        List<SheetCell> row = new ArrayList<>(table.columns().size());
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            ShownTable.Column column = table.columns().get(i);
            Object value = values.get(column.index());
            int needed = value instanceof String text ? shape.lines(text, widths.get(i)) : 1;
            boolean words = column.format() == Format.TEXT && needed > 1;
            row.add(cells.cell(value, column, words ? wrapped : look(emphasized, table.goodness(values, column))));
            lines = Math.max(lines, needed);
        }
        return new SheetRow(lines * LINE_POINTS + ROW_PADDING, row);
    }

    private static Look look(boolean emphasized, int goodness) {
        if (goodness == 0) {
            return emphasized ? EMPHASIZED : PLAIN;
        }
        boolean better = goodness > 0;
        return emphasized ? better ? EMPHASIZED_BETTER : EMPHASIZED_WORSE : better ? PLAIN_BETTER : PLAIN_WORSE;
    }

    /** In place of rows where there are none. */
    SheetRow empty(ShownTable table, List<Integer> widths) {
        int width = widths.subList(0, table.columns().size()).stream()
                .mapToInt(Integer::intValue)
                .sum();
        double points = shape.lines(table.empty(), width) * LINE_POINTS + ROW_PADDING;
        Look look = PLAIN.coloured(Palette.QUIET).wrapping();
        return SheetRow.across(
                points, SheetCell.text(table.empty(), look), table.columns().size());
    }
}
