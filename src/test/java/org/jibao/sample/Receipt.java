package org.jibao.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jibao.calendar.DueRule;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;

/** When returns come in. Due is the 10th of the month after the quarter, moved to the next working day. */
final class Receipt {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DueRule RULE = new DueRule(10, DueRule.Shift.NEXT_WORKING_DAY);
    private static final WorkingDays WORKING_DAYS = WorkingDays.china();

    private Receipt() {}

    static LocalDate due(Period period) {
        return RULE.dueDate(period, WORKING_DAYS);
    }

    /** On a working day between the quarter's end and the due date, in office hours. */
    static OffsetDateTime onTime(Dice dice, Period period) {
        List<LocalDate> days = period.end()
                .plusDays(1)
                .datesUntil(due(period).plusDays(1))
                .filter(WORKING_DAYS::isWorkingDay)
                .toList();
        return at(dice.pick(days), dice);
    }

    static OffsetDateTime late(Dice dice, Period period) {
        return at(WORKING_DAYS.plus(due(period), dice.between(1, 9)), dice);
    }

    static OffsetDateTime at(LocalDate day, Dice dice) {
        LocalTime time = LocalTime.of(dice.between(8, 17), dice.between(0, 59), dice.between(0, 59));
        return day.atTime(time).atOffset(CHINA);
    }
}
