package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Two quarters of the county's assessment: the county's office sends a plan and its reviews, the units what they
 * published. One unit publishes nothing in either quarter, one sends nothing in the last, and one
 * names an obligation that nobody gave it.
 */
final class AssessmentCounty {

    /** Inside {@code sample-data/}. */
    static final String FOLDER = "county/assessment";

    static final List<Period> PERIODS = List.of(County.LAST.previous(), County.LAST);

    private static final SampleUnit OFFICE = new SampleUnit("QL000", "青岚县", "county", List.of());

    private static final String NOTHING_PUBLISHED = "QL320";
    private static final String SILENT = "QL321";

    private static final String UNPLANNED = "QL107";

    private static final Named PLAN = new Named("assessment_plan", "考核计划");
    private static final Named REVIEW = new Named("assessment_review", "核查与加分");
    private static final Named PUBLISHED = new Named("assessment_published", "公开情况");

    private static final List<Named> PLAN_FIELDS = Named.list(
            "number",
            "任务编号",
            "obliged",
            "责任单位",
            "item",
            "公开事项",
            "due_rule",
            "时限规则",
            "days",
            "日或工作日数",
            "channel",
            "公开渠道");
    private static final List<Named> REVIEW_FIELDS =
            Named.list("obliged", "被核查单位", "kind", "情形", "found_on", "核查日期", "evidence", "依据");
    private static final List<Named> PUBLISHED_FIELDS = Named.list(
            "number",
            "任务编号",
            "month",
            "月份",
            "completed_on",
            "完成日期",
            "material_on",
            "材料报送日期",
            "published_on",
            "公开日期",
            "channel",
            "公开渠道");

    /** By the 6th of every month; the last two in their own time. */
    private static final List<String> MONTHLY = List.of("财政收支", "行政执法结果", "救助对象", "人事信息");

    private static final String COMPLETED = "政策解读";
    private static final String QUARTERLY = "统计数据";

    private static final WorkingDays DAYS = WorkingDays.china();

    private final List<SampleUnit> units;

    AssessmentCounty(List<SampleUnit> units) {
        this.units = units;
    }

    /** Who owes: the office first, then all others. */
    List<SampleUnit> units() {
        List<SampleUnit> all = new ArrayList<>(List.of(OFFICE));
        all.addAll(units);
        return all;
    }

    List<Sent> files() throws IOException {
        List<Sent> files = new ArrayList<>();
        for (Period period : PERIODS) {
            files.add(office(period));
            for (SampleUnit unit : units) {
                if (!unit.code().equals(SILENT) || !period.equals(County.LAST)) {
                    files.add(sent(unit, period, List.of(published(unit, period))));
                }
            }
        }
        return files;
    }

    /** The plan comes once and holds on. */
    private Sent office(Period period) throws IOException {
        List<SampleSheet> sheets = new ArrayList<>();
        if (period.equals(PERIODS.get(0))) {
            sheets.add(EntriesSheet.of(PLAN, PLAN_FIELDS, OFFICE.name(), period, plan()));
        }
        sheets.add(EntriesSheet.of(REVIEW, REVIEW_FIELDS, OFFICE.name(), period, review(period)));
        return sent(OFFICE, period, sheets);
    }

    private List<Map<String, Object>> plan() {
        List<Map<String, Object>> plan = new ArrayList<>();
        for (SampleUnit unit : units) {
            for (String item : MONTHLY) {
                plan.add(obligation(unit, item, "每月", 6));
            }
            plan.add(obligation(unit, COMPLETED, "完成后", 5));
            plan.add(obligation(unit, QUARTERLY, "每季", null));
        }
        return plan;
    }

