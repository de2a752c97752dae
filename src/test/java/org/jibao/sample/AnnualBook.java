package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.HEADER;
import static org.jibao.sample.SampleCell.Look.LABEL;
import static org.jibao.sample.SampleCell.Look.NUMBER;
import static org.jibao.sample.SampleCell.Look.SMALL;

import java.time.LocalDate;
import java.util.List;
import org.jibao.calendar.Period;

/** Sections two, three and four of a unit's annual report, laid out as 国办公开办函〔2021〕30号 prints them. */
final class AnnualBook {

    static final String DISCLOSED = "二 主动公开";
    static final String REQUESTS = "三 依申请公开";
    static final String DISPUTES = "四 复议诉讼";

    private static final List<Named> DECISIONS =
            Named.list("licensing", "行政许可", "penalties", "行政处罚", "coercion", "行政强制");

    private AnnualBook() {}

    static SampleBook of(SampleUnit unit, Period year, Figures figures, LocalDate preparedOn) {
        SampleBook book = new SampleBook();
        book.sheets().add(CoverSheet.plain("政府信息公开工作年度报告", "注：请于次年1月31日前报送；新收、结转应与四个季度的季报一致。", unit, year, preparedOn));
        book.sheets().add(disclosed(unit, year, figures));
        book.sheets().add(reworded(RequestsSheet.of(unit.name(), year, figures), REQUESTS));
        book.sheets().add(reworded(DisputesSheet.of(unit.name(), year, figures), DISPUTES));
        book.sheets().add(RemarksSheet.empty());
        return book;
    }

    private static SampleSheet disclosed(SampleUnit unit, Period year, Figures figures) {
        SampleSheet sheet = new SampleSheet(DISCLOSED, 24, 22, 18, 18);
        ReturnBook.head(sheet, "二、主动公开政府信息情况", unit.name(), year, 4);
        sheet.put(2, 0, "第二十条第（一）项", SMALL);
        header(sheet, 3, "信息内容", "本年制发件数", "本年废止件数", "现行有效件数");
        row(sheet, 4, "规章", figures, "annual_documents.rules.", "issued", "repealed", "in_force");
        row(sheet, 5, "行政规范性文件", figures, "annual_documents.normative.", "issued", "repealed", "in_force");
        sheet.put(6, 0, "第二十条第（五）项、第（六）项", SMALL);
        header(sheet, 7, "信息内容", "本年处理决定数量");
        for (int i = 0; i < DECISIONS.size(); i++) {
            String key = "annual_decisions." + DECISIONS.get(i).id() + ".";
            row(sheet, 8 + i, DECISIONS.get(i).zh(), figures, key, "decisions");
        }
        sheet.put(11, 0, "第二十条第（八）项", SMALL);
        header(sheet, 12, "信息内容", "本年收费金额（单位：万元）");
        row(sheet, 13, "行政事业性收费", figures, "annual_fees.fees.", "amount");
        return sheet;
    }

    private static void header(SampleSheet sheet, int row, String... labels) {
        for (int column = 0; column < labels.length; column++) {
            sheet.put(row, column, labels[column], HEADER);
        }
    }

    private static void row(SampleSheet sheet, int row, String label, Figures figures, String form, String... columns) {
        sheet.put(row, 0, label, LABEL);
        for (int column = 0; column < columns.length; column++) {
            sheet.put(row, column + 1, figures.get(form + columns[column]), NUMBER, form + columns[column]);
        }
    }

    /** The quarter's sheet with the words of the year. */
    private static SampleSheet reworded(SampleSheet sheet, String name) {
        sheet.rename(name);
        sheet.cells()
                .replaceAll((at, cell) -> cell.key() == null && cell.content() instanceof String words
                        ? cell.holding(words(words))
                        : cell);
        return sheet;
    }

    private static String words(String quarterly) {
        return quarterly
                .replace("表二  ", "三、")
                .replace("表四  ", "四、")
                .replace("本季度", "本年度")
                .replace("本季", "本年")
                .replace("上季", "上年")
                .replace("下季度", "下年度");
    }
}
