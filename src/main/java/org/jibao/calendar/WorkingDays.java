package org.jibao.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The working days of the People's Republic of China with 调休: weekdays, less holidays, plus the weekend days that are
 * worked instead. Source: the yearly notices of the General Office of the State Council (国务院办公厅关于节假日安排的通知).
 *
 * <p>Every question is answered from a day's ordinal, the number of working days up to and including it: the weekdays
 * by arithmetic, and what the holidays add and take away by a sum kept for each day of the calendar.
 */
public final class WorkingDays {

    /** The day before Monday 1969-12-29, from which weekdays are counted. */
    private static final long SUNDAY = LocalDate.of(1969, 12, 28).toEpochDay();

    private final long firstDay;
    private final int[] adjustments;
    private final Set<Integer> years = new HashSet<>();

    private WorkingDays(TreeMap<LocalDate, Boolean> exceptions) {
        firstDay = exceptions.isEmpty() ? 0 : exceptions.firstKey().toEpochDay();
        long lastDay = exceptions.isEmpty() ? 0 : exceptions.lastKey().toEpochDay();
        adjustments = new int[Math.toIntExact(lastDay - firstDay + 1)];
        exceptions.forEach(this::adjust);
        for (int day = 1; day < adjustments.length; day++) {
            adjustments[day] += adjustments[day - 1];
        }
    }

    private void adjust(LocalDate date, boolean working) {
        long day = date.toEpochDay();
        int weekday = (int) (weekdays(day) - weekdays(day - 1));
        adjustments[(int) (day - firstDay)] = (working ? 1 : 0) - weekday;
        // A notice reaches back into the last days of the year before: those alone do not make that year known.
        if (date.getMonth() != Month.DECEMBER) {
            years.add(date.getYear());
        }
    }

    /** The calendar in the distribution, read once. */
    public static WorkingDays china() {
        return Shipped.CALENDAR;
    }

    private static WorkingDays shipped() {
        try (InputStream stream = Objects.requireNonNull(
                WorkingDays.class.getResourceAsStream("holidays-cn.csv"), "holidays-cn.csv is not in the jar")) {
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads {@code date,name,day} with a header line; {@code day} is {@code off} or {@code work}.
     *
     * @throws IllegalArgumentException for a line that is neither, naming the line
     */
    public static WorkingDays read(InputStream csv) throws IOException {
        TreeMap<LocalDate, Boolean> exceptions = new TreeMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8));
        reader.readLine();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] parts = line.split(",", -1);
            if (parts.length != 3 || !(parts[2].equals("off") || parts[2].equals("work"))) {
                throw new IllegalArgumentException("not a line of a holiday calendar: " + line);
            }
            exceptions.put(LocalDate.parse(parts[0]), parts[2].equals("work"));
        }
        return new WorkingDays(exceptions);
    }

    public boolean isWorkingDay(LocalDate date) {
        long day = date.toEpochDay();
        return ordinal(day) > ordinal(day - 1);
    }

    /** Whether the calendar knows the year's holidays; otherwise Monday to Friday are taken and a warning is due. */
    public boolean covers(int year) {
        return years.contains(year);
    }

    /** The years from one date's to the other's, both included, that the calendar does not cover. */
    public List<Integer> yearsWithoutCalendar(LocalDate from, LocalDate to) {
        if (from.getYear() == to.getYear() && covers(from.getYear())) {
            return List.of();
        }
        return IntStream.rangeClosed(from.getYear(), to.getYear())
                .filter(year -> !covers(year))
                .boxed()
                .toList();
    }

    public LocalDate onOrAfter(LocalDate date) {
        return plus(date.minusDays(1), 1);
    }

    /** The n-th working day after the date; counting starts on the next day. With 0 or less the date itself. */
    public LocalDate plus(LocalDate date, int workingDays) {
        long day = date.toEpochDay();
        long target = ordinal(day) + workingDays;
        // No day counts for more than one, so a jump by what is missing never passes the day sought.
        for (long missing = workingDays; missing > 0; missing = target - ordinal(day)) {
            day += missing;
        }
        return LocalDate.ofEpochDay(day);
    }

    /**
     * The number of working days after {@code from} up to and including {@code to}; negative where {@code to} is the
     * earlier. So {@code between(date, plus(date, n)) == n}.
     */
    public int between(LocalDate from, LocalDate to) {
        return Math.toIntExact(ordinal(to.toEpochDay()) - ordinal(from.toEpochDay()));
    }

    private long ordinal(long day) {
        long index = Math.min(day - firstDay, adjustments.length - 1L);
        return weekdays(day) + (index < 0 ? 0 : adjustments[(int) index]);
    }

    private static long weekdays(long day) {
        long days = day - SUNDAY;
        return Math.floorDiv(days, 7) * 5 + Math.min(Math.floorMod(days, 7), 5);
    }

    /** Read when it is first asked for. */
    private static final class Shipped {

        private static final WorkingDays CALENDAR = shipped();
    }
}
