package org.jibao.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.Label;
import org.jibao.workbook.TextWidth;

/** A grid: row labels under their headings on the left, column labels above, and the cells between them. */
final class GridBlock implements FormBlock {

    private static final int WIDEST_HEADING = 96;
    private static final int WIDEST_LABEL = 330;
    private static final int NARROWEST_VALUE = 78;
    private static final int WIDEST_VALUE = 118;

    private final GridForm grid;
    private final TemplateRequest request;
    private final TextWidth text;
    private final Headings headings;
    private final ColumnHeader header;

    GridBlock(GridForm grid, TemplateRequest request, TextWidth text) {
        this.grid = grid;
        this.request = request;
        this.text = text;
        this.headings = new Headings(grid.rows());
        this.header = new ColumnHeader(grid.columns(), label -> label.text().zh());
    }

    @Override
    public int labelColumns() {
        return headings.levels();
    }

    @Override
    public List<Integer> labelWidths() {
        List<Integer> widths = new ArrayList<>();
        for (int level = 0; level < labelColumns() - 1; level++) {
            int column = level;
            widths.add(headings.runs().stream()
                    .filter(run -> run.level() == column)
                    .mapToInt(run -> Math.min(WIDEST_HEADING, width(run.words())))
                    .max()
                    .orElse(WIDEST_HEADING));
        }
        widths.add(grid.rows().stream()
                .mapToInt(row -> Math.min(WIDEST_LABEL, width(row.text().zh())))
                .max()
                .orElse(WIDEST_LABEL));
        return widths;
    }

    @Override
    public List<Integer> valueWidths() {
        return grid.columns().stream()
                .map(column -> Math.max(
                        NARROWEST_VALUE,
                        Math.min(WIDEST_VALUE, width(column.text().zh()))))
                .toList();
    }

    private int width(String words) {
        return (int) Math.ceil(text.pixels(words, TemplateStyles.BODY)) + TemplateSheet.PADDING;
    }

    @Override
    public int headerRows() {
        return header.rows();
    }

    /** {@code 件；平均办理工作日：天} */
    @Override
    public String measure() {
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Label column : grid.columns()) {
            CellType type = column.type();
            if (type != null
                    && type.unit() != null
                    && !Objects.equals(type.unit(), grid.type().unit())) {
                others.computeIfAbsent(type.unit(), unit -> new ArrayList<>())
                        .add(column.text().zh());
            }
        }
        List<String> parts = new ArrayList<>();
        if (grid.type().unit() != null) {
            parts.add(grid.type().unit());
        }
        others.forEach((unit, columns) -> parts.add(columns.stream().collect(Collectors.joining("、")) + "：" + unit));
        return parts.isEmpty() ? "" : TemplateTexts.MEASURE.formatted(String.join("；", parts));
    }

    @Override
    public int write(TemplateSheet canvas, int top, int labelColumns, boolean last) {
        int first = top + header.rows();
        canvas.span(top, first - 1, 0, labelColumns - 1, corner(), Tone.HEADER);
        header.write(canvas, top, labelColumns);
        for (Headings.Run run : headings.runs()) {
            canvas.span(first + run.first(), first + run.last(), run.level(), run.level(), run.words(), Tone.LABEL);
        }
        for (int row = 0; row < grid.rows().size(); row++) {
            String words = grid.rows().get(row).text().zh();
            canvas.span(first + row, first + row, headings.over(row), labelColumns - 1, words, Tone.LABEL);
        }
        new GridCells(grid, request, canvas, first, labelColumns).write();
        return first + grid.rows().size();
    }

    /** No label may read like it, or the reader would find the label twice. */
    private String corner() {
        boolean taken = request.job().forms().stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .flatMap(form -> form.columns().stream())
                .anyMatch(column -> column.text().zh().equals(TemplateTexts.CORNER)
                        || column.aliases().contains(TemplateTexts.CORNER));
        return taken ? "" : TemplateTexts.CORNER;
    }
}
