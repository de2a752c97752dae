package org.jibao.decision;

import java.util.Optional;
import java.util.Set;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.UnusableArgument;
import org.jibao.status.SubmissionStanding;
import org.jibao.store.Decision;
import org.jibao.store.Row;

/** Takes an accepted submission out of every figure from now on; the accepted revision before it counts again. */
public final class WithdrawSubmission {

    private static final Wording WORDS = Wording.of(WithdrawSubmission.class);
    private static final Set<String> TAKEN_OUT = Set.of("counted", "superseded", "after_close", "held", "withdrawn");

    private final Decisions decisions;

    public WithdrawSubmission(Decisions decisions) {
        this.decisions = decisions;
    }

    public DecisionOutcome run(long number, Ruling ruling) {
        SubmissionStanding submission = decisions.submission(number).orElseThrow(() -> unknown(number));
        if (!TAKEN_OUT.contains(submission.standing())) {
            throw new UnusableArgument(WORDS.text("withdraw.never-accepted", number, submission.file()));
        }
        Optional<Row> before =
                decisions.rows("decided_withdraw", number).stream().findFirst();
        if (before.isPresent()) {
            Text said = decisions.said(before.get());
            return DecisionOutcome.asBefore(WORDS.text("withdraw.unchanged", number, said));
        }
        String unit = java.util.Objects.requireNonNull(submission.unit());
        String period = java.util.Objects.requireNonNull(submission.period());
        decisions.enter(new Decision(
                Decision.Kind.WITHDRAW, unit, period, number, null, null, null, null, ruling.reason(), ruling.by()));
        return DecisionOutcome.changed(
                WORDS.text("withdraw.done", number, submission.file(), submission.revision()),
                whatCounts(unit, period));
    }

    private Text whatCounts(String unit, String period) {
        return decisions
                .counted(unit, period)
                .map(now -> WORDS.text("withdraw.counts-now", unit, period, now.number(), now.file(), now.revision()))
                .orElseGet(() -> WORDS.text("withdraw.nothing-counts", unit, period));
    }

    private UnusableArgument unknown(long number) {
        String job = decisions.job().id();
        return new UnusableArgument(WORDS.text("withdraw.unknown", job, number));
    }
}
