package org.jibao.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jibao.definition.CellType;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Label;
import org.jibao.workbook.PagePlan;

/** The cover: unit, code and period filled in, the other fields open. */
final class CoverPage {

    private static final int LABEL_WIDTH = 130;
    private static final int VALUE_WIDTH = 430;
    private static final int FIRST_FIELD = 2;

    private final TemplateBook book;
    private final CoverForm cover;

    CoverPage(TemplateBook book, CoverForm cover) {
        this.book = book;
        this.cover = cover;
    }

    void write() {
        TemplateSheet canvas = book.canvas(cover.sheet().name(), List.of(LABEL_WIDTH, VALUE_WIDTH));
        canvas.span(0, 0, 0, 1, book.request().job().title().zh(), Tone.TITLE);
        canvas.space(0, 48);
        canvas.space(1, 8);
        int row = FIRST_FIELD;
        for (Label field : cover.fields()) {
            canvas.put(row, 0, field.text().zh(), Tone.LABEL);
            value(canvas, row, field);
            canvas.space(row, 28);
            row++;
        }
        // A row between: what stands right below the last label would be its value.
        canvas.space(row, 12);
        for (String words : words()) {
            row++;
            canvas.span(row, row, 0, 1, words, Tone.NOTE);
        }
        book.finish(canvas, new PagePlan(true, true, Optional.empty(), List.of(), 0, 0, row, 1, 100));
    }

    private void value(TemplateSheet canvas, int row, Label field) {
        Optional<String> known = known(field);
        if (known.isPresent()) {
            canvas.put(row, 1, known.get(), Tone.FIXED);
            return;
        }
        CellType type = field.type();
        boolean date = type != null && type.kind() == CellType.Kind.DATE;
        XSSFCell cell = canvas.open(row, 1, Tone.OPEN_TEXT, date ? Formats.DATE : Formats.TEXT);
        CellRangeAddress place = new CellRangeAddress(
                cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex());
        Validations validations = new Validations(canvas.sheet());
        String title = field.text().zh();
        if (date) {
            String prompt = TemplateTexts.DATE.formatted(book.request().due());
            validations.date(place, title, prompt, book.request().due());
        } else {
            validations.words(place, title, field.optional() ? TemplateTexts.MAY : TemplateTexts.MUST);
        }
    }

    private Optional<String> known(Label field) {
        TemplateRequest request = book.request();
        if (Objects.equals(field.id(), cover.unitName())) {
            return Optional.of(request.unit().name());
        }
        if (Objects.equals(field.id(), cover.unitCode())) {
            return Optional.of(request.unit().code());
        }
        return Objects.equals(field.id(), cover.period())
                ? Optional.of(request.period().label().zh())
                : Optional.empty();
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of(TemplateTexts.READ_FIRST));
        words.add(TemplateTexts.DUE.formatted(TemplateTexts.day(book.request().due())));
        if (cover.guidance().note() != null) {
            words.add(cover.guidance().note().zh());
        }
        return words;
    }
}
