package org.jibao.store.function;

import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DATE;
import static org.duckdb.DuckDBColumnType.INTEGER;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.duckdb.DuckDBColumnType;
import org.jibao.calendar.RequestClock;
import org.jibao.calendar.RequestDates;
import org.jibao.calendar.RequestDates.Consultation;
import org.jibao.calendar.RequestDates.Extension;
import org.jibao.calendar.Standing;
import org.jibao.calendar.StatutoryClock;

/**
 * The statutory clock of a request as functions of SQL, {@code request_…(received, correction_asked,
 * correction_received, third_party_from, third_party_to, extended, answered, as_of)}. {@link StatutoryClock} alone
 * judges; here its words become SQL's:
 *
 * <ul>
 *   <li>{@code request_standing}: {@code in_time}, {@code late}, {@code open}, {@code overdue}, {@code
 *       awaiting_correction}, {@code unclear}
 *   <li>{@code request_last_day}: the last day for the answer, with a lawful extension; NULL while the clock stands still
 *   <li>{@code request_days_used}, {@code request_limit}: working days
 *   <li>{@code request_contradiction}: id of the first contradiction of its dates, such as {@code answer_before_receipt}
 * </ul>
 *
 * <p>Without {@code received} or {@code as_of} all are NULL; of an unclear request all but the first and the last are.
 * Any other argument may be NULL, for not (yet); an opinion received without the day it was sought stops no clock.
 */
public final class RequestFunctions {

    private static final DuckDBColumnType[] PARAMETERS = {DATE, DATE, DATE, DATE, DATE, BOOLEAN, DATE, DATE};
    private static final int AS_OF = 7;

    /** The register does not say when the applicant was told: the clock takes it to have been in time. */
    private static final Extension EXTENSION = new Extension(null);

    private RequestFunctions() {}

    public static void register(Connection connection) throws SQLException {
        of((clock, result) -> result.text(id(clock.standing())))
                .register(connection, "request_standing", VARCHAR, PARAMETERS);
        of((clock, result) -> result.date(clock.lastDay())).register(connection, "request_last_day", DATE, PARAMETERS);
        of((clock, result) -> result.integer(unclear(clock) ? null : clock.daysUsed()))
                .register(connection, "request_days_used", INTEGER, PARAMETERS);
        of((clock, result) -> result.integer(unclear(clock) ? null : clock.limit()))
                .register(connection, "request_limit", INTEGER, PARAMETERS);
        of((clock, result) -> result.text(
                        clock.contradictions().isEmpty()
                                ? null
                                : id(clock.contradictions().get(0))))
                .register(connection, "request_contradiction", VARCHAR, PARAMETERS);
    }

    private static JavaFunction of(BiConsumer<RequestClock, Result> answer) {
        return (arguments, row, result) -> {
            LocalDate received = arguments.date(0, row);
            LocalDate asOf = arguments.date(AS_OF, row);
            if (received == null || asOf == null) {
                result.text(null);
            } else {
                answer.accept(Loaded.CLOCK.judge(dates(received, arguments, row), asOf), result);
            }
        };
    }

    private static RequestDates dates(LocalDate received, Arguments arguments, long row) {
        LocalDate from = arguments.date(3, row);
        return new RequestDates(
                received,
                arguments.date(1, row),
                arguments.date(2, row),
                from == null ? List.of() : List.of(new Consultation(from, arguments.date(4, row))),
                arguments.flag(5, row) ? EXTENSION : null,
                arguments.date(6, row));
    }

    private static boolean unclear(RequestClock clock) {
        return clock.standing() == Standing.UNCLEAR;
    }

    private static String id(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static final class Loaded {
        static final StatutoryClock CLOCK = new StatutoryClock(CalendarFunctions.calendar());
    }
}
