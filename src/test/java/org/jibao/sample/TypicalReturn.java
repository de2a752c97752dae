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
        SampleUnit unit = new SampleUnit(code, name, "township", List.of());
        Figures figures =
                new Stories(County.SEED, List.of(unit), List.of(PERIOD), (any, period) -> false).of(unit, PERIOD);
        SampleBook book = ReturnBook.of(unit, PERIOD, figures, Desk.FRIDAY);
        ReturnBook.mark(book, unit, PERIOD);
        return BookWriter.xlsx(book);
    }

    /** What the unit calls the file. */
    public static String fileName(String name) {
        return name + "_" + PERIOD.label().zh() + ".xlsx";
    }

    /** As {@code received.csv} has it: on time. */
    public static String receivedAt() {
        return Desk.FRIDAY + "T09:00:00+08:00";
    }
}
