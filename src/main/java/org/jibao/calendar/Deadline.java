package org.jibao.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;

/**
 * How a day stands to a period's due date.
 *
 * @param due the last day on which a return is in time
 * @param closes the last day on which one is still taken
 * @param days from today to the due date, negative once it is past
 * @param workingDays of these: those after today up to and including the due date, or after the due date up to today
 *     (then negative); never more than {@code days}
 */
public record Deadline(LocalDate due, LocalDate closes, LocalDate today, long days, int workingDays) {

    private static final Wording WORDS = Wording.of(Deadline.class);

    public static Deadline of(LocalDate due, LocalDate closes, LocalDate today, WorkingDays calendar) {
        return new Deadline(due, closes, today, ChronoUnit.DAYS.between(today, due), calendar.between(today, due));
    }

    public boolean isPast() {
        return days < 0;
    }

    public boolean isClosed() {
        return today.isAfter(closes);
    }

    /** Days left or overdue, in calendar days and in working days. */
    public Text words() {
        if (days == 0) {
            return WORDS.text("deadline.today");
        }
        long count = Math.abs(days);
        int working = Math.abs(workingDays);
        return isPast() ? WORDS.text("deadline.overdue", count, working) : WORDS.text("deadline.left", count, working);
    }

    /** The same in calendar days alone, for a narrow column. */
    public Text shortWords() {
        if (days == 0) {
            return words();
        }
        long count = Math.abs(days);
        return isPast() ? WORDS.text("deadline.overdue-short", count) : WORDS.text("deadline.left-short", count);
    }
}
