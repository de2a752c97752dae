package org.jibao.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;

/**
 * 依申请公开台账: the requests behind a quarter's table 2, one by one. What is carried in came late in the quarter before and
 * what is carried out late in this one, so that nothing is overdue but what is meant to be.
 */
final class RequestEntries {

    static final Named FORM = new Named("request_register", "依申请公开台账");

    static final List<Named> FIELDS = Named.list(
            "number", "编号",
            "applicant", "申请人",
            "applicant_kind", "申请人类别",
            "received_on", "收到日期",
            "received_by", "收到方式",
            "correction_asked_on", "补正通知日期",
            "correction_received_on", "补正收到日期",
            "third_party_from", "征求第三方起",
            "third_party_to", "征求第三方止",
            "extended", "是否延期",
            "answered_on", "答复日期",
            "outcome", "答复类型",
            "status", "状态");

    private static final WorkingDays DAYS = WorkingDays.china();
    private static final List<String> WAYS = List.of("当面", "信函", "传真", "网络", "其他");
    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "周", "吴", "徐");

    private final Dice dice;
    private final Period period;
    private final Figures figures;
    private final List<Map<String, Object>> entries = new ArrayList<>();

    private RequestEntries(Dice dice, Period period, Figures figures) {
        this.dice = dice;
        this.period = period;
        this.figures = figures;
    }

    /** @param late whether the first request of the quarter is answered after the limit */
    static List<Map<String, Object>> of(Dice dice, Period period, Figures figures, boolean late) {
        RequestEntries register = new RequestEntries(dice, period, figures);
        Labels.parts(Labels.APPLICANTS).forEach(register::applicant);
        register.entries.sort(Comparator.comparing(entry -> (LocalDate) entry.get("received_on")));
        for (int i = 0; i < register.entries.size(); i++) {
            register.entries.get(i).put("number", "〔%d〕%d-%d号".formatted(period.year(), period.index(), i + 1));
        }
        if (late) {
            register.delay();
        }
        return register.entries;
    }

    private void applicant(String applicant) {
        int carriedIn = figures.count(RequestsStory.key("carried_in", applicant));
        int received = figures.count(RequestsStory.key("received", applicant));
        int open = figures.count(RequestsStory.key("carried_out", applicant));
        List<String> outcomes = outcomes(applicant);
        for (int i = 0; i < carriedIn + received; i++) {
            Map<String, Object> entry = new HashMap<>();
            entry.put("applicant", name(applicant));
            entry.put("applicant_kind", Labels.zh(Labels.APPLICANTS, applicant));
            entry.put("received_by", WAYS.get(dice.weighted(12, 18, 1, 66, 3)));
            if (i >= carriedIn + received - open) {
                pending(entry);
            } else {
                LocalDate before = period.start().minusDays(dice.between(1, 18));
                handled(entry, i < carriedIn ? before : null, outcomes.get(i));
            }
            entries.add(entry);
        }
    }

    private List<String> outcomes(String applicant) {
        List<String> outcomes = new ArrayList<>();
        for (String outcome : Named.ids(Labels.OUTCOMES)) {
            outcomes.addAll(Collections.nCopies(figures.count(RequestsStory.key(outcome, applicant)), outcome));
        }
        return outcomes;
    }

    private String name(String applicant) {
        String surname = dice.pick(SURNAMES);
        return applicant.equals("natural")
                ? surname + "某"
                : "青岚" + surname + "氏" + Labels.zh(Labels.APPLICANTS, applicant);
    }

    private void pending(Map<String, Object> entry) {
        LocalDate received = period.end().minusDays(dice.between(0, 20));
        entry.put("received_on", received);
        boolean unclear = dice.chance(20) && !DAYS.plus(received, 3).isAfter(period.end());
        if (unclear) {
            entry.put("correction_asked_on", DAYS.plus(received, dice.between(1, 3)));
        }
        entry.put("status", unclear ? "等待补正" : "在办");
    }

    private void handled(
            Map<String, Object> entry, @org.jspecify.annotations.Nullable LocalDate carried, String outcome) {
        int needed = dice.between(3, 19);
        LocalDate received = carried == null ? receivedBefore(needed + 10) : carried;
        LocalDate counted = received;
        if (outcome.equals("unavailable_unclear") || carried == null && dice.chance(5)) {
            LocalDate asked = DAYS.plus(received, dice.between(1, 3));
            counted = DAYS.plus(asked, dice.between(1, 6));
            entry.put("correction_asked_on", asked);
            entry.put("correction_received_on", counted);
        } else if (outcome.equals("refused_third_party")) {
            entry.put("third_party_from", DAYS.plus(received, 1));
            entry.put("third_party_to", DAYS.plus(received, 3));
        } else if (carried != null && dice.chance(30)) {
            entry.put("extended", "是");
            needed += 10;
        }
        entry.put("received_on", received);
        LocalDate answered = DAYS.plus(counted, needed);
        entry.put("answered_on", answered.isBefore(period.start()) ? DAYS.plus(period.start(), 1) : answered);
        entry.put("outcome", label(outcome));
        entry.put("status", "已答复");
    }

    private LocalDate receivedBefore(int needed) {
        LocalDate received = period.start().plusDays(dice.between(0, 60));
        while (DAYS.plus(received, needed).isAfter(period.end())) {
            received = received.minusDays(7);
        }
        return received.isBefore(period.start()) ? period.start() : received;
    }

    /** As the register prints it: without the number that the table's row begins with. */
    private static String label(String outcome) {
        String label = Labels.zh(Labels.OUTCOMES, outcome).replaceFirst("^(（.）|\\d\\.)", "");
        int remark = label.indexOf('（');
        return remark < 0 ? label : label.substring(0, remark);
    }

    /** The first that was received in the quarter and answered: 23 working days after it was received. */
    private void delay() {
        Map<String, Object> entry = entries.get(delayed(entries, period) - 1);
        entry.keySet()
                .removeAll(List.of(
                        "correction_asked_on",
                        "correction_received_on",
                        "third_party_from",
                        "third_party_to",
                        "extended"));
        entry.put("received_on", period.start());
        entry.put("answered_on", DAYS.plus(period.start(), 23));
    }

    /** Which entry, from 1, is answered late where one is. */
    static int delayed(List<Map<String, Object>> entries, Period period) {
        for (int i = 0; i < entries.size(); i++) {
            boolean old = ((LocalDate)
                            java.util.Objects.requireNonNull(entries.get(i).get("received_on")))
                    .isBefore(period.start());
            if (!old && entries.get(i).containsKey("answered_on")) {
                return i + 1;
            }
        }
        throw new IllegalStateException("nothing was received and answered in " + period.code());
    }
}
