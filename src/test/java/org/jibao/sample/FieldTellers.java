package org.jibao.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.sample.FieldReturns.FieldJob;

/** The jobs from the field, and how their units count. */
final class FieldTellers {

    static final List<FieldJob> JOBS = List.of(
            new FieldJob(
                    "activities-training",
                    "2026H1",
                    FieldTellers::activities,
                    List.of("activities.total.leaflets", "activities.sums.total"),
                    List.of("activities.publicity.questions", "300余")),
            new FieldJob(
                    "subsidy-funds",
                    "2026Q3",
                    FieldTellers::subsidies,
                    List.of("subsidy_machines.total.subsidised", "subsidy_machines.sums.total"),
                    List.of("subsidy_machines.tillage.subsidised", "300余")),
            new FieldJob(
                    "self-check",
                    "2025",
                    FieldTellers::selfCheck,
                    List.of("self_check.teachers.reached", "self_check.at_most.each.reached.all"),
                    List.of("self_check.pupils.all", "xx")),
            new FieldJob(
                    "public-spending",
                    "2026-09",
                    FieldSpending::tell,
                    List.of("spending.total.outturn", "spending.sums.total"),
                    List.of("spending.special.outturn", "300余万元")),
            new FieldJob(
                    "key-fields",
                    "2026Q3",
                    FieldTellers::keyFields,
                    List.of("key_fields.total.items", "key_fields.sums.total"),
                    List.of("key_fields.welfare.items", "x")),
            new FieldJob(
                    "channels-venues",
                    "2025",
                    FieldTellers::channels,
                    List.of("venues.boards.number", "venues.sums.boards.number"),
                    List.of("views.website.views", "5万余次")),
            new FieldJob(
                    "rectification-visits",
                    "2026Q3",
                    FieldProblems::tell,
                    List.of(
                            "rectification.carried_in.total",
                            "rectification.sums.each.total",
                            "rectification.equals.carried_in_and_raised rectification.carried_out.total",
                            "rectification.carried.carried_in"),
                    List.of("visits.visited.households", "300余")));

    private FieldTellers() {}

    /** Publicity everywhere, training at every other unit; the register holds each event. */
    private static void activities(FieldStory story, Dice dice, int unit) {
        List<String> columns = List.of(
                "events", "departments", "staff", "leaflets", "booklets", "boards", "questions", "visitors", "issues");
        List<String> kinds = List.of("publicity", "training", "open_day", "other");
        List<String> names = List.of("政务公开集中宣传", "政务公开业务培训", "政府开放日", "政策进村入户");
        for (int i = 0; i < kinds.size(); i++) {
            int events = i == 0 ? 2 : (unit + i) % 2;
            int staff = 0;
            int visitors = 0;
            for (int n = 0; n < events; n++) {
                int present = dice.between(12, 40);
                int visited = i == 1 ? 0 : dice.between(40, 160);
                staff += present;
                visitors += visited;
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("name", names.get(i));
                entry.put("held_on", story.period().start().plusDays(20 + 40L * n + 7L * i));
                entry.put("kind", List.of("集中宣传", "业务培训", "政府开放日", "其他活动").get(i));
                entry.put("place", i == 0 ? "文化广场" : null);
                entry.put("staff", present);
                entry.put("visitors", visited);
                story.entry("activity_register", entry);
            }
            story.row(
                    "activities." + kinds.get(i),
                    columns,
                    events,
                    events * dice.between(2, 5),
                    staff,
                    visitors * 6,
                    events * dice.between(20, 60),
                    i == 1 ? 0 : events * 3,
                    visitors / 3,
                    visitors,
                    events * 2);
        }
        story.total("activities", kinds, columns);
    }

    /** Money and machines from the beginning of the year: what is paid grows from quarter to quarter. */
    private static void subsidies(FieldStory story, Dice dice, int unit) {
        List<String> money = List.of("planned", "paid", "balance");
        int share = 20 * quarter(story.period()) + 5 + 3 * (unit % 4);
        for (String source : List.of("central", "provincial", "county")) {
            int planned =
                    source.equals("county") ? unit % 2 * 5 : source.equals("central") ? 60 + 9 * unit : 18 + 2 * unit;
            BigDecimal paid = decimal(planned * share, 100, 3);
            BigDecimal plan = BigDecimal.valueOf(planned);
            story.row("subsidy_funds." + source, money, plan, paid, plan.subtract(paid));
        }
        story.total("subsidy_funds", List.of("central", "provincial", "county"), money);
        List<String> kinds = List.of("tillage", "planting", "plant_care", "harvesting", "processing", "power");
        List<Integer> plans = List.of(120, 12, 40, 24, 16, 30);
        List<String> sets = List.of("planned", "subsidised");
        for (int i = 0; i < kinds.size(); i++) {
            int planned = plans.get(i) + 3 * unit;
            story.row("subsidy_machines." + kinds.get(i), sets, planned, planned * (share + 2 * i) / 100);
        }
        story.total("subsidy_machines", kinds, sets);
        int applied = 150 + 20 * unit + 10 * quarter(story.period());
        int served = applied * (share - 2) / 100;
        story.put("subsidy_households.applied.households", applied);
        story.put("subsidy_households.served.households", served);
        story.put("subsidy_households.telephoned.households", served - (unit == 3 ? 4 : 0));
        story.put("subsidy_households.visited.households", served * dice.between(28, 42) / 100 + 1);
    }

