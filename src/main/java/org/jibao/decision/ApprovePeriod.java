package org.jibao.decision;

import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Wording;
import org.jibao.run.Approvals;
import org.jibao.run.Approvals.Approval;
import org.jibao.run.HandingOffice;
import org.jibao.run.StateDigest;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Decision;
import org.jibao.store.Row;

/**
 * Approves the figures of a period to be handed on, as they are at the moment. What is approved is a digest over all
 * that decides them, so that it is known later whether they are still the same.
 */
public final class ApprovePeriod {

    private static final Wording WORDS = Wording.of(ApprovePeriod.class);

    private final Decisions decisions;
    private final JobDefinition job;

    public ApprovePeriod(Decisions decisions) {
        this.decisions = decisions;
        this.job = decisions.job();
    }

    /** @param reason a remark, if there is one */
    public DecisionOutcome run(Period period, Optional<String> reason, String by) {
        Ruling ruling = new Ruling(reason.orElse(WORDS.text("approve.usual").in(job.language())), by);
        Unit office = HandingOffice.of(job);
        Row counts = decisions.rows("approve_counts", period.code()).one();
        if (counts.count("counted") == 0) {
            throw new UnusableArgument(WORDS.text("approve.nothing", period));
        }
        Optional<Approval> before = new Approvals(decisions.store().sql(), job)
                .latest(period, decisions.asOf())
                .filter(Approval::stands);
        if (before.isPresent()) {
            String time = decisions.time(before.get().at());
            return DecisionOutcome.asBefore(
                    WORDS.text("approve.unchanged", period, before.get().by(), time));
        }
        enter(office, period, ruling);
        long expected = job.roster().units().stream()
                .filter(unit -> job.owes(unit) && unit.activeIn(period))
                .count();
        return DecisionOutcome.changed(
                WORDS.text("approve.done", period, ruling.by(), office.name()),
                WORDS.text(
                        "approve.units",
                        counts.count("counted"),
                        expected,
                        counts.count("held"),
                        counts.count("unanswered")),
                WORDS.text("approve.next", period));
    }

    private void enter(Unit office, Period period, Ruling ruling) {
        String digest = new StateDigest(decisions.store().sql(), job).upTo(period, decisions.asOf());
        decisions.enter(new Decision(
                Decision.Kind.APPROVE,
                office.code(),
                period.code(),
                null,
                digest,
                null,
                null,
                null,
                ruling.reason(),
                ruling.by()));
    }
}
