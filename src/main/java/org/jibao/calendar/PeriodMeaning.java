package org.jibao.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a text about a period may mean; which period that is, the job's calendar tells. */
interface PeriodMeaning {

    Optional<Period> in(PeriodCalendar calendar);

    /** Which of the numbers of a date is taken for the month. */
    enum DateOrder {
        CERTAIN,
        DAY_FIRST,
        MONTH_FIRST;

        boolean agreesWith(DateOrder other) {
            return this == CERTAIN || other == CERTAIN || this == other;
        }
    }

    /** From a first to a last day, both named. */
    record Days(LocalDate from, LocalDate to, DateOrder order) implements PeriodMeaning {

        static Days of(LocalDate from, LocalDate to) {
            return new Days(from, to, DateOrder.CERTAIN);
        }

        @Override
        public Optional<Period> in(PeriodCalendar calendar) {
            return calendar.between(from, to);
        }

        /** From the beginning of this to the end of the other; empty where there is no such time. */
        Optional<Days> until(Days other) {
            boolean inOrder = from.isBefore(other.from) && order.agreesWith(other.order);
            return inOrder
                    ? Optional.of(new Days(from, other.to, order == DateOrder.CERTAIN ? other.order : order))
                    : Optional.empty();
        }
    }

    /** One day: itself, or the period that ends on it. */
    record Day(Days day) implements PeriodMeaning {

        @Override
        public Optional<Period> in(PeriodCalendar calendar) {
            return calendar.ending(day.to());
        }
    }

    /**
     * The period that begins or ends on a day.
     *
     * @param kind which the text names, or null
     */
    record Edge(LocalDate day, boolean last, @Nullable PeriodKind kind) implements PeriodMeaning {

        @Override
        public Optional<Period> in(PeriodCalendar calendar) {
            if (kind != null && kind != calendar.kind()) {
                return Optional.empty();
            }
            return last ? calendar.ending(day) : calendar.starting(day);
        }
    }

    /**
     * A part of a year, or the whole.
     *
     * @param fiscal whether the text calls the year a fiscal one
     * @param second the other number of a year that has two, or -1
     */
    record YearPart(PeriodKind kind, int index, int year, int second, boolean fiscal) implements PeriodMeaning {

        @Override
        public Optional<Period> in(PeriodCalendar calendar) {
            if (second >= 0) {
                return calendar.inFiscalYear(year, second, kind, index);
            }
            return fiscal ? calendar.inNamedYear(year, kind, index) : calendar.inCalendarYear(year, kind, index);
        }
    }
}
