package org.jibao.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jibao.definition.CellType;
import org.jibao.definition.GridForm;
import org.jibao.definition.Headings;
import org.jibao.definition.Label;
import org.jibao.template.FormSheet.FormBlock;
import org.jibao.template.GridContents.Content;
import org.jibao.template.TemplateBook.Formats;
import org.jibao.template.TemplateBook.TemplateRequest;
import org.jibao.template.TemplateStyles.Tone;
import org.jibao.template.Validations.Prompts;
import org.jibao.workbook.TextWidth;

/** A grid: row labels under their headings on the left, column labels above, and the cells between them. */
final class GridBlock implements FormBlock {

    private static final int WIDEST_HEADING = 96;
    private static final int WIDEST_LABEL = 330;
    private static final int NARROWEST_VALUE = 78;
    private static final int WIDEST_VALUE = 118;

    private final GridForm grid;
    private final TemplateRequest request;
    private final TemplateTexts texts;
    private final TextWidth text;
    private final Headings headings;
    private final ColumnHeader header;

    GridBlock(GridForm grid, TemplateRequest request, TextWidth text) {
        this.grid = grid;
        this.request = request;
        this.texts = request.texts();
        this.text = text;
        this.headings = Headings.of(grid.rows());
        this.header = new ColumnHeader(grid.columns(), Label::wording);
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
                .mapToInt(row -> Math.min(WIDEST_LABEL, width(row.wording())))
                .max()
                .orElse(WIDEST_LABEL));
        return widths;
    }

    @Override
    public List<Integer> valueWidths() {
        return grid.columns().stream()
                .map(column -> Math.max(NARROWEST_VALUE, Math.min(WIDEST_VALUE, width(column.wording()))))
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
                others.computeIfAbsent(type.unit(), unit -> new ArrayList<>()).add(column.wording());
            }
        }
        List<String> parts = new ArrayList<>();
        if (grid.type().unit() != null) {
            parts.add(grid.type().unit());
        }
        others.forEach((unit, columns) -> parts.add(texts.say("template.labelled", texts.list(columns), unit)));
        return parts.isEmpty() ? "" : texts.say("template.measure", String.join(texts.say("template.parts"), parts));
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
            String words = grid.rows().get(row).wording();
            canvas.span(first + row, first + row, headings.over(row), labelColumns - 1, words, Tone.LABEL);
        }
        new GridCells(grid, request, canvas, first, labelColumns).write();
        return first + grid.rows().size();
    }

    /** No label may read like it, or the reader would find the label twice. */
    private String corner() {
        return Stream.of(texts.say("template.corner"), texts.say("template.corner-otherwise"))
                .filter(words -> !isLabel(words))
                .findFirst()
                .orElse("");
    }

    private boolean isLabel(String words) {
        return request.job().forms().stream()
                .filter(GridForm.class::isInstance)
                .map(GridForm.class::cast)
                .flatMap(form -> form.columns().stream())
                .anyMatch(column ->
                        column.wording().equals(words) || column.aliases().contains(words));
    }

    /** The cells of a grid: open ones, those brought forward and those computed, each with what is said of it. */
    static final class GridCells {

        private final GridForm grid;
        private final TemplateRequest request;
        private final TemplateTexts texts;
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
            this.texts = request.texts();
            this.contents = new GridContents(grid, request);
            this.canvas = canvas;
            this.validations = new Validations(canvas.sheet(), texts);
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
            if (content instanceof Content.Never) {
                canvas.open(firstRow + row, firstColumn + column, Tone.FIXED, Formats.of(type(row, column)))
                        .setCellValue(TemplateTexts.NEVER);
                return;
            }
            XSSFCell cell = canvas.open(
                    firstRow + row,
                    firstColumn + column,
                    locked ? Tone.TOTAL : Tone.OPEN,
                    Formats.of(type(row, column)));
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
                String title = grid.columns().get(column).wording();
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
            boolean open =
                    !(content instanceof Content.Never) && !(content instanceof Content.Total total && total.locked());
            return new Rule(type(row, column), open, prompt(content, row, column));
        }

        private String prompt(Content content, int row, int column) {
            Label rowLabel = grid.rows().get(row);
            Label columnLabel = grid.columns().get(column);
            String before = texts.of(request.before().period());
            if (content instanceof Content.Total total) {
                return total.locked() ? texts.say("template.total") : openTotal(total, before);
            }
            if (content instanceof Content.Never) {
                return texts.say("template.never-applies");
            }
            if (content instanceof Content.Brought brought) {
                return texts.say(
                        "template.brought",
                        before,
                        brought.value().stripTrailingZeros().toPlainString());
            }
            if (content instanceof Content.Awaited) {
                return request.before().accepted()
                        ? texts.say("template.nothing-said", before)
                        : texts.say("template.nothing-accepted", before);
            }
            return new Prompts(texts).ofCell(rowLabel, columnLabel, type(row, column));
        }

        private String openTotal(Content.Total total, String before) {
            return total.before().signum() == 0
                    ? texts.say("template.total-open")
                    : texts.say(
                            "template.total-before",
                            before,
                            total.before().stripTrailingZeros().toPlainString());
        }
    }
}
