package org.jibao.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jibao.calendar.RequestDates.Consultation;
import org.jibao.calendar.RequestDates.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Judges requests and disclosures against the limits of the 《政府信息公开条例》 (国务院令第492号 of 2007, in force from
 * 2008-05-01; 第711号 of 2019, in force from 2019-05-15). All limits are in working days and begin on the next day.
 *
 * <ul>
 *   <li>The law is that of the day the application was received, also for one corrected or answered later.
 *   <li>Reply: 15 working days (2007 第二十四条), 20 from 2019 (第三十三条). One extension of 15 or 20 more, if the applicant
 *       was told by the last day. Its length is not in the registers: the longest allowed is taken.
 *   <li>Correction (2019 第三十条): asked for within 7 working days. The limit runs anew from the receipt of the correction,
 *       whenever it was asked for; a late notice is reported apart. Until then no limit runs, and an answer, such as that
 *       the matter is closed as no correction came, is in time.
 *   <li>Consultation (2019 第三十三条第三款, 第三十二条): the time needed is not counted. It is counted like any time, from
 *       the day after the opinion was asked for to the day it was received. One begun after the last day changes nothing.
 *       Without an end it lasts to the answer.
 *   <li>Disclosure: 20 working days from the day after the item was formed or changed (2007 第十八条, 2019 第二十六条).
 * </ul>
 *
 * <p>What happened after the day judged is taken not to be known. Safe for use by several threads.
 */
public final class StatutoryClock {

    private final WorkingDays workingDays;

    public StatutoryClock(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** Where the request stands at the end of the day; never throws for dates that contradict each other. */
    public RequestClock judge(RequestDates dates, LocalDate asOf) {
        List<Contradiction> contradictions = Contradiction.in(dates, asOf);
        Regulation regulation = Regulation.on(dates.received()).orElse(null);
        if (regulation == null || !contradictions.isEmpty()) {
            return RequestClock.unclear(regulation, contradictions);
        }
        RequestDates known = dates.knownOn(asOf);
        return regulation.restartsOnCorrection() && known.awaitsCorrection()
                ? awaiting(regulation, known)
                : running(regulation, known, asOf);
    }

    private RequestClock awaiting(Regulation regulation, RequestDates dates) {
        LocalDate asked = dates.correctionAsked() == null ? dates.received() : dates.correctionAsked();
        LocalDate noticeDue = noticeDue(regulation, dates);
        return new RequestClock(
                regulation,
                dates.answered() == null ? Standing.AWAITING_CORRECTION : Standing.IN_TIME,
                regulation.replyDays(),
                null,
                null,
                runningDays(regulation, dates, dates.received()).until(asked),
                NoticeTiming.of(asked, noticeDue),
                years(dates.received(), asked, noticeDue),
                List.of());
    }

    private RequestClock running(Regulation regulation, RequestDates dates, LocalDate asOf) {
        RunningDays running = runningDays(regulation, dates, start(regulation, dates));
        LocalDate due = running.day(regulation.replyDays());
        Extension extension = dates.extension();
        boolean extended = extension != null && extension.toldBy(due);
        int limit = regulation.replyDays() + (extended ? regulation.extensionDays() : 0);
        LocalDate lastDay = running.day(limit);
        LocalDate end = dates.answered() == null ? asOf : dates.answered();
        LocalDate noticeDue = noticeDue(regulation, dates);
        return new RequestClock(
                regulation,
                Standing.of(lastDay, dates.answered(), asOf),
                limit,
                due,
                extended ? lastDay : null,
                running.until(end),
                NoticeTiming.of(dates.correctionAsked(), noticeDue),
                years(dates.received(), end, due, lastDay, noticeDue),
                List.of());
    }

    /** Where the item stands at the end of the day, by the day it was formed or last changed. */
    public DisclosureClock judge(LocalDate formed, @Nullable LocalDate disclosed, LocalDate asOf) {
        List<Contradiction> contradictions = Contradiction.in(formed, disclosed, asOf);
        Regulation regulation = Regulation.on(formed).orElse(null);
        if (regulation == null || !contradictions.isEmpty()) {
            return new DisclosureClock(regulation, Standing.UNCLEAR, null, 0, List.of(), contradictions);
        }
        LocalDate done = disclosed == null || disclosed.isAfter(asOf) ? null : disclosed;
        LocalDate due = workingDays.plus(formed, regulation.disclosureDays());
        LocalDate end = done == null ? asOf : done;
        return new DisclosureClock(
                regulation,
                Standing.of(due, done, asOf),
                due,
                workingDays.between(formed, end),
                years(formed, end, due),
                List.of());
    }

    private static LocalDate start(Regulation regulation, RequestDates dates) {
        LocalDate returned = dates.correctionReturned();
        return returned != null && regulation.restartsOnCorrection() ? returned : dates.received();
    }

    private RunningDays runningDays(Regulation regulation, RequestDates dates, LocalDate start) {
        if (!regulation.stopsForConsultation() || dates.consultations().isEmpty()) {
            return new RunningDays(workingDays, start, List.of());
        }
        LocalDate answered = dates.answered();
        List<Consultation> stops = answered == null
                ? dates.consultations()
                : dates.consultations().stream()
                        .map(consultation -> consultation.endedBy(answered))
                        .toList();
        return new RunningDays(workingDays, start, stops);
    }

    private @Nullable LocalDate noticeDue(Regulation regulation, RequestDates dates) {
        return dates.correctionAsked() == null || regulation.noticeDays() == 0
                ? null
                : workingDays.plus(dates.received(), regulation.noticeDays());
    }

    /** The uncovered years among those in which a day was counted, from the day after the beginning. */
    private List<Integer> years(LocalDate beginning, @Nullable LocalDate... ends) {
        LocalDate first = beginning.plusDays(1);
        LocalDate last = first;
        for (LocalDate end : ends) {
            last = end != null && end.isAfter(last) ? end : last;
        }
        return workingDays.yearsWithoutCalendar(first, last);
    }

    /**
     * An item to be disclosed on the body's own initiative, judged on a day.
     *
     * @param regulation the text in force when it was formed or changed; null before the first
     * @param due the last day for disclosure; null where the item is {@link Standing#UNCLEAR}
     * @param daysUsed working days to the disclosure or, without one, to the day judged
     * @param yearsWithoutCalendar years for which Monday to Friday were taken, a warning for each
     * @param contradictions why an item is {@link Standing#UNCLEAR}; else empty
     */
    public record DisclosureClock(
            @Nullable Regulation regulation,
            Standing standing,
            @Nullable LocalDate due,
            int daysUsed,
            List<Integer> yearsWithoutCalendar,
            List<Contradiction> contradictions) {

        public DisclosureClock {
            yearsWithoutCalendar = List.copyOf(yearsWithoutCalendar);
            contradictions = List.copyOf(contradictions);
        }
    }
}
