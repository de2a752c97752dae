package org.jibao.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.answer.AnswerWords.Fact;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.AnswersDefinition.Kind;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.delivery.Mail;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.status.ChaseList;
import org.jibao.status.StatusQuery;
import org.jibao.store.Sql;

/** Reminders to the units that still owe a return, on the days that the job names. */
final class Reminders {

    /** Days by which a reminder may be late: nights that were missed over a weekend. An older one is left out. */
    static final int LATEST_DAYS = 3;

    private static final Wording WORDS = Wording.of(Reminders.class);

    private final JobDefinition job;
    private final Sql sql;
    private final KnownAnswers known;
    private final Instant asOf;
    private final LocalDate today;
    private final List<Integer> days;
    private final Recipients recipients;
    private final SpokenWords words;

    Reminders(JobDefinition job, Sql sql, KnownAnswers known, Instant asOf) {
        this.job = job;
        this.sql = sql;
        this.known = known;
        this.asOf = asOf;
        this.today = asOf.atZone(job.zone()).toLocalDate();
        this.days = job.receipt().answers().remind();
        this.recipients = new Recipients(job);
        this.words = new SpokenWords(job);
    }

    List<AnswerDraft> drafts() {
        List<AnswerDraft> drafts = new ArrayList<>();
        if (!job.receipt().answers().kinds().containsKey(Kind.REMINDER) || days.isEmpty()) {
            return drafts;
        }
        int last = days.get(days.size() - 1) + LATEST_DAYS;
        Period period = job.periods().containing(today).next();
        while (!due(period).plusDays(last).isBefore(today)) {
            Period one = period;
            newest(one).ifPresent(day -> add(drafts, one, day));
            period = period.previous();
        }
        return drafts;
    }

    private LocalDate due(Period period) {
        return job.due().dueDate(period, WorkingDays.china());
    }

    /** The last of the days that has come; none where that is long ago, or the period is closed. */
    private Optional<Integer> newest(Period period) {
        LocalDate due = due(period);
        if (due.plusDays(job.openFor()).isBefore(today)) {
            return Optional.empty();
        }
        return days.stream()
                .filter(day -> !due.plusDays(day).isAfter(today))
                .reduce((earlier, later) -> later)
                .filter(day -> !due.plusDays(day + LATEST_DAYS).isBefore(today));
    }

    private void add(List<AnswerDraft> drafts, Period period, int day) {
        StatusQuery status = new StatusQuery(sql, job, WorkingDays.china());
        for (ChaseList.Line line : status.report(period, asOf).chase().lines()) {
            Optional<Unit> unit = job.roster().byCode(line.code());
            String id = AnswerDraft.id("reminder", job.id(), line.code(), period.code(), String.valueOf(day));
            if (unit.isPresent() && isTheUnitsTurn(line) && !known.isSettled(id) && !known.isSentBack(line.code())) {
                drafts.add(draft(id, unit.get(), line, period));
            }
        }
    }

    /** What an officer has to decide is none of the unit's doing. */
    private static boolean isTheUnitsTurn(ChaseList.Line line) {
        return switch (line.state()) {
            case MISSING, REJECTED, RETURNED -> true;
            case AFTER_CLOSE, HELD -> false;
        };
    }

    private AnswerDraft draft(String id, Unit unit, ChaseList.Line line, Period period) {
        AnswerWords said = said(unit, line, period);
        return new AnswerDraft(
                id,
                Kind.REMINDER,
                "",
                unit.code(),
                period.code(),
                "",
                recipients.of(unit),
                said.title(),
                said,
                List.of(),
                Mail.Answer.UNASKED);
    }

    private AnswerWords said(Unit unit, ChaseList.Line line, Period period) {
        boolean over = today.isAfter(due(period));
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("fact.form", job.title()));
        facts.add(fact("fact.period", period.label()));
        facts.add(fact("fact.due", Text.same(due(period).toString())));
        facts.add(fact("fact.state", state(line)));
        if (over) {
            facts.add(fact(
                    "fact.last-day",
                    Text.same(due(period).plusDays(job.openFor()).toString())));
        }
        return new AnswerWords(
                words.say(WORDS.text(over ? "title.overdue" : "title.reminder", unit.name(), period.label())),
                words.say(WORDS.text("letter.greeting", unit.name())),
                words.opening(Kind.REMINDER, WORDS.text(over ? "opening.overdue" : "opening.reminder")),
                facts,
                List.of(),
                List.of(),
                words.say(WORDS.text("next.reminder")));
    }

    private static Text state(ChaseList.Line line) {
        return switch (line.state()) {
            case RETURNED -> WORDS.text("state.returned");
            case REJECTED -> WORDS.text("state.rejected");
            default -> WORDS.text("state.missing");
        };
    }

    private Fact fact(String name, Text value) {
        return new Fact(words.say(WORDS.text(name)), words.say(value));
    }
}
