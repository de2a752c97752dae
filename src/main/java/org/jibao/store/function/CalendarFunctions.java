package org.jibao.store.function;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DATE;
import static org.duckdb.DuckDBColumnType.INTEGER;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jibao.calendar.WorkingDays;

/**
 * The calendar with 调休 as functions of SQL: {@code working_days_between(from, to)}, the working days after {@code from}
 * up to and including {@code to}; {@code working_day_after(date, days)}, the n-th one after the date; and {@code
 * calendar_covers(year)}. NULL for NULL. Numbers are taken as BIGINT, which is what {@code year()} and counts give.
 */
public final class CalendarFunctions {

    private CalendarFunctions() {}

    public static void register(Connection connection) throws SQLException {
        JavaFunction between = CalendarFunctions::between;
        JavaFunction after = CalendarFunctions::after;
        JavaFunction covers = CalendarFunctions::covers;
        between.register(connection, "working_days_between", INTEGER, DATE, DATE);
        after.register(connection, "working_day_after", DATE, DATE, BIGINT);
        covers.register(connection, "calendar_covers", BOOLEAN, BIGINT);
    }

    private static void between(Arguments arguments, long row, Result result) {
        LocalDate from = arguments.date(0, row);
        LocalDate to = arguments.date(1, row);
        result.integer(from == null || to == null ? null : calendar().between(from, to));
    }

    private static void after(Arguments arguments, long row, Result result) {
        LocalDate date = arguments.date(0, row);
        Long days = arguments.number(1, row);
        result.date(date == null || days == null ? null : calendar().plus(date, Math.toIntExact(days)));
    }

    private static void covers(Arguments arguments, long row, Result result) {
        Long year = arguments.number(0, row);
        result.flag(year == null ? null : calendar().covers(Math.toIntExact(year)));
    }

    /** Read when it is first asked for: most runs open the store to find nothing new. */
    static WorkingDays calendar() {
        return Loaded.CHINA;
    }

    private static final class Loaded {
        static final WorkingDays CHINA = WorkingDays.china();
    }
}
