package org.jibao.sample;

import java.io.IOException;
import java.util.List;
import org.jibao.calendar.Period;

/** A return without fault from any number of units, for whoever needs many. */
public final class TypicalReturn {

    private static final Period PERIOD = County.LAST;

    private TypicalReturn() {}

    /** The same code and name give the same bytes. */
    public static byte[] xlsx(String code, String name) throws IOException {
        return xlsx(code, name, County.SEED);
    }

    /** What the same unit sends an hour later, with other figures. */
    public static byte[] revised(String code, String name) throws IOException {
        return xlsx(code, name, County.SEED + 1);
    }

    private static byte[] xlsx(String code, String name, long seed) throws IOException {
        SampleUnit unit = new SampleUnit(code, name, "township", List.of());
        Figures figures = new Stories(seed, List.of(unit), List.of(PERIOD), (any, period) -> false).of(unit, PERIOD);
        SampleBook book = ReturnBook.of(unit, PERIOD, figures, Desk.FRIDAY);
        ReturnBook.mark(book, unit, PERIOD);
        return BookWriter.xlsx(book);
    }

    /** What the unit calls the file. */
    public static String fileName(String name) {
        return name + "_" + PERIOD.label().zh() + ".xlsx";
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
        return Desk.FRIDAY + "T09:00:00+08:00";
    }
}
