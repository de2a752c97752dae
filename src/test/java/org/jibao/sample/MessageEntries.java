package org.jibao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;

/** 互动办件台账: the messages and cases behind a quarter's table 3, one by one. */
final class MessageEntries {

    static final Named FORM = new Named("message_register", "互动办件台账");

    static final List<Named> FIELDS = Named.list(
            "number", "编号",
            "kind", "类别",
            "person", "诉求人",
            "telephone", "联系电话",
            "subject", "事项",
            "received_on", "收到日期",
            "valid", "是否有效",
            "promised_days", "承诺工作日",
            "statutory_days", "法定工作日",
            "answered_on", "答复日期",
            "closed_on", "办结日期",
            "rating", "满意度");

    private static final WorkingDays DAYS = WorkingDays.china();

    private static final List<String> SUBJECTS = List.of(
            "咨询农村危房改造补助申请条件",
            "反映村道路灯不亮",
            "咨询城乡居民医保缴费期限",
            "反映小区供水压力不足",
            "咨询不动产登记所需材料",
            "反映施工噪声扰民",
            "建议增加校车班次",
            "咨询惠农补贴发放时间");

    private final Dice dice;
    private final Period period;
    private final Figures figures;
    private final List<Map<String, Object>> entries = new ArrayList<>();

    private MessageEntries(Dice dice, Period period, Figures figures) {
        this.dice = dice;
        this.period = period;
        this.figures = figures;
    }

    static List<Map<String, Object>> of(Dice dice, Period period, Figures figures) {
        MessageEntries register = new MessageEntries(dice, period, figures);
        Labels.parts(Labels.RESPONSES).forEach(register::kind);
        register.entries.sort(Comparator.comparing(entry -> (LocalDate) entry.get("received_on")));
        for (int i = 0; i < register.entries.size(); i++) {
            register.entries.get(i).put("number", "%d%d%05d".formatted(period.year(), period.index(), i + 1));
        }
        return register.entries;
    }

    private void kind(String kind) {
        int received = count(kind, "received");
        int valid = count(kind, "valid");
        int inTime = count(kind, "answered_in_time");
        int late = count(kind, "answered_late");
        int closed = count(kind, "closed");
        for (int i = 0; i < received; i++) {
            Map<String, Object> entry = entry(kind, i < valid);
            entries.add(entry);
            // The late ones come first, as all of these were closed.
            boolean answeredLate = i < late;
            boolean early = i < closed && i >= closed - count(kind, "closed_early");
            dates(entry, kind, answeredLate, i < late + inTime, i < closed, early);
            if (i < count(kind, "rated")) {
                entry.put("rating", i < count(kind, "satisfied") ? "满意" : dice.pick(List.of("基本满意", "不满意")));
            }
        }
    }

    private Map<String, Object> entry(String kind, boolean valid) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("kind", Labels.zh(Labels.RESPONSES, kind));
        entry.put("subject", dice.pick(SUBJECTS));
        entry.put("valid", valid ? "是" : "否");
        entry.put("promised_days", promised(kind));
        entry.put("statutory_days", statutory(kind));
        return entry;
    }

    private void dates(
            Map<String, Object> entry, String kind, boolean late, boolean answered, boolean closed, boolean early) {
        int promised = promised(kind);
        int closing = early ? dice.between(1, promised - 1) : promised + dice.between(0, 2);
        int answering = late ? statutory(kind) + 1 : dice.between(1, Math.min(promised, closing));
        int needed = Math.max(closed ? closing : 0, answered ? answering : 0);
        LocalDate received = received(needed);
        entry.put("received_on", received);
        if (answered) {
            entry.put("answered_on", DAYS.plus(received, answering));
        }
        if (closed) {
            entry.put("closed_on", DAYS.plus(received, closing));
        }
    }

    /** A working day of the quarter with so many more to come in it. */
    private LocalDate received(int needed) {
        LocalDate day = period.start().plusDays(dice.between(0, 91));
        while (!DAYS.isWorkingDay(day) || DAYS.plus(day, needed).isAfter(period.end())) {
            day = day.minusDays(1);
            if (day.isBefore(period.start())) {
                return period.start();
            }
        }
        return day;
    }

    private int count(String kind, String column) {
        return figures.count("responses." + kind + "." + column);
    }

    private static int promised(String kind) {
        return kind.equals("message") ? 10 : kind.equals("petition") ? 30 : 5;
    }

    private static int statutory(String kind) {
        return kind.equals("hotline") ? 10 : kind.equals("petition") ? 60 : 15;
    }
}
