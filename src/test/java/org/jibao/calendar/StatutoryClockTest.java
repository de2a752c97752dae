package org.jibao.calendar;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jibao.calendar.RequestDates.Extension;
import org.jibao.calendar.StatutoryClock.DisclosureClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

final class StatutoryClockTest {

    private static final StatutoryClock CLOCK = new StatutoryClock(WorkingDays.china());
    private static final DayByDayOracle ORACLE = new DayByDayOracle();
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 5, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 12, 31);

    @ParameterizedTest(name = "{0}: {14}")
    @CsvFileSource(resources = "statutory-clock.csv", delimiter = '|')
    void judgesRequest(ArgumentsAccessor row) {
        LocalDate asOf = LocalDate.parse(row.getString(6));
        RequestClock clock = CLOCK.judge(dates(row), asOf);
        String why = row.getString(14);
        assertAll(
                why,
                () -> assertEquals(row.getString(7), String.valueOf(clock.regulation()), "law"),
                () -> assertEquals(date(row.getString(8)), clock.due(), "due"),
                () -> assertEquals(date(row.getString(9)), clock.extendedDue(), "extended due"),
                () -> assertEquals(row.getInteger(10), clock.daysUsed(), "days used"),
                () -> assertEquals(row.getString(11), clock.standing().name(), "standing"),
                () -> assertEquals(row.getString(12), clock.notice().name(), "notice"),
                () -> assertEquals(years(row.getString(13)), clock.yearsWithoutCalendar(), "years"),
                () -> assertEquals(List.of(), clock.contradictions()));
    }

    @ParameterizedTest(name = "{0}: {14}")
    @CsvFileSource(resources = "statutory-clock.csv", delimiter = '|')
    void agreesWithCountingDayByDayOnTable(ArgumentsAccessor row) {
        LocalDate asOf = LocalDate.parse(row.getString(6));
        assertAgree(dates(row).knownOn(asOf), asOf);
    }

    @Test
    void agreesWithCountingDayByDayOnManyRequests() {
        Random random = new Random(20190515);
        for (int request = 0; request < 4000; request++) {
            assertAgree(any(random), AS_OF);
        }
    }

    private static void assertAgree(RequestDates dates, LocalDate asOf) {
        RequestClock clock = CLOCK.judge(dates, asOf);
        DayByDayOracle.Outcome outcome = new DayByDayOracle.Outcome(
                clock.due(),
                clock.extendedDue(),
                clock.daysUsed(),
                clock.standing().name());
        assertEquals(ORACLE.judge(dates, asOf), outcome, dates::toString);
    }

    @Test
    void saysWhatLimitAppliesAndWhichDayIsLast() {
        RequestDates dates = RequestDates.receivedOn(LocalDate.of(2026, 3, 2)).withConsultation(date(1, 4), null);
        RequestClock plain = CLOCK.judge(dates, date(1, 5));
        assertEquals(20, plain.limit());
        assertEquals(LocalDate.of(2026, 3, 30), plain.lastDay());
        RequestClock extended = CLOCK.judge(dates.withExtension(new Extension(null)), date(1, 5));
        assertEquals(40, extended.limit());
        assertEquals(LocalDate.of(2026, 3, 30), extended.due());
        assertEquals(null, extended.lastDay());
    }

    @Test
    void leavesConsultationBegunAfterAnswerAlone() {
        RequestDates dates = RequestDates.receivedOn(date(2, 3))
                .withConsultation(date(12, 3), null)
                .withAnswer(date(5, 3));
        RequestClock clock = CLOCK.judge(dates, AS_OF);
        assertEquals(date(30, 3), clock.due());
        assertEquals(3, clock.daysUsed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2008-04-30 |            |            |                       | 2008-05-05 | BEFORE_FIRST_REGULATION",
                "2027-01-01 |            |            |                       |            | AFTER_AS_OF",
                "2026-03-02 | 2026-03-01 |            |                       |            | NOTICE_BEFORE_RECEIPT",
                "2026-03-02 | 2026-03-05 | 2026-03-04 |                       |            | CORRECTION_BEFORE_NOTICE",
                "2026-03-02 |            | 2026-03-01 |                       |            | CORRECTION_BEFORE_NOTICE",
                "2026-03-02 |            |            | 2026-03-01/2026-03-04 |            | CONSULTATION_BEFORE_RECEIPT",
                "2026-03-02 |            |            | 2026-03-05/2026-03-04 |            | CONSULTATION_ENDS_BEFORE_START",
                "2026-03-02 |            |            |                       | 2026-03-01 | ANSWER_BEFORE_RECEIPT",
                "2026-03-02 | 2026-03-05 |            |                       | 2026-03-04 | ANSWER_BEFORE_CORRECTION",
                "2026-03-02 | 2026-03-05 | 2026-03-10 |                       | 2026-03-09 | ANSWER_BEFORE_CORRECTION"
            })
    void leavesContradictoryDatesUnjudged(
            LocalDate received,
            @Nullable LocalDate asked,
            @Nullable LocalDate returned,
            @Nullable String consultations,
            @Nullable LocalDate answered,
            Contradiction contradiction) {
        RequestDates dates = consulted(RequestDates.receivedOn(received), consultations)
                .withCorrection(asked, returned)
                .withAnswer(answered);
        RequestClock clock = CLOCK.judge(dates, AS_OF);
        assertEquals(Standing.UNCLEAR, clock.standing());
        assertEquals(List.of(contradiction), clock.contradictions());
        assertEquals(null, clock.lastDay());
    }

    @Test
    void leavesExtensionBeforeReceiptUnjudged() {
        RequestDates dates = RequestDates.receivedOn(date(2, 3)).withExtension(new Extension(date(1, 3)));
        assertEquals(
                List.of(Contradiction.EXTENSION_BEFORE_RECEIPT),
                CLOCK.judge(dates, AS_OF).contradictions());
    }

    @ParameterizedTest
    @CsvSource({
        "2008-05-05, 2008-06-02, OF_2008, 2008-06-02, 20, IN_TIME, plain weeks",
        "2008-05-05, 2008-06-03, OF_2008, 2008-06-02, 21, LATE, one day late",
        "2019-05-14, 2019-06-12, OF_2008, 2019-06-12, 20, IN_TIME, 6/7 off: the limit is 20 under the old text too",
        "2019-05-15, 2019-06-14, OF_2019, 2019-06-13, 21, LATE, first day of the new text",
        "2025-09-26, 2025-10-30, OF_2019, 2025-10-30, 20, IN_TIME, 9/28-9/30 3 + 10/9-10/30 17",
        "2026-02-13,           , OF_2019, 2026-03-19, 217, OVERDUE, not disclosed by the end of the year",
        "2026-12-10,           , OF_2019, 2027-01-07, 15, OPEN, due in a year without calendar",
        "2026-10-01, 2026-10-01, OF_2019, 2026-11-03, 0, IN_TIME, at once within the holiday"
    })
    void judgesDisclosure(
            LocalDate formed,
            @Nullable LocalDate disclosed,
            Regulation regulation,
            LocalDate due,
            int used,
            Standing standing,
            String why) {
        DisclosureClock clock = CLOCK.judge(formed, disclosed, AS_OF);
        List<Integer> years = due.getYear() > 2026 ? List.of(2027) : List.of();
        assertEquals(new DisclosureClock(regulation, standing, due, used, years, List.of()), clock, why);
    }

    @Test
    void leavesDisclosureBeforeFormationUnjudged() {
        DisclosureClock clock = CLOCK.judge(date(2, 3), date(1, 3), AS_OF);
        assertEquals(Standing.UNCLEAR, clock.standing());
        assertEquals(List.of(Contradiction.DISCLOSED_BEFORE_FORMED), clock.contradictions());
    }

    private static RequestDates dates(ArgumentsAccessor row) {
        String extension = row.getString(4);
        return consulted(RequestDates.receivedOn(LocalDate.parse(row.getString(0))), row.getString(3))
                .withCorrection(date(row.getString(1)), date(row.getString(2)))
                .withExtension(
                        extension == null ? null : new Extension(extension.equals("yes") ? null : date(extension)))
                .withAnswer(date(row.getString(5)));
    }

    private static RequestDates consulted(RequestDates dates, @Nullable String consultations) {
        RequestDates all = dates;
        for (String each : consultations == null ? new String[0] : consultations.split(";", -1)) {
            String[] ends = each.split("/", -1);
            all = all.withConsultation(LocalDate.parse(ends[0]), ends[1].isEmpty() ? null : LocalDate.parse(ends[1]));
        }
        return all;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static LocalDate date(int day, int month) {
        return LocalDate.of(2026, month, day);
    }

    private static List<Integer> years(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).collect(Collectors.toList());
    }

    /** Dates of every kind that agree with each other and lie before the day judged. */
    private static RequestDates any(Random random) {
        LocalDate received = FIRST_DAY.plusDays(random.nextInt(6600));
        LocalDate asked = random.nextInt(4) == 0 ? received.plusDays(random.nextInt(14)) : null;
        LocalDate returned = asked != null && random.nextInt(3) > 0 ? asked.plusDays(random.nextInt(25)) : null;
        RequestDates dates = RequestDates.receivedOn(received).withCorrection(asked, returned);
        for (int left = random.nextInt(4); left > 1; left--) {
            LocalDate from = received.plusDays(random.nextInt(50));
            dates = dates.withConsultation(from, random.nextInt(8) == 0 ? null : from.plusDays(random.nextInt(30)));
        }
        if (random.nextInt(4) == 0) {
            dates = dates.withExtension(
                    new Extension(random.nextBoolean() ? null : received.plusDays(random.nextInt(60))));
        }
        LocalDate earliest = returned != null ? returned : asked != null ? asked : received;
        return random.nextInt(5) == 0 ? dates : dates.withAnswer(earliest.plusDays(random.nextInt(80)));
    }
}
