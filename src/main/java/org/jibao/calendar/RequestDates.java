package org.jibao.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one request for information, as a register states them. Nothing is checked here: dates that cannot all
 * be true are {@link Contradiction}s, found when the request is judged.
 *
 * @param received the day the application counts as received (2019 第三十一条)
 * @param correctionAsked the day of the notice of correction (补正通知)
 * @param correctionReturned the day the corrected application was received
 * @param consultations in any order; kept in the order of their beginning
 */
public record RequestDates(
        LocalDate received,
        @Nullable LocalDate correctionAsked,
        @Nullable LocalDate correctionReturned,
        List<Consultation> consultations,
        @Nullable Extension extension,
        @Nullable LocalDate answered) {

    public RequestDates {
        consultations = consultations.size() < 2
                ? List.copyOf(consultations)
                : consultations.stream()
                        .sorted(Comparator.comparing(Consultation::from))
                        .toList();
    }

    /** A request of which nothing is known yet but its receipt. */
    public static RequestDates receivedOn(LocalDate received) {
        return new RequestDates(received, null, null, List.of(), null, null);
    }

    public RequestDates withCorrection(@Nullable LocalDate asked, @Nullable LocalDate returned) {
        return new RequestDates(received, asked, returned, consultations, extension, answered);
    }

    /** Adds a consultation to those there are. */
    public RequestDates withConsultation(LocalDate from, @Nullable LocalDate to) {
        List<Consultation> all = Stream.concat(consultations.stream(), Stream.of(new Consultation(from, to)))
                .toList();
        return new RequestDates(received, correctionAsked, correctionReturned, all, extension, answered);
    }

    public RequestDates withExtension(@Nullable Extension given) {
        return new RequestDates(received, correctionAsked, correctionReturned, consultations, given, answered);
    }

    public RequestDates withAnswer(@Nullable LocalDate day) {
        return new RequestDates(received, correctionAsked, correctionReturned, consultations, extension, day);
    }

    /** What was known at the end of the day. */
    RequestDates knownOn(LocalDate day) {
        return new RequestDates(
                received,
                by(day, correctionAsked),
                by(day, correctionReturned),
                consultationsBy(day),
                extension == null ? null : extension.knownOn(day),
                by(day, answered));
    }

    private List<Consultation> consultationsBy(LocalDate day) {
        // Most requests need no opinion, and a register may hold a million.
        if (consultations.isEmpty()) {
            return consultations;
        }
        return consultations.stream()
                .filter(consultation -> !consultation.from().isAfter(day))
                .map(consultation -> consultation.knownOn(day))
                .toList();
    }

    private static @Nullable LocalDate by(LocalDate day, @Nullable LocalDate date) {
        return date == null || date.isAfter(day) ? null : date;
    }

    boolean awaitsCorrection() {
        return correctionAsked != null && correctionReturned == null;
    }

    /**
     * The time in which the opinion of a third party or of another body is sought.
     *
     * @param from the day the opinion was asked for
     * @param to the day it was received; null while it is still awaited
     */
    public record Consultation(LocalDate from, @Nullable LocalDate to) {

        /** The consultation as known on the day: an opinion that comes later is still awaited. */
        Consultation knownOn(LocalDate day) {
            return to != null && to.isAfter(day) ? new Consultation(from, null) : this;
        }

        /** An opinion that never came is not sought any longer once the request is answered. */
        Consultation endedBy(LocalDate answered) {
            return to == null ? new Consultation(from, answered.isBefore(from) ? from : answered) : this;
        }
    }

    /**
     * The one extension of the limit, approved and notified (2007 第二十四条, 2019 第三十三条).
     *
     * @param notified the day the applicant was told; null where a register says only that there was an extension, which is
     *     then taken to have been told in time
     */
    public record Extension(@Nullable LocalDate notified) {

        /** The extension as known on the day; null if it was told later. */
        @Nullable
        Extension knownOn(LocalDate day) {
            return notified != null && notified.isAfter(day) ? null : this;
        }

        /** A time that has run out cannot be extended: the applicant must be notified by the due date at the latest. */
        boolean toldBy(@Nullable LocalDate due) {
            return notified == null || due == null || !notified.isAfter(due);
        }
    }
}
