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
import org.jibao.run.UnitArgument;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Decision;
import org.jibao.store.Row;

/** Lets what a unit sends, or has sent, after a period's closing count from now on. */
public final class ReopenPeriod {

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
            return DecisionOutcome.asBefore(new Text(
                    "%s %s 早已重开（%s），没有改动".formatted(unit.name(), period, said.zh()),
                    "%s is open again for %s already (%s); nothing was changed"
                            .formatted(period, unit.name(), said.en())));
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
        return DecisionOutcome.changed(
                new Text(
                        "已为%s重开 %s".formatted(unit.name(), period),
                        "%s is open again for %s".formatted(period, unit.name())),
                whatCounts(unit, period));
    }

    private Text whatCounts(Unit unit, Period period) {
        return decisions
                .counted(unit.code(), period.code())
                .map(now -> new Text(
                        "现以第 %d 号计入：%s（第 %d 版），无须重新报送".formatted(now.number(), now.file(), now.revision()),
                        "Submission %d counts now, %s (revision %d); it need not be sent again"
                                .formatted(now.number(), now.file(), now.revision())))
                .orElseGet(() -> new Text(
                        "尚未收到可计入的报表；以后收到的照常计入", "Nothing that could count has come yet; what comes will count"));
    }

    private void checkOwed(Unit unit, Period period) {
        if (!job.owes(unit) || !unit.activeIn(period)) {
            throw new UnusableArgument(new Text(
                    "%s 不应报 %s 的“%s”，无法重开"
                            .formatted(unit.name(), period, job.title().zh()),
                    "%s owes no \"%s\" for %s; there is nothing to reopen"
                            .formatted(unit.name(), job.title().en(), period)));
        }
    }

    private void checkClosed(Period period) {
        LocalDate closes = job.due().dueDate(period, WorkingDays.china()).plusDays(job.openFor());
        if (!decisions.asOf().atZone(job.zone()).toLocalDate().isAfter(closes)) {
            throw new UnusableArgument(new Text(
                    "%s 到 %s 才截止接收，现在还开着，无须重开".formatted(period, closes),
                    "%s is open until %s anyway; there is nothing to reopen".formatted(period, closes)));
        }
    }
}