    /** A little better each year; pupils' health stays below its target. */
    private static void selfCheck(FieldStory story, Dice dice, int unit) {
        int year = story.period().year() - 2024;
        List<String> columns = List.of("reached", "all");
        List<String> rows = List.of("teachers", "schools", "classes", "pupils");
        List<Integer> percent = List.of(44, 68, 64, 52);
        int size = 4 + unit % 3;
        List<Integer> all = List.of(22 * size, 2 * size, 9 * size, 310 * size);
        for (int i = 0; i < rows.size(); i++) {
            int reached = all.get(i) * (percent.get(i) + 3 * year + dice.between(0, 5)) / 100;
            // One that is off by one must be off its sum: all of the third unit's teachers have a degree.
            story.row("self_check." + rows.get(i), columns, i == 0 && unit == 2 ? all.get(i) : reached, all.get(i));
        }
        for (int n = 0; n <= unit % 3; n++) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("indicator", List.of("学生体质健康", "班额", "专任教师学历").get(n));
            entry.put("problem", List.of("体育课时不足", "起始年级班额偏大", "代课教师较多").get(n));
            entry.put("measure", List.of("开足体育课时", "调整招生片区", "选送进修").get(n));
            entry.put("deadline", story.period().end().plusDays(180));
            entry.put("done_on", n == 0 ? story.period().end().minusDays(10 + unit) : null);
            story.entry("self_check_problems", entry);
        }
    }

    /** Departments publish in the fields that they lead, townships a little in each. */
    private static void keyFields(FieldStory story, Dice dice, int unit) {
        List<String> columns = List.of("items", "in_time", "updated");
        List<String> fields = List.of(
                "approvals", "finance", "procurement", "welfare", "housing", "food_safety", "work_safety", "land");
        List<List<Integer>> led =
                List.of(List.of(1, 2), List.of(0), List.of(3, 4), List.of(5, 6), List.of(7), List.of(), List.of());
        for (int i = 0; i < fields.size(); i++) {
            boolean leads = unit < led.size() && led.get(unit).contains(i);
            int items = leads ? dice.between(40, 90) : unit >= 5 ? dice.between(2, 12) : 0;
            int inTime = dice.successes(items, 93);
            story.row("key_fields." + fields.get(i), columns, items, inTime, items / 5);
        }
        story.total("key_fields", fields, columns);
    }

    private static void channels(FieldStory story, Dice dice, int unit) {
        List<String> columns = List.of("national", "provincial", "municipal", "all");
        List<String> media = List.of("press", "sites", "specialist");
        int year = story.period().year() - 2024;
        for (int i = 0; i < media.size(); i++) {
            int national = i == 0 ? 0 : dice.between(0, 4);
            int provincial = dice.between(2, 9 + 3 * i);
            int municipal = dice.between(20, 60) + 40 * i + 10 * year;
            story.row(
                    "media." + media.get(i),
                    columns,
                    national,
                    provincial,
                    municipal,
                    national + provincial + municipal);
        }
        story.total("media", media, columns);
        int points = dice.between(4, 40);
        story.put("venues.reading_points.number", points);
        story.put("venues.reading_points.visits", points * dice.between(25, 60));
        List<String> boards = List.of("office_boards", "hall_boards", "street_boards");
        int all = 0;
        for (int i = 0; i < boards.size(); i++) {
            int number = dice.between(1, 5) + (unit >= 4 && i == 2 ? 6 : 0);
            story.put("venues." + boards.get(i) + ".number", number);
            all += number;
        }
        story.put("venues.boards.number", all);
        List<String> views = List.of("website", "wechat", "video");
        for (int i = 0; i < views.size(); i++) {
            story.put("views." + views.get(i) + ".views", dice.between(20_000, 90_000) / (i + 1) * (year + 2));
        }
        story.total("views", views, List.of("views"));
    }

    /** The day of the period's start that many days later. */
    static LocalDate day(Period period, int days) {
        return period.start().plusDays(days);
    }

    static int quarter(Period period) {
        return (period.end().getMonthValue() + 2) / 3;
    }

    static BigDecimal decimal(int over, int under, int places) {
        return new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.HALF_UP);
    }
}
