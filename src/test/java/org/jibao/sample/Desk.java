package org.jibao.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;

/** Where the last quarter's files are made up and sent off. */
final class Desk {

    /** How a corrected return's file name ends. */
    static final String CORRECTION = "（更正）";

    /** The first working day after the National Day holiday, the next, and the due date: a Saturday that is worked. */
    static final LocalDate THURSDAY = LocalDate.of(2026, 10, 8);

    static final LocalDate FRIDAY = LocalDate.of(2026, 10, 9);
    static final LocalDate DUE = LocalDate.of(2026, 10, 10);
    static final LocalDate LATE = LocalDate.of(2026, 10, 13);

    private final Period period = County.LAST;
    private final Stories stories;
    private final Dice dice;
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> heardOf = new HashSet<>();

    Desk(long seed, Stories stories) {
        this.stories = stories;
        this.dice = new Dice(seed, "desk");
    }

    List<Sent> sent() {
        return sent;
    }

    /** Whether the unit has had its turn, be it that it sends nothing. */
    boolean heardOf(SampleUnit unit) {
        return heardOf.contains(unit.code());
    }

    void sendsNothing(String code) {
        heardOf.add(code);
    }

    SampleUnit unit(String code) {
        return stories.unit(code);
    }

    Figures figures(String code) {
        return stories.of(unit(code), period);
    }

    /** The unit's return without fault; filled from the template where its code is even. */
    SampleBook book(String code) {
        return book(code, period);
    }

    SampleBook book(String code, Period when) {
        SampleUnit unit = unit(code);
        SampleBook book = ReturnBook.of(unit, when, stories.of(unit, when), FRIDAY);
        if (Integer.parseInt(code.substring(2)) % 2 == 0) {
            ReturnBook.mark(book, unit, when);
        }
        return book;
    }

    /** The unit's return with its registers. */
    private SampleBook withRegisters(String code) {
        return ReturnBook.withRegisters(unit(code), period, figures(code), book(code));
    }

    private Expectation expectation(String code) {
        if (!Faults.ANSWERED_LATE.contains(code)) {
            return Expectation.ACCEPTED;
        }
        int number = RequestEntries.delayed(ReturnBook.requests(unit(code), period, figures(code)), period);
        SampleBook book = withRegisters(code);
        String place = book.place(RequestEntries.FORM.id() + "." + number + ".number");
        // A rule over an entry names the row's first cell, which holds the serial number.
        return Expectation.warned("request_register.late@" + place.replace("!B", "!A"));
    }

    void send(String code, LocalDate day, SampleBook book, Expectation expectation) throws IOException {
        send(code, name(code, ".xlsx"), day, BookWriter.xlsx(book), expectation);
    }

    /** The return as it should be. */
    void sendGood(String code, LocalDate day) throws IOException {
        send(code, day, withRegisters(code), expectation(code));
    }

    void sendCorrection(String code, LocalDate day) throws IOException {
        Expectation expectation = day.isAfter(DUE) ? Expectation.noted("return-late") : Expectation.ACCEPTED;
        send(code, name(code, CORRECTION + ".xlsx"), day, BookWriter.xlsx(withRegisters(code)), expectation);
    }

    void send(@Nullable String code, String fileName, LocalDate day, byte[] bytes, Expectation expectation) {
        if (code != null) {
            heardOf.add(code);
        }
        OffsetDateTime received = Receipt.at(day, dice);
        sent.add(new Sent(code, period, period.code() + "/" + fileName, bytes, received, expectation));
    }

    /** What lies in the inbox though nobody sent it. */
    void leave(String fileName, byte[] bytes) {
        Expectation ignored = new Expectation("ignored", List.of(), List.of("file-lock"));
        sent.add(new Sent(null, period, period.code() + "/" + fileName, bytes, null, ignored));
    }

    String name(String code, String ending) {
        return unit(code).name() + "_" + period.label().zh() + ending;
    }
}
