package org.jibao.store.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jibao.calendar.RequestClock;
import org.jibao.calendar.RequestDates;
import org.jibao.calendar.RequestDates.Extension;
import org.jibao.calendar.StatutoryClock;
import org.jibao.calendar.WorkingDays;
import org.jibao.store.Store;
import org.jibao.support.SqlText;
import org.jibao.testkit.FreshStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFunctionsTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 31);

    private static Store store;

    @BeforeAll
    static void opens(@TempDir Path folder) {
        store = FreshStore.open(folder.resolve("jibao.duckdb"));
    }

    @AfterAll
    static void closes() {
        store.close();
    }

    /** The arguments of the functions. */
    private record Request(
            @Nullable String received,
            @Nullable String asked,
            @Nullable String corrected,
            @Nullable String from,
            @Nullable String to,
            @Nullable String extended,
            @Nullable String answered,
            @Nullable String asOf) {

        private String sql() {
            return Arrays.asList(received, asked, corrected, from, to, extended, answered, asOf).stream()
                    .map(text -> text == null ? "NULL" : SqlText.literal(text))
                    .collect(Collectors.joining(", "));
        }
    }

    /** Counted by hand: 2026-09-25 to 27 and 10-01 to 10-07 are off, the Sunday 09-20 and the Saturday 10-10 are worked. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = ' ', textBlock = """
                    2026-09-01 - - - - false - 2026-09-15 open 2026-09-29 10 20 -
                    2026-09-01 - - - - - 2026-09-29 2026-12-31 in_time 2026-09-29 20 20 -
                    2026-09-01 - - - - false 2026-09-30 2026-12-31 late 2026-09-29 21 20 -
                    2026-09-01 - - - - false - 2026-09-30 overdue 2026-09-29 21 20 -
                    2026-09-01 - - - - true 2026-09-30 2026-12-31 in_time 2026-11-02 21 40 -
                    2026-09-01 2026-09-07 - - - false - 2026-12-31 awaiting_correction - 4 20 -
                    2026-09-01 2026-09-07 2026-09-21 - - false 2026-09-22 2026-12-31 in_time 2026-10-26 1 20 -
                    2026-09-01 - - 2026-09-02 2026-09-20 false 2026-09-24 2026-12-31 in_time 2026-10-22 5 20 -
                    2026-09-01 - - 2026-09-02 - false - 2026-12-31 open - 1 20 -
                    2026-09-01 - - - 2026-09-20 false - 2026-09-15 open 2026-09-29 10 20 -
                    2019-05-14 - - - - false - 2019-05-20 open 2019-06-04 4 15 -
                    2026-09-08 - - - - false 2026-09-07 2026-12-31 unclear - - - answer_before_receipt
                    2026-09-08 2026-09-07 2026-09-06 - - false - 2026-12-31 unclear - - - notice_before_receipt
                    2008-04-30 - - - - false - 2026-12-31 unclear - - - before_first_regulation
                    - - - - - false - 2026-12-31 - - - - -
                    2026-09-08 - - - - false - - - - - - -
                    """)
    void judges(
            @Nullable String received,
            @Nullable String asked,
            @Nullable String corrected,
            @Nullable String from,
            @Nullable String to,
            @Nullable String extended,
            @Nullable String answered,
            @Nullable String asOf,
            @Nullable String standing,
            @Nullable String lastDay,
            @Nullable Long used,
            @Nullable Long limit,
            @Nullable String contradiction) {
        Request request = new Request(received, asked, corrected, from, to, extended, answered, asOf);
        assertEquals(
                List.of(Arrays.asList(standing, day(lastDay), used, limit, contradiction)), answers(List.of(request)));
    }

    /** The table that the clock itself is held to; of it what the eight arguments can say. */
    @Test
    void givesWhatTheTableOfTheClockGives() throws IOException {
        List<Request> requests = new ArrayList<>();
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (List<@Nullable String> row : table()) {
            String[] ends = Objects.requireNonNullElse(row.get(3), "/").split("/", -1);
            if (ends.length == 2 && (row.get(4) == null || "yes".equals(row.get(4)))) {
                String extended = String.valueOf(row.get(4) != null);
                requests.add(new Request(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        blank(ends[0]),
                        blank(ends[1]),
                        extended,
                        row.get(5),
                        row.get(6)));
                expected.add(Arrays.asList(
                        Objects.requireNonNull(row.get(11)).toLowerCase(Locale.ROOT),
                        day(row.get(9) == null ? row.get(8) : row.get(9)),
                        Long.valueOf(Objects.requireNonNull(row.get(10)))));
            }
        }
        assertEquals(97, expected.size());
        assertEquals(
                expected,
                answers(requests).stream().map(row -> row.subList(0, 3)).toList());
    }

    /** Dates in any order, so that many contradict each other. */
    @Test
    void givesWhatTheClockGivesForAnyDates() {
        StatutoryClock clock = new StatutoryClock(WorkingDays.china());
        Random random = new Random(20190515);
        List<Request> requests = new ArrayList<>();
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            Request request = any(random);
            requests.add(request);
            expected.add(answers(clock.judge(dates(request), AS_OF)));
        }
        assertEquals(455, expected.stream().filter(row -> row.get(4) != null).count());
        assertEquals(expected, answers(requests));
    }

    private static Request any(Random random) {
        LocalDate received = LocalDate.of(2008, 4, 1).plusDays(random.nextInt(6800));
        String[] days = new String[5];
        for (int i = 0; i < days.length; i++) {
            days[i] = random.nextInt(3) > 0
                    ? null
                    : received.plusDays(random.nextInt(50) - 2L).toString();
        }
        return new Request(
                received.toString(),
                days[0],
                days[1],
                days[2],
                days[2] == null ? null : days[3],
                String.valueOf(random.nextInt(4) == 0),
                days[4],
                AS_OF.toString());
    }

    private static RequestDates dates(Request request) {
        RequestDates dates = RequestDates.receivedOn(LocalDate.parse(Objects.requireNonNull(request.received)))
                .withCorrection(day(request.asked), day(request.corrected))
                .withExtension("true".equals(request.extended) ? new Extension(null) : null)
                .withAnswer(day(request.answered));
        LocalDate from = day(request.from);
        return from == null ? dates : dates.withConsultation(from, day(request.to));
    }

    private static List<@Nullable Object> answers(RequestClock clock) {
        boolean clear = clock.contradictions().isEmpty();
        return Arrays.asList(
                clock.standing().name().toLowerCase(Locale.ROOT),
                clock.lastDay(),
                clear ? (long) clock.daysUsed() : null,
                clear ? (long) clock.limit() : null,
                clear ? null : clock.contradictions().get(0).name().toLowerCase(Locale.ROOT));
    }

    /** Standing, last day, days used, limit and contradiction of each, in one query. */
    private static List<List<@Nullable Object>> answers(List<Request> requests) {
        String arguments = "received, asked, corrected, third_from, third_to, extended, answered, as_of";
        String rows = IntStream.range(0, requests.size())
                .mapToObj(number -> "(" + number + ", " + requests.get(number).sql() + ")")
                .collect(Collectors.joining(", "));
        return store.sql()
                .query("""
                        WITH given(number, received, asked, corrected, third_from, third_to, extended, answered, as_of) AS (
                            VALUES ${rows}
                        ),
                        request AS (
                            SELECT number, received::DATE AS received, asked::DATE AS asked, corrected::DATE AS corrected,
                                third_from::DATE AS third_from, third_to::DATE AS third_to, extended::BOOLEAN AS extended,
                                answered::DATE AS answered, as_of::DATE AS as_of
                            FROM given
                        )
                        SELECT request_standing(${all}), request_last_day(${all}), request_days_used(${all}),
                            request_limit(${all}), request_contradiction(${all})
                        FROM request
                        ORDER BY number
                        """.replace("${rows}", rows).replace("${all}", arguments))
                .rows();
    }

    private static List<List<@Nullable String>> table() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        RequestFunctionsTest.class.getResourceAsStream("/org/jibao/calendar/statutory-clock.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(cell -> blank(cell.strip()))
                            .collect(Collectors.toList()))
                    .toList();
        }
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
