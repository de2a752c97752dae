package org.jibao.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.RegisterForm;
import org.jibao.template.TemplateStyles.Tone;
import org.jibao.workbook.Block;
import org.jibao.workbook.PagePlan;

/** One sheet with its forms below each other, grids before registers, as the paper form prints them. */
final class FormSheet {

    private static final int WIDEST_PORTRAIT = 800;
    private static final int LONGEST_PAGE = 60;
    /** How much wider a title's type is than the small one in which room is measured. */
    private static final double LARGER = 1.3;

    private static final int SPARE_COLUMNS = 16_383;

    private final TemplateBook book;
    private final TemplateTexts texts;
    private final String name;
    private final List<FormDefinition> forms;
    private final List<FormBlock> blocks = new ArrayList<>();

    /** The row after the header written last. */
    private int headerEnd;

    FormSheet(TemplateBook book, String name, List<FormDefinition> forms) {
        this.book = book;
        this.texts = book.texts();
        this.name = name;
        this.forms = forms.stream()
                .sorted(Comparator.comparing(RegisterForm.class::isInstance))
                .toList();
        this.forms.forEach(form -> blocks.add(block(form)));
    }

    private FormBlock block(FormDefinition form) {
        return form instanceof GridForm grid
                ? new GridBlock(grid, book.request(), book.text())
                : new RegisterBlock((RegisterForm) form, book.request(), book.text(), book.choices());
    }

    void write() {
        int labelColumns =
                blocks.stream().mapToInt(FormBlock::labelColumns).max().orElse(0);
        TemplateSheet canvas = book.canvas(name, widths(labelColumns));
        boolean alone = blocks.size() == 1;
        String title = alone ? texts.of(forms.get(0).title()) : name;
        canvas.span(0, 0, 0, canvas.lastColumn(), title, Tone.TITLE);
        canvas.space(0, 34);
        int row = 1;
        if (!alone) {
            canvas.span(row, row, 0, canvas.lastColumn(), unitAndPeriod(), Tone.CAPTION);
            row++;
        }
        int titles = row;
        for (int i = 0; i < blocks.size(); i++) {
            row = write(canvas, i, row, labelColumns);
        }
        finish(canvas, alone ? headerEnd : titles, labelColumns, row - 1);
    }

    private int write(TemplateSheet canvas, int index, int top, int labelColumns) {
        FormBlock block = blocks.get(index);
        FormDefinition form = forms.get(index);
        boolean alone = blocks.size() == 1;
        int row = top;
        if (form instanceof RegisterForm) {
            row = note(canvas, form, row);
        }
        caption(canvas, row, alone ? unitAndPeriod() : texts.of(form.title()), block.measure());
        row++;
        headerEnd = row + block.headerRows();
        int header = row;
        row = block.write(canvas, row, labelColumns, index == blocks.size() - 1);
        int first = block.labelColumns() == 0 ? labelColumns : 0;
        int last = labelColumns + block.valueWidths().size() - 1;
        book.name(canvas, form.id(), new Block(header, row - 1, first, last));
        if (form instanceof GridForm) {
            row = note(canvas, form, row);
        }
        if (index < blocks.size() - 1) {
            canvas.space(row, 12);
            row++;
        }
        return row;
    }

    /** What is left stands left of what is right; where there is no room for both, before or above it. */
    private void caption(TemplateSheet canvas, int row, String left, String right) {
        int last = canvas.lastColumn();
        Tone tone = blocks.size() == 1 ? Tone.CAPTION : Tone.SECTION;
        int middle = canvas.columnAt(canvas.width() - canvas.room(right));
        boolean room = middle > 0 && canvas.width(middle) >= canvas.room(left);
        if (right.isEmpty() || !room) {
            String both = left + texts.gap() + right;
            boolean oneLine = canvas.room(both) * LARGER <= canvas.width();
            String words = right.isEmpty() ? left : oneLine ? both : left + "\n" + right;
            canvas.span(row, row, 0, last, words, tone);
            return;
        }
        canvas.span(row, row, 0, middle - 1, left, tone);
        canvas.span(row, row, middle, last, right, Tone.MEASURE);
    }

