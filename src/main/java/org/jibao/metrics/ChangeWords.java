package org.jibao.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.store.Row;

/**
 * How a figure has moved, in words. Where other units count than before, the change is that of the units that count in
 * both; a change of all that these do not share comes from who reported, and is said to.
 */
final class ChangeWords {

    private static final Wording WORDS = Wording.of(ChangeWords.class);
    /** A change of the same units so many times smaller than that of all is not what moved these. */
    private static final BigDecimal HARDLY = BigDecimal.valueOf(5);

    private static final Text NOTHING = Text.same("");

    private final Row fact;
    private final Period period;

    ChangeWords(Row fact, Period period) {
        this.fact = fact;
        this.period = period;
    }

    /** On the period before, for a sentence; empty where nothing can be compared. */
    Text onPrevious() {
        if (!differs("previous_reported", "alike_units", "change_alike")) {
            return runOrPlain();
        }
        Text since = period.previous().label();
        Text alike = moved("change_alike");
        if (fact.value("change_previous") == null) {
            return WORDS.text("sentence.same", since, units("alike_units"), alike);
        }
        Text plain = moved("change_previous");
        if (!comesFromReporting()) {
            return WORDS.text("sentence.same-and-all", since, units("alike_units"), alike, plain);
        }
        return WORDS.text("sentence.reporting-moved", since, plain, who(), units("alike_units"), alike);
    }

    /** The same as part of a title: only what is comparable. */
    Text inTitle() {
        boolean run = number("streak").abs().intValue() >= 2;
        return !run && differs("previous_reported", "alike_units", "change_alike")
                ? WORDS.text("sentence.same", period.previous().label(), units("alike_units"), moved("change_alike"))
                : runOrPlain();
    }

    /** On the same period of last year; empty where that is the period before. */
    Text onLastYear() {
        // Of years, the one before is last year, which has been said.
        if (period.sameLastYear().equals(period.previous())) {
            return NOTHING;
        }
        Text since = period.sameLastYear().label();
        return differs("last_year_reported", "alike_units_last_year", "change_alike_last_year")
                ? WORDS.text("sentence.same", since, units("alike_units_last_year"), moved("change_alike_last_year"))
                : changed("change_last_year", since);
    }

    /** Of all that count. */
    Text plain() {
        return changed("change_previous", period.previous().label());
    }

    /** In brackets, behind a sentence that does not speak of the change; empty where the same units count. */
    Text alike() {
        return differs("previous_reported", "alike_units", "change_alike")
                ? WORDS.text("sentence.alike", units("alike_units"), moved("change_alike"))
                : NOTHING;
    }

    private boolean differs(String reportedThen, String units, String change) {
        boolean same = fact.value(reportedThen) == null
                || number(reportedThen).compareTo(number("reported")) == 0
                        && number(units).compareTo(number("reported")) == 0;
        return !same && fact.value(change) != null;
    }

    /** Whether all moved, and the same units hardly did, or went the other way. */
    private boolean comesFromReporting() {
        int all = shownSign("change_previous");
        BigDecimal alike = number("change_alike").multiply(HARDLY);
        return all != 0
                && (shownSign("change_alike") != all
                        || alike.abs().compareTo(number("change_previous").abs()) <= 0);
    }

    private int shownSign(String column) {
        return new BigDecimal(size(number(column))).signum() * number(column).signum();
    }

    /** Fewer units, more units, or as many others. */
    private Text who() {
        long more = number("reported").subtract(number("previous_reported")).longValue();
        return more == 0
                ? WORDS.text("sentence.other-units")
                : WORDS.text(more < 0 ? "sentence.fewer-units" : "sentence.more-units", Math.abs(more));
    }

    private Text units(String column) {
        return Text.same(number(column).toBigInteger().toString());
    }

    /** A figure that has gone one way twice or more in succession. */
    private Text runOrPlain() {
        BigDecimal streak = number("streak");
        return streak.abs().intValue() < 2
                ? plain()
                : WORDS.text(streak.signum() > 0 ? "sentence.up-again" : "sentence.down-again", streak.abs());
    }

    private Text changed(String column, Text since) {
        if (fact.value(column) == null) {
            return NOTHING;
        }
        int sign = shownSign(column);
        return sign == 0
                ? WORDS.text("sentence.unchanged", since)
                : WORDS.text(sign > 0 ? "sentence.up" : "sentence.down", sized(column), since);
    }

    private Text moved(String column) {
        int sign = shownSign(column);
        return sign == 0
                ? WORDS.text("moved.unchanged")
                : WORDS.text(sign > 0 ? "moved.up" : "moved.down", sized(column));
    }

    private String size(BigDecimal change) {
        boolean quotient = Boolean.TRUE.equals(fact.value("quotient"));
        boolean rate = "rate".equals(fact.text("format"));
        BigDecimal shown = quotient && !rate ? change : change.movePointRight(2);
        boolean fine = rate || quotient && "amount".equals(fact.text("format"));
        return shown.abs().setScale(fine ? 2 : 1, RoundingMode.HALF_UP).toPlainString();
    }

    private Text sized(String column) {
        String size = size(number(column));
        boolean quotient = Boolean.TRUE.equals(fact.value("quotient"));
        if (!quotient) {
            return Text.same(size + "%");
        }
        return "rate".equals(fact.text("format")) ? WORDS.text("sentence.points", size) : Text.same(size);
    }

    private BigDecimal number(String column) {
        return FigureWords.number(fact, column);
    }
}
