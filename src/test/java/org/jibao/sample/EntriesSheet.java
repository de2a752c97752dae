package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.DAY;
import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.NUMBER;
import static org.jibao.sample.SampleCell.Look.TEXT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;

/** A register, one entry a row. Its keys are {@code <form>.<n>.<field>}, n from 1. */
final class EntriesSheet {

    private EntriesSheet() {}

    /** @param entries by field: a text, a day or a number; what is not there stays empty */
    static SampleSheet of(
            Named form, List<Named> fields, String unit, Period period, List<Map<String, Object>> entries) {
        int[] widths = new int[fields.size() + 1];
        java.util.Arrays.fill(widths, 14);
        widths[0] = 6;
        SampleSheet sheet = new SampleSheet(form.zh(), widths);
        ReturnBook.head(sheet, form.zh(), unit, period, fields.size() + 1);
        sheet.put(2, 0, "序号", HEADER);
        for (int column = 0; column < fields.size(); column++) {
            sheet.put(2, column + 1, fields.get(column).zh(), HEADER);
        }
        for (int i = 0; i < entries.size(); i++) {
            row(sheet, form.id() + "." + (i + 1) + ".", 3 + i, fields, entries.get(i));
            sheet.put(3 + i, 0, i + 1, NUMBER);
        }
        return sheet;
    }

    private static void row(SampleSheet sheet, String key, int row, List<Named> fields, Map<String, Object> entry) {
        for (int column = 0; column < fields.size(); column++) {
            Object content = entry.get(fields.get(column).id());
            SampleCell.Look look = content instanceof LocalDate ? DAY : content instanceof Integer ? NUMBER : TEXT;
            sheet.put(row, column + 1, content, look, key + fields.get(column).id());
        }
    }
}
