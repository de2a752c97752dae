package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.LABEL;
import static org.jibao.sample.SampleCell.Look.NOTE;
import static org.jibao.sample.SampleCell.Look.NUMBER;

import org.jibao.calendar.Period;

/** 表三: messages and cases, one row a way in. */
final class ResponsesSheet {

    private ResponsesSheet() {}

    static SampleSheet of(String unit, Period period, Figures figures) {
        SampleSheet sheet = new SampleSheet(ReturnBook.RESPONSES, 12, 8, 8, 10, 10, 8, 10, 8, 8, 16, 16, 16);
        ReturnBook.head(sheet, "表三  互动回应与办件情况", unit, period, 12);
        sheet.put(2, 0, "类型", HEADER);
        for (int c = 0; c < Labels.RESPONSE_COLUMNS.size(); c++) {
            sheet.put(2, c + 1, Labels.RESPONSE_COLUMNS.get(c).zh(), HEADER);
        }
        for (int r = 0; r < Labels.RESPONSES.size(); r++) {
            row(sheet, 3 + r, Labels.RESPONSES.get(r), figures);
        }
        sheet.span(8, 0, 8, 11, "注：平均工作日合计按收到件数加权；没有收件的填“/”。", NOTE);
        return sheet;
    }

    private static void row(SampleSheet sheet, int row, Named label, Figures figures) {
        sheet.put(row, 0, label.zh(), LABEL);
        for (int c = 0; c < Labels.RESPONSE_COLUMNS.size(); c++) {
            String key = "responses." + label.id() + "."
                    + Labels.RESPONSE_COLUMNS.get(c).id();
            sheet.put(row, c + 1, figures.get(key), NUMBER, key);
        }
    }
}
