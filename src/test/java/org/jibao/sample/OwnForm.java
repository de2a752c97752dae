package org.jibao.sample;

import java.util.List;

/**
 * The words of the form of {@link OwnReturn} in one language.
 *
 * @param folder inside {@code sample-data/own-return/}
 * @param cover the name of the first sheet
 * @param who the lines of the cover: unit, period, filled in by, telephone, date
 * @param period what the units write for the period
 * @param grid the name of the second sheet
 * @param events the rows but the total
 * @param columns the corner, the columns that are filled in, and the rate
 * @param register the name of the third sheet
 * @param fields its columns, the serial number first
 * @param answers yes and no
 * @param roster the name of the sheet that lists the units, and its columns
 * @param people who fills in the return, by unit
 * @param corrected what the name of a corrected file ends with
 * @param suggestions what visitors suggest
 */
record OwnForm(
        String folder,
        String title,
        String cover,
        List<String> who,
        String period,
        String note,
        String grid,
        List<String> events,
        String total,
        List<String> columns,
        String register,
        List<String> fields,
        List<String> answers,
        List<String> roster,
        List<SampleUnit> units,
        List<String> people,
        String corrected,
        List<String> suggestions) {

    static final OwnForm CHINESE = new OwnForm(
            "zh",
            "政府开放日活动情况季报表",
            "封面",
            List.of("填报单位", "填报期", "填表人", "联系电话", "填报日期"),
            "2026年第三季度",
            "注：季后15日前报送。",
            "活动情况",
            List.of("走进政务大厅", "走进机关", "线上开放", "座谈听证"),
            "合计",
            List.of("活动类型", "场次", "参加人数", "意见建议", "已答复", "答复率"),
            "意见建议台账",
            List.of("序号", "收到日期", "活动类型", "意见建议", "是否答复"),
            List.of("是", "否"),
            List.of("单位名单", "序号", "单位名称", "联系人", "联系电话"),
            List.of(unit("K01", "听松镇"), unit("K02", "揽月镇"), unit("K03", "照影街道"), unit("K04", "枕溪乡")),
            List.of("陈晓岚", "周文博", "许雅琴", "方国平"),
            "_更正",
            List.of("大厅增设老年人窗口", "公开办事所需时间", "公布路灯维修进度", "开放日多安排周末", "线上直播留存回放", "简化证明材料"));

    static final OwnForm ENGLISH = new OwnForm(
            "en",
            "Quarterly return on open days",
            "Cover",
            List.of("Council", "Quarter", "Completed by", "Telephone", "Date completed"),
            "Q3 2026",
            "Note: send by the 15th of the month after the quarter.",
            "Events",
            List.of("Service centre", "Offices", "Online", "Hearings"),
            "Total",
            List.of("Kind of event", "Events", "Visitors", "Suggestions", "Answered", "Answer rate"),
            "Suggestions received",
            List.of("No.", "Received on", "Kind of event", "Suggestion", "Answered"),
            List.of("Yes", "No"),
            List.of("Councils", "No.", "Council", "Contact", "Telephone"),
            List.of(
                    unit("K01", "Alderbrook Council"),
                    unit("K02", "Birchcombe Council"),
                    unit("K03", "Coldmere Council"),
                    unit("K04", "Dovercote Council")),
            List.of("R. Hale", "M. Osei", "J. Lind", "P. Novak"),
            "_corrected",
            List.of(
                    "A desk for older visitors",
                    "Show how long each service takes",
                    "Publish the repair of street lights",
                    "More open days on weekends",
                    "Keep the online events as recordings",
                    "Ask for fewer certificates"));

    private static SampleUnit unit(String code, String name) {
        return new SampleUnit(code, name, "unit", List.of());
    }
}