    private int note(TemplateSheet canvas, FormDefinition form, int row) {
        if (form.guidance().note() == null) {
            return row;
        }
        String words = texts.say("template.note", texts.of(form.guidance().note()));
        canvas.span(row, row, 0, canvas.lastColumn(), words, Tone.NOTE);
        return row + 1;
    }

    private String unitAndPeriod() {
        return texts.say(
                "template.unit-and-period",
                book.request().unit().name(),
                texts.of(book.request().period()));
    }

    private List<Integer> widths(int labelColumns) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < labelColumns; column++) {
            int at = column;
            widths.add(blocks.stream()
                    .filter(block -> block.labelColumns() > 0)
                    .mapToInt(block -> labelWidth(block, at, labelColumns))
                    .max()
                    .orElse(0));
        }
        for (FormBlock block : blocks) {
            List<Integer> needed = block.valueWidths();
            for (int i = 0; i < needed.size(); i++) {
                int at = labelColumns + i;
                if (at == widths.size()) {
                    widths.add(0);
                }
                widths.set(at, Math.max(widths.get(at), needed.get(i)));
            }
        }
        return widths;
    }

    /** A block with fewer columns of labels has its last one over all that are left. */
    private static int labelWidth(FormBlock block, int column, int labelColumns) {
        List<Integer> own = block.labelWidths();
        if (column < own.size() - 1) {
            return own.get(column);
        }
        return column == labelColumns - 1 ? own.get(own.size() - 1) : 0;
    }

    private void finish(TemplateSheet canvas, int frozenRows, int frozenColumns, int lastRow) {
        XSSFSheet sheet = canvas.sheet();
        boolean register = forms.get(forms.size() - 1) instanceof RegisterForm;
        boolean portrait = canvas.width() <= WIDEST_PORTRAIT;
        int headerTop = blocks.size() == 1 ? frozenRows - blocks.get(0).headerRows() : 0;
        PagePlan page = new PagePlan(
                portrait,
                !register && lastRow < LONGEST_PAGE,
                Optional.of(new Block(headerTop, Math.max(headerTop, frozenRows - 1), 0, 0)),
                List.of(),
                frozenRows,
                portrait ? 0 : frozenColumns,
                lastRow,
                canvas.lastColumn(),
                100);
        book.finish(canvas, page);
        if (register) {
            book.printWhatIsFilled(sheet);
        }
        if (register && blocks.size() == 1) {
            openColumns(sheet, (RegisterBlock) blocks.get(0));
        }
    }

    /**
     * Entries may go on below the prepared rows. Columns to the right are open too: a protected sheet lets a row be deleted
     * only where all of its cells are open.
     */
    private void openColumns(XSSFSheet sheet, RegisterBlock block) {
        int column = 0;
        for (org.jibao.definition.Field field : block.fields()) {
            sheet.setDefaultColumnStyle(column, book.tones().of(block.tone(field), block.format(field)));
            column++;
        }
        book.openColumns(sheet, column, SPARE_COLUMNS);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
    }

    /** One form laid out on a sheet, from some row down. */
    interface FormBlock {

        /** Columns of row labels, left of the values. */
        int labelColumns();

        /** Widths in pixels of {@link #labelColumns()} columns. */
        List<Integer> labelWidths();

        /** Widths in pixels of the other columns. */
        List<Integer> valueWidths();

        /** How many rows the header has. */
        int headerRows();

        /** The unit of measure and what else stands over the header on its right, or an empty text. */
        String measure();

        /**
         * Writes header and rows.
         *
         * @param top the header's first row
         * @param labelColumns of the sheet, at least as many as the block's own
         * @param last whether nothing follows on the sheet
         * @return the row after the block
         */
        int write(TemplateSheet canvas, int top, int labelColumns, boolean last);
    }
}
