package org.jibao.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A job's cron expression as the values that each of its places takes: what every other scheduler can be told.
 *
 * @param weekdays 0 to 6 from Sunday on
 */
record CronFields(Field seconds, Field minutes, Field hours, Field days, Field months, Field weekdays) {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /** @param every whether it takes all values that there are */
    record Field(SortedSet<Integer> values, boolean every) {}

    /** @param expression one that {@code job.yaml} may have: six places, checked when the folder was read */
    static CronFields of(String expression) {
        String[] parts = expression.strip().split("\\s+");
        return new CronFields(
                field(parts[0], 0, 59, List.of()),
                field(parts[1], 0, 59, List.of()),
                field(parts[2], 0, 23, List.of()),
                field(parts[3], 1, 31, List.of()),
                field(parts[4], 1, 12, MONTHS),
                sundayIsZero(field(parts[5], 0, 7, WEEKDAYS)));
    }

    private static Field field(String part, int least, int most, List<String> names) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String item : part.split(",", -1)) {
            String[] range = item.split("/", -1);
            int from = least;
            int to = most;
            if (!range[0].equals("*") && !range[0].equals("?")) {
                String[] ends = range[0].split("-", -1);
                from = number(ends[0], least, names);
                to = ends.length > 1 ? number(ends[1], least, names) : range.length > 1 ? most : from;
            }
            int step = range.length > 1 ? Integer.parseInt(range[1]) : 1;
            for (int value = from; value <= to; value += step) {
                values.add(value);
            }
        }
        return new Field(values, values.size() == most - least + 1);
    }

    private static int number(String word, int least, List<String> names) {
        int index = names.indexOf(word.toUpperCase(Locale.ROOT));
        return index >= 0 ? least + index : Integer.parseInt(word);
    }

    private static Field sundayIsZero(Field weekdays) {
        SortedSet<Integer> values = new TreeSet<>();
        weekdays.values().forEach(day -> values.add(day % 7));
        return new Field(values, values.size() == 7);
    }

    /** The times of a day, as hour, minute and second. */
    List<java.time.LocalTime> times() {
        List<java.time.LocalTime> times = new ArrayList<>();
        for (int hour : hours.values()) {
            for (int minute : minutes.values()) {
                for (int second : seconds.values()) {
                    times.add(java.time.LocalTime.of(hour, minute, second));
                }
            }
        }
        return times;
    }
}
