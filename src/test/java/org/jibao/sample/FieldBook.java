package org.jibao.sample;

import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.definition.CoverForm;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.GridForm;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Label;
import org.jibao.definition.RegisterForm;
import org.jspecify.annotations.Nullable;

/** A return drawn from the forms of a job folder, one sheet a form. */
final class FieldBook {

    private static final int HEAD = 2;

    private FieldBook() {}

    static SampleBook of(JobDefinition job, SampleUnit unit, Period period, FieldStory story) {
        SampleBook book = new SampleBook();
        for (FormDefinition form : job.forms()) {
            if (form instanceof CoverForm cover) {
                book.sheets().add(cover(cover, unit, period));
            } else if (form instanceof GridForm grid) {
                book.sheets().add(grid(grid, unit, period, story));
            } else if (form instanceof RegisterForm register) {
                book.sheets().add(register(register, unit, period, story.entries(register.id())));
            }
        }
        return book;
    }

    private static SampleSheet cover(CoverForm form, SampleUnit unit, Period period) {
        SampleSheet sheet = new SampleSheet(form.sheet().name(), 20, 32);
        sheet.span(0, 0, 0, 1, form.title().zh(), SampleCell.Look.TITLE);
        int row = HEAD;
        for (Label field : form.fields()) {
            sheet.put(row, 0, field.wording(), SampleCell.Look.LABEL);
            sheet.put(row, 1, said(form, field.id(), unit, period), SampleCell.Look.TEXT, form.id() + "." + field.id());
            row++;
        }
        return sheet;
    }

    private static @Nullable String said(CoverForm form, String field, SampleUnit unit, Period period) {
        if (field.equals(form.unitName())) {
            return unit.name();
        }
        return field.equals(form.period()) ? period.label().zh() : null;
    }

    private static SampleSheet grid(GridForm form, SampleUnit unit, Period period, FieldStory story) {
        int[] widths = new int[form.columns().size() + 1];
        java.util.Arrays.fill(widths, 14);
        widths[0] = 26;
        SampleSheet sheet = new SampleSheet(form.sheet().name(), widths);
        ReturnBook.head(
                sheet, form.title().zh(), unit.name(), period, form.columns().size() + 1);
        sheet.put(HEAD, 0, "项目", SampleCell.Look.HEADER);
        for (int column = 0; column < form.columns().size(); column++) {
            sheet.put(HEAD, column + 1, form.columns().get(column).wording(), SampleCell.Look.HEADER);
        }
        for (int row = 0; row < form.rows().size(); row++) {
            Label label = form.rows().get(row);
            sheet.put(HEAD + 1 + row, 0, label.wording(), SampleCell.Look.LABEL);
            for (int column = 0; column < form.columns().size(); column++) {
                Label head = form.columns().get(column);
                String key = form.id() + "." + label.id() + "." + head.id();
                Object content = form.applies(label, head) ? story.cell(key) : "/";
                sheet.put(HEAD + 1 + row, column + 1, content, SampleCell.Look.NUMBER, key);
            }
        }
        return sheet;
    }

    private static SampleSheet register(
            RegisterForm form, SampleUnit unit, Period period, List<Map<String, Object>> entries) {
        List<Named> fields = form.fields().stream()
                .map(field -> new Named(field.id(), field.label().wording()))
                .toList();
        SampleSheet sheet =
                EntriesSheet.of(new Named(form.id(), form.title().zh()), fields, unit.name(), period, entries);
        sheet.rename(form.sheet().name());
        return sheet;
    }
}
