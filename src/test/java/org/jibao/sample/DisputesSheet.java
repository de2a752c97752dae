package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.LABEL;
import static org.jibao.sample.SampleCell.Look.NUMBER;

import org.jibao.calendar.Period;

/** 表四: one row under a header of three levels. */
final class DisputesSheet {

    private DisputesSheet() {}

    static SampleSheet of(String unit, Period period, Figures figures) {
        SampleSheet sheet = new SampleSheet(ReturnBook.DISPUTES, 10);
        ReturnBook.head(sheet, "表四  政府信息公开行政复议、行政诉讼情况", unit, period, 16);
        sheet.span(2, 0, 4, 0, "项目", HEADER);
        sheet.span(2, 1, 2, 5, "行政复议", HEADER);
        sheet.span(2, 6, 2, 15, "行政诉讼", HEADER);
        sheet.span(3, 6, 3, 10, "未经复议直接起诉", HEADER);
        sheet.span(3, 11, 3, 15, "复议后起诉", HEADER);
        sheet.put(5, 0, "本季度", LABEL);
        for (int g = 0; g < 3; g++) {
            group(sheet, g, figures);
        }
        return sheet;
    }

    private static void group(SampleSheet sheet, int group, Figures figures) {
        for (int r = 0; r < Labels.DISPUTE_RESULTS.size(); r++) {
            Named result = Labels.DISPUTE_RESULTS.get(r);
            int column = 1 + 5 * group + r;
            sheet.span(group == 0 ? 3 : 4, column, 4, column, result.zh(), HEADER);
            String key = DisputesStory.key(Labels.DISPUTE_GROUPS.get(group).id(), result.id());
            sheet.put(5, column, figures.get(key), NUMBER, key);
        }
    }
}