    private static Map<String, Object> obligation(SampleUnit unit, String item, String rule, @Nullable Integer days) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "number",
                number(unit, item),
                "obliged",
                unit.name(),
                "item",
                item,
                "due_rule",
                rule,
                "channel",
                "政府网站"));
        if (days != null) {
            row.put("days", days);
        }
        return row;
    }

    private static String number(SampleUnit unit, String item) {
        int place = item.equals(COMPLETED) ? 5 : item.equals(QUARTERLY) ? 6 : MONTHLY.indexOf(item) + 1;
        return unit.code() + "-" + place;
    }

    private List<Map<String, Object>> review(Period period) {
        LocalDate day = period.start().plusDays(40);
        return List.of(
                Map.of("obliged", "青岚县教育局", "kind", "不规范", "found_on", day, "evidence", "附件无法打开"),
                Map.of("obliged", units.get(4).name(), "kind", "不规范", "found_on", day, "evidence", "标题与正文不符"),
                Map.of("obliged", units.get(0).name(), "kind", "上级表彰", "found_on", day, "evidence", "市政府办公室通报表扬"),
                Map.of("obliged", units.get(7).name(), "kind", "典型经验", "found_on", day, "evidence", "做法在全市推广"));
    }

    private SampleSheet published(SampleUnit unit, Period period) {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (!unit.code().equals(NOTHING_PUBLISHED)) {
            Dice dice = new Dice(County.SEED, "assessment" + unit.code() + period.code());
            MONTHLY.forEach(item -> months(dice, unit, period, item, rows));
            completed(dice, unit, period, rows);
            if (dice.chance(95)) {
                LocalDate day = DAYS.onOrAfter(period.end().minusDays(dice.between(1, 20)));
                rows.add(row(unit, QUARTERLY, day, dice));
            }
            if (unit.code().equals(UNPLANNED) && period.equals(County.LAST)) {
                Map<String, Object> row = row(unit, QUARTERLY, DAYS.onOrAfter(period.start()), dice);
                row.put("number", unit.code() + "-9");
                rows.add(row);
            }
        }
        return EntriesSheet.of(PUBLISHED, PUBLISHED_FIELDS, unit.name(), period, rows);
    }

    private static void months(Dice dice, SampleUnit unit, Period period, String item, List<Map<String, Object>> rows) {
        for (int month = 0; month < 3; month++) {
            LocalDate first = period.start().plusMonths(month);
            if (dice.chance(95)) {
                LocalDate due = DAYS.onOrAfter(first.plusDays(5));
                LocalDate day =
                        dice.chance(88) ? due.minusDays(dice.between(0, 4)) : DAYS.plus(due, dice.between(1, 6));
                Map<String, Object> row = row(unit, item, day, dice);
                row.put("month", first.getMonthValue());
                row.put("material_on", dice.chance(96) ? day : DAYS.plus(due, 1));
                rows.add(row);
            }
        }
    }

    private static void completed(Dice dice, SampleUnit unit, Period period, List<Map<String, Object>> rows) {
        for (int i = 0; i < dice.between(1, 3); i++) {
            LocalDate completed = DAYS.onOrAfter(period.start().plusDays(dice.between(3, 70)));
            Map<String, Object> row = row(unit, COMPLETED, DAYS.plus(completed, dice.between(1, 6)), dice);
            row.put("completed_on", completed);
            rows.add(row);
        }
    }

    private static Map<String, Object> row(SampleUnit unit, String item, LocalDate day, Dice dice) {
        return new HashMap<>(Map.of(
                "number", number(unit, item), "published_on", day, "channel", dice.chance(97) ? "政府网站" : "政务微信"));
    }

    private static Sent sent(SampleUnit unit, Period period, List<SampleSheet> sheets) throws IOException {
        OffsetDateTime received =
                Receipt.onTime(new Dice(County.SEED, "assessment receipt" + unit.code() + period.code()), period);
        SampleBook book = new SampleBook();
        book.sheets().add(CoverSheet.plain("青岚县政务公开考核", "注：请于季后次月10日前报送。", unit, period, received.toLocalDate()));
        book.sheets().addAll(sheets);
        String path = "%s/%s_%s.xlsx"
                .formatted(period.code(), unit.name(), period.label().zh());
        return new Sent(unit.code(), period, path, BookWriter.xlsx(book), received, Expectation.ACCEPTED);
    }
}
