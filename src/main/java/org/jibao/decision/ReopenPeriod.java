package org.jibao.decision;

import java.time.LocalDate;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.UnitArgument;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Decision;
import org.jibao.store.Row;

/** Lets what a unit sends, or has sent, after a period's closing count from now on. */
public final class ReopenPeriod {

    private static final Wording WORDS = Wording.of(ReopenPeriod.class);

    private final Decisions decisions;
    private final JobDefinition job;

    public ReopenPeriod(Decisions decisions) {
        this.decisions = decisions;
        this.job = decisions.job();
    }

    public DecisionOutcome run(String word, Period period, Ruling ruling) {
        Unit unit = UnitArgument.of(job.roster(), word);
        checkOwed(unit, period);
        checkClosed(period);
        Optional<Row> before = decisions.rows("decided_reopen", unit.code(), period.code()).stream()
                .findFirst();
        if (before.isPresent()) {
            Text said = decisions.said(before.get());
            return DecisionOutcome.asBefore(WORDS.text("reopen.unchanged", unit.name(), period, said));
        }
        decisions.enter(new Decision(
                Decision.Kind.REOPEN,
                unit.code(),
                period.code(),
                null,
                null,
                null,
                null,
                null,
                ruling.reason(),
                ruling.by()));
        return DecisionOutcome.changed(WORDS.text("reopen.done", unit.name(), period), whatCounts(unit, period));
    }

    private Text whatCounts(Unit unit, Period period) {
        return decisions
                .counted(unit.code(), period.code())
                .map(now -> WORDS.text("reopen.counts-now", now.number(), now.file(), now.revision()))
                .orElseGet(() -> WORDS.text("reopen.nothing-yet"));
    }

    private void checkOwed(Unit unit, Period period) {
        if (!job.owes(unit) || !unit.activeIn(period)) {
            throw new UnusableArgument(WORDS.text("reopen.not-owed", unit.name(), period, job.title()));
        }
    }

    private void checkClosed(Period period) {
        LocalDate closes = job.due().dueDate(period, WorkingDays.china()).plusDays(job.openFor());
        if (!decisions.asOf().atZone(job.zone()).toLocalDate().isAfter(closes)) {
            throw new UnusableArgument(WORDS.text("reopen.still-open", period, closes));
        }
    }
}
