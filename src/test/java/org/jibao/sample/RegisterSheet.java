package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.DAY;
import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.NUMBER;
import static org.jibao.sample.SampleCell.Look.TEXT;

import java.util.List;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;

/** 主动公开信息台账: one item a row. Its keys are {@code register.<n>.<field>}, n from 1. */
final class RegisterSheet {

    private RegisterSheet() {}

    static SampleSheet of(String unit, Period period, Figures figures) {
        SampleSheet sheet = new SampleSheet(ReturnBook.REGISTER, 6, 52, 20, 10, 24, 12, 12, 40);
        ReturnBook.head(sheet, "主动公开信息台账", unit, period, 8);
        sheet.put(2, 0, "序号", HEADER);
        for (int c = 0; c < Labels.REGISTER_FIELDS.size(); c++) {
            sheet.put(2, c + 1, Labels.REGISTER_FIELDS.get(c).zh(), HEADER);
        }
        for (int i = 0; i < figures.items().size(); i++) {
            row(sheet, i + 1, figures.items().get(i));
        }
        return sheet;
    }

    private static void row(SampleSheet sheet, int number, Item item) {
        sheet.put(2 + number, 0, number, NUMBER);
        List<@Nullable Object> values = java.util.Arrays.asList(
                item.title(),
                item.number().isEmpty() ? null : item.number(),
                Labels.zh(Labels.CATEGORIES, item.category()),
                item.channels().stream()
                        .map(channel -> Labels.zh(Labels.CHANNELS, channel))
                        .collect(Collectors.joining("、")),
                item.formedOn(),
                item.publishedOn(),
                item.url().isEmpty() ? null : item.url());
        for (int c = 0; c < values.size(); c++) {
            String field = Labels.REGISTER_FIELDS.get(c).id();
            sheet.put(2 + number, c + 1, values.get(c), field.endsWith("_on") ? DAY : TEXT, key(number, field));
        }
    }

    static String key(int number, String field) {
        return "register." + number + "." + field;
    }
}
