package org.jibao.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jibao.calendar.RequestDates.Extension;
import org.jspecify.annotations.Nullable;

/** The clock once more, by walking through the days one at a time; shares no code with the one that is shipped. */
final class DayByDayOracle {

    private static final LocalDate SECOND_LAW = LocalDate.of(2019, 5, 15);
    private static final int GIVE_UP_AFTER = 3000;

    private final Set<String> holidays = new HashSet<>();
    private final Set<String> workedInstead = new HashSet<>();

    /** What is compared, in words. */
    record Outcome(@Nullable LocalDate due, @Nullable LocalDate extendedDue, int daysUsed, String standing) {}

    DayByDayOracle() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WorkingDays.class.getResourceAsStream("holidays-cn.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                (line.endsWith(",off") ? holidays : workedInstead).add(line.substring(0, 10));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean works(LocalDate day) {
        if (workedInstead.contains(day.toString())) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day.toString());
    }

    /** The n-th day that counts after the start; null if none of a few years is. */
    @Nullable
    LocalDate count(LocalDate start, int days, List<LocalDate[]> pauses) {
        LocalDate day = start;
        int counted = 0;
        for (int step = 0; step < GIVE_UP_AFTER; step++) {
            day = day.plusDays(1);
            counted += counts(day, pauses) ? 1 : 0;
            if (counted == days) {
                return day;
            }
        }
        return null;
    }

    int used(LocalDate start, LocalDate end, List<LocalDate[]> pauses) {
        return (int) start.plusDays(1)
                .datesUntil(end.isAfter(start) ? end.plusDays(1) : start.plusDays(1))
                .filter(day -> counts(day, pauses))
                .count();
    }

    private boolean counts(LocalDate day, List<LocalDate[]> pauses) {
        return works(day) && pauses.stream().noneMatch(pause -> day.isAfter(pause[0]) && !day.isAfter(pause[1]));
    }

    /** Judges dates that do not contradict each other, all of them known on the day judged. */
    Outcome judge(RequestDates dates, LocalDate asOf) {
        boolean second = !dates.received().isBefore(SECOND_LAW);
        LocalDate answered = dates.answered();
        LocalDate asked = dates.correctionAsked();
        LocalDate returned = dates.correctionReturned();
        LocalDate never = answered == null ? LocalDate.of(9999, 1, 1) : answered;
        List<LocalDate[]> pauses = second
                ? dates.consultations().stream()
                        .map(each -> new LocalDate[] {each.from(), each.to() == null ? never : each.to()})
                        .toList()
                : List.of();
        if (second && asked != null && returned == null) {
            return new Outcome(
                    null,
                    null,
                    used(dates.received(), asked, pauses),
                    answered == null ? "AWAITING_CORRECTION" : "IN_TIME");
        }
        LocalDate start = second && returned != null ? returned : dates.received();
        int days = second ? 20 : 15;
        LocalDate due = count(start, days, pauses);
        Extension extension = dates.extension();
        boolean lawful = extension != null
                && (extension.notified() == null
                        || due == null
                        || extension.notified().compareTo(due) <= 0);
        LocalDate extendedDue = lawful ? count(start, 2 * days, pauses) : null;
        LocalDate last = lawful ? extendedDue : due;
        LocalDate end = answered == null ? asOf : answered;
        boolean past = last != null && end.compareTo(last) > 0;
        String standing = answered == null ? (past ? "OVERDUE" : "OPEN") : (past ? "LATE" : "IN_TIME");
        return new Outcome(due, extendedDue, used(start, end, pauses), standing);
    }
}
