package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jibao.calendar.Period;

/** A return without fault from any number of units, for whoever needs many. */
public final class TypicalReturn {

    private static final Period PERIOD = County.LAST;

    private TypicalReturn() {}

    /** The same code and name give the same bytes. */
    public static byte[] xlsx(String code, String name) throws IOException {
        return xlsx(code, name, County.SEED);
    }

    /** What a unit sends quarter by quarter up to the last, as one story tells it. */
    public static Map<Period, byte[]> history(String code, String name, int quarters) throws IOException {
        SampleUnit unit = new SampleUnit(code, name, "township", List.of());
        List<Period> told = new ArrayList<>(
                Stream.iterate(PERIOD, Period::previous).limit(quarters).toList());
        Collections.reverse(told);
        Stories stories = new Stories(County.SEED, List.of(unit), told, (any, period) -> false);
        Map<Period, byte[]> history = new LinkedHashMap<>();
        for (Period period : told) {
            history.put(period, xlsx(unit, period, stories.of(unit, period)));
        }
        return history;
    }

    /** What the same unit sends an hour later, with other figures. */
    public static byte[] revised(String code, String name) throws IOException {
        return xlsx(code, name, County.SEED + 1);
    }

    private static byte[] xlsx(String code, String name, long seed) throws IOException {
        SampleUnit unit = new SampleUnit(code, name, "township", List.of());
        return xlsx(
                unit,
                PERIOD,
                new Stories(seed, List.of(unit), List.of(PERIOD), (any, period) -> false).of(unit, PERIOD));
    }

    private static byte[] xlsx(SampleUnit unit, Period period, Figures figures) throws IOException {
        SampleBook book = ReturnBook.of(unit, period, figures, day(period));
        ReturnBook.mark(book, unit, period);
        return BookWriter.xlsx(book);
    }

    /** The day on which a quarter's returns are made and come; of the last one it is {@link Desk#FRIDAY}. */
    private static LocalDate day(Period period) {
        return period.end().plusDays(9);
    }

    /** What the unit calls the file of the last quarter. */
    public static String fileName(String name) {
        return fileName(name, PERIOD);
    }

    /** What it calls that of any. */
    public static String fileName(String name, Period period) {
        return name + "_" + period.label().zh() + ".xlsx";
    }

    /** What it calls the file that it sends an hour later. */
    public static String revisedName(String name) {
        return name + "_" + PERIOD.label().zh() + "_修订.xlsx";
    }

    /** When that comes. */
    public static String revisedAt() {
        return Desk.FRIDAY + "T10:00:00+08:00";
    }

    /** As {@code received.csv} has it: on time. */
    public static String receivedAt() {
        return receivedAt(PERIOD);
    }

    /** The same of any quarter. */
    public static String receivedAt(Period period) {
        return day(period) + "T09:00:00+08:00";
    }
}
