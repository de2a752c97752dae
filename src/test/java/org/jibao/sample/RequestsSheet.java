package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.LABEL;
import static org.jibao.sample.SampleCell.Look.NUMBER;

import java.util.List;
import org.jibao.calendar.Period;

/** 表二: the national table of 25 rows by 7 columns, its labels in three merged columns. */
final class RequestsSheet {

    /** The first row of figures, from 0. */
    static final int FIRST_ROW = 4;

    private static final int FIRST_COLUMN = 3;

    private RequestsSheet() {}

    static SampleSheet of(String unit, Period period, Figures figures) {
        SampleSheet sheet = new SampleSheet(ReturnBook.REQUESTS, 5, 14, 44, 9, 9, 9, 13, 13, 9, 9);
        ReturnBook.head(sheet, "表二  收到和处理政府信息公开申请情况", unit, period, 10);
        header(sheet);
        labels(sheet);
        List<String> rows = RequestsStory.rows();
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < Labels.APPLICANTS.size(); c++) {
                String key =
                        RequestsStory.key(rows.get(r), Labels.APPLICANTS.get(c).id());
                sheet.put(FIRST_ROW + r, FIRST_COLUMN + c, figures.get(key), NUMBER, key);
            }
        }
        return sheet;
    }

    private static void header(SampleSheet sheet) {
        sheet.span(2, 0, 3, 2, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项总计加第四项之和）", HEADER);
        sheet.span(2, 3, 3, 3, "自然人", HEADER);
        sheet.span(2, 4, 2, 8, "法人或其他组织", HEADER);
        for (int c = 1; c <= 5; c++) {
            sheet.put(3, FIRST_COLUMN + c, Labels.APPLICANTS.get(c).zh(), HEADER);
        }
        sheet.span(2, 9, 3, 9, "总计", HEADER);
    }

    private static void labels(SampleSheet sheet) {
        wide(sheet, 4, 0, "一、本季新收政府信息公开申请数量");
        wide(sheet, 5, 0, "二、上季结转政府信息公开申请数量");
        sheet.span(6, 0, 27, 0, "三、本季度办理结果", LABEL);
        wide(sheet, 6, 1, Labels.OUTCOMES.get(0).zh());
        wide(sheet, 7, 1, Labels.OUTCOMES.get(1).zh());
        group(sheet, 8, 8, "（三）不予公开");
        group(sheet, 16, 3, "（四）无法提供");
        group(sheet, 19, 5, "（五）不予处理");
        group(sheet, 24, 3, "（六）其他处理");
        wide(sheet, 27, 1, "（七）总计");
        wide(sheet, 28, 0, "四、结转下季度继续办理");
    }

    private static void wide(SampleSheet sheet, int row, int column, String label) {
        sheet.span(row, column, row, 2, label, LABEL);
    }

    private static void group(SampleSheet sheet, int row, int count, String label) {
        sheet.span(row, 1, row + count - 1, 1, label, LABEL);
        for (int i = 0; i < count; i++) {
            sheet.put(row + i, 2, Labels.OUTCOMES.get(row + i - 6).zh(), LABEL);
        }
    }
}
