package org.jibao.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The working days of the People's Republic of China with 调休: weekdays, less holidays, plus the weekend days that are
 * worked instead. Source: the yearly notices of the General Office of the State Council (国务院办公厅关于节假日安排的通知).
 */
public final class WorkingDays {

    private final Map<LocalDate, Boolean> exceptions;
    private final Set<Integer> years;

    private WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = exceptions;
        this.years = new TreeSet<>();
        exceptions.keySet().forEach(date -> years.add(date.getYear()));
    }

    /** The calendar in the distribution. */
    public static WorkingDays china() {
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
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
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
        Boolean exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the calendar knows the year's holidays; otherwise Monday to Friday are taken and a warning is due. */
    public boolean covers(int year) {
        return years.contains(year);
    }

    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The n-th working day after the date; counting starts on the next day. */
    public LocalDate plus(LocalDate date, int workingDays) {
        LocalDate day = date;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }
}
