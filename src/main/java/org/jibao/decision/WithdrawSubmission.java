package org.jibao.decision;

import java.util.Optional;
import java.util.Set;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.finding.Text;
import org.jibao.run.UnusableArgument;
import org.jibao.status.SubmissionStanding;
import org.jibao.store.Decision;
import org.jibao.store.Row;

/** Takes an accepted submission out of every figure from now on; the accepted revision before it counts again. */
public final class WithdrawSubmission {

    private static final Set<String> TAKEN_OUT = Set.of("counted", "superseded", "after_close", "held", "withdrawn");

    private final Decisions decisions;

    public WithdrawSubmission(Decisions decisions) {
        this.decisions = decisions;
    }

    public DecisionOutcome run(long number, Ruling ruling) {
        SubmissionStanding submission = decisions.submission(number).orElseThrow(() -> unknown(number));
        if (!TAKEN_OUT.contains(submission.standing())) {
            throw new UnusableArgument(new Text(
                    "第 %d 号（%s）没有接收过，本来就不计入，无须撤回".formatted(number, submission.file()),
                    "submission %d (%s) was never accepted and counts in nothing; there is nothing to withdraw"
                            .formatted(number, submission.file())));
        }
        Optional<Row> before =
                decisions.rows("decided_withdraw", number).stream().findFirst();
        if (before.isPresent()) {
            Text said = decisions.said(before.get());
            return DecisionOutcome.asBefore(new Text(
                    "第 %d 号早已撤回（%s），没有改动".formatted(number, said.zh()),
                    "submission %d is withdrawn already (%s); nothing was changed".formatted(number, said.en())));
        }
        String unit = java.util.Objects.requireNonNull(submission.unit());
        String period = java.util.Objects.requireNonNull(submission.period());
        decisions.enter(new Decision(
                Decision.Kind.WITHDRAW, unit, period, number, null, null, null, null, ruling.reason(), ruling.by()));
        return DecisionOutcome.changed(
                new Text(
                        "已撤回第 %d 号：%s（第 %d 版）".formatted(number, submission.file(), submission.revision()),
                        "Submission %d is withdrawn: %s (revision %d)"
                                .formatted(number, submission.file(), submission.revision())),
                whatCounts(unit, period));
    }

    private Text whatCounts(String unit, String period) {
        return decisions
                .counted(unit, period)
                .map(now -> new Text(
                        "%s %s 现以第 %d 号计入：%s（第 %d 版）".formatted(unit, period, now.number(), now.file(), now.revision()),
                        "%s %s: submission %d counts now, %s (revision %d)"
                                .formatted(unit, period, now.number(), now.file(), now.revision())))
                .orElseGet(() -> new Text(
                        "%s %s 现在没有计入的报表，请单位重新报送".formatted(unit, period),
                        "%s %s: nothing counts now; ask the unit for its return".formatted(unit, period)));
    }

    private UnusableArgument unknown(long number) {
        String job = decisions.job().id();
        return new UnusableArgument(new Text(
                "任务 %s 没有第 %d 号报送。编号见 jibao history 单位".formatted(job, number),
                "the job %s has no submission %d. `jibao history UNIT` prints the numbers".formatted(job, number)));
    }
}
