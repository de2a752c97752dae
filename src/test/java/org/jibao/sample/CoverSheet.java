package org.jibao.sample;

import static org.jibao.sample.SampleCell.Look.DAY;
import static org.jibao.sample.SampleCell.Look.LABEL;
import static org.jibao.sample.SampleCell.Look.NOTE;
import static org.jibao.sample.SampleCell.Look.TEXT;
import static org.jibao.sample.SampleCell.Look.TITLE;

import java.time.LocalDate;
import java.util.List;
import org.jibao.calendar.Period;

/** 封面: who reports, and for when. */
final class CoverSheet {

    private static final List<String> SURNAMES = List.of("陈", "林", "周", "吴", "郑", "何", "许", "方", "沈", "钱");
    private static final List<String> NAMES = List.of("志远", "晓岚", "文博", "雅琴", "国平", "思源", "丽华", "建明", "一鸣", "海燕");

    private CoverSheet() {}

    static SampleSheet of(SampleUnit unit, Period period, LocalDate preparedOn) {
        SampleSheet sheet = new SampleSheet(ReturnBook.COVER, 16, 36);
        sheet.span(0, 0, 0, 1, "青岚县政务公开季度报表", TITLE);
        line(sheet, 2, "填报单位", unit.name(), "cover.unit_name");
        line(sheet, 3, "单位代码", unit.code(), "cover.unit_code");
        line(sheet, 4, "报告期", period.label().zh(), "cover.period");
        line(sheet, 5, "填报人", person(unit, 0), "cover.prepared_by");
        line(sheet, 6, "审核人", person(unit, 1), "cover.approved_by");
        sheet.put(7, 0, "填报日期", LABEL);
        sheet.put(7, 1, preparedOn, DAY, "cover.prepared_on");
        sheet.span(9, 0, 9, 1, "注：请于季后次月10日前报送；合计、总计应与各分项一致。", NOTE);
        return sheet;
    }

    /** Without names of persons. */
    static SampleSheet plain(String title, String note, SampleUnit unit, Period period, LocalDate preparedOn) {
        SampleSheet sheet = new SampleSheet(ReturnBook.COVER, 16, 36);
        sheet.span(0, 0, 0, 1, title, TITLE);
        line(sheet, 2, "填报单位", unit.name(), "cover.unit_name");
        line(sheet, 3, "单位代码", unit.code(), "cover.unit_code");
        line(sheet, 4, "报告期", period.label().zh(), "cover.period");
        sheet.put(5, 0, "填报日期", LABEL);
        sheet.put(5, 1, preparedOn, DAY, "cover.prepared_on");
        sheet.span(7, 0, 7, 1, note, NOTE);
        return sheet;
    }

    private static void line(SampleSheet sheet, int row, String label, String value, String key) {
        sheet.put(row, 0, label, LABEL);
        sheet.put(row, 1, value, TEXT, key);
    }

    private static String person(SampleUnit unit, int which) {
        Dice dice = new Dice(which, unit.code());
        return dice.pick(SURNAMES) + dice.pick(NAMES);
    }
}
