package org.jibao.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jibao.calendar.Period;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.finding.Place;
import org.jibao.finding.Severity;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.PersonalNumbers;
import org.jibao.run.UnitArgument;
import org.jibao.run.UnusableArgument;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.SubmissionStanding;
import org.jibao.store.Decision;
import org.jibao.store.Row;

/** Answers warnings of a return in an officer's name. An error is not a matter of opinion: it must be put right. */
public final class AcceptWarnings {

    private static final Wording WORDS = Wording.of(AcceptWarnings.class);

    /** More than these are for the sheet of findings. */
    private static final int LINES = 20;

    private final Decisions decisions;
    private final JobDefinition job;

    public AcceptWarnings(Decisions decisions) {
        this.decisions = decisions;
        this.job = decisions.job();
    }

    /**
     * Which warnings.
     *
     * @param fileOrUnit the file's name, with or without its folders, or the unit's code, name or alias
     */
    public record Wanted(String fileOrUnit, Period period, Optional<String> code, Optional<String> cell) {}

    public DecisionOutcome run(Wanted wanted, Ruling ruling) {
        SubmissionStanding submission = submission(wanted);
        if (submission.standing().equals("held")) {
            return admit(submission, ruling);
        }
        List<FoundWarning> all =
                decisions.rows("accept_findings", submission.number(), ruling.reason(), ruling.by()).stream()
                        .map(FoundWarning::of)
                        .toList();
        List<FoundWarning> meant = all.stream()
                .filter(finding -> finding.is(wanted.code(), wanted.cell()))
                .toList();
        List<FoundWarning> warnings = of(Severity.WARNING, meant);
        if (warnings.isEmpty()) {
            refuseBesideHeld(submission);
            throw nothingToAccept(submission, all, meant);
        }
        List<FoundWarning> fresh =
                warnings.stream().filter(warning -> !warning.known()).toList();
        fresh.forEach(warning -> enter(submission, warning, ruling));
        return outcome(submission, fresh, of(Severity.ERROR, meant).size());
    }

    /** Who names a unit of which something is held and something else counts must say which file is meant. */
    private void refuseBesideHeld(SubmissionStanding submission) {
        for (HeldFile held : decisions.held()) {
            if (held.unit().equals(submission.unit()) && held.period().equals(submission.period())) {
                throw new UnusableArgument(WORDS.text("accept.held-beside", submission.file(), held.file()));
            }
        }
    }

    /** What is held counts from now on, by its own time of receipt; its warnings are answered by another call. */
    private DecisionOutcome admit(SubmissionStanding submission, Ruling ruling) {
        String unit = java.util.Objects.requireNonNull(submission.unit());
        String period = java.util.Objects.requireNonNull(submission.period());
        decisions.enter(new Decision(
                Decision.Kind.ADMIT,
                unit,
                period,
                submission.number(),
                null,
                null,
                null,
                null,
                ruling.reason(),
                ruling.by()));
        String now = decisions
                .submission(submission.number())
                .map(SubmissionStanding::standing)
                .orElse("");
        String name = job.roster().byCode(unit).map(Unit::name).orElse(unit);
        Text where =
                switch (now) {
                    case "counted" -> WORDS.text("accept.counts-now");
                    case "superseded" -> WORDS.text("accept.superseded");
                    case "after_close" -> WORDS.text("accept.after-close");
                    default -> WORDS.text("accept.has-errors");
                };
        return DecisionOutcome.changed(WORDS.text("accept.admitted", submission.file(), name, period, where));
    }

    private void enter(SubmissionStanding submission, FoundWarning warning, Ruling ruling) {
        decisions.enter(new Decision(
                Decision.Kind.ACCEPT,
                java.util.Objects.requireNonNull(submission.unit()),
                java.util.Objects.requireNonNull(submission.period()),
                submission.number(),
                warning.fingerprint(),
                warning.code(),
                warning.place().sheet(),
                warning.place().cell(),
                ruling.reason(),
                ruling.by()));
    }

    private static DecisionOutcome outcome(SubmissionStanding submission, List<FoundWarning> fresh, int errors) {
        List<Text> lines = new ArrayList<>();
        if (fresh.isEmpty()) {
            lines.add(WORDS.text("accept.unchanged", submission.file()));
        } else {
            lines.add(WORDS.text("accept.accepted", submission.file(), fresh.size()));
        }
        fresh.stream().limit(LINES).forEach(warning -> lines.add(line(warning)));
        if (errors > 0) {
            lines.add(WORDS.text("accept.errors-stay", errors));
        }
        return new DecisionOutcome(!fresh.isEmpty(), lines);
    }

    private static Text line(FoundWarning warning) {
        return WORDS.text("accept.line", warning.named(), warning.message());
    }

    private SubmissionStanding submission(Wanted wanted) {
        String period = wanted.period().code();
        Optional<Unit> unit = UnitArgument.find(job.roster(), wanted.fileOrUnit());
        List<SubmissionStanding> found = unit
                .map(known -> decisions.rows("accept_of_unit", period, known.code()))
                .orElseGet(() -> decisions.rows("accept_of_file", period, PersonalNumbers.masked(wanted.fileOrUnit())))
                .stream()
                .map(SubmissionStanding::of)
                .toList();
        if (found.size() > 1) {
            List<String> names = found.stream().map(SubmissionStanding::file).toList();
            Text files = new Text(String.join("、", names), String.join(", ", names));
            throw new UnusableArgument(WORDS.text("accept.several-files", wanted.fileOrUnit(), files));
        }
        return found.stream().findFirst().orElseThrow(() -> nothingSent(wanted, unit));
    }

    private UnusableArgument nothingSent(Wanted wanted, Optional<Unit> unit) {
        Text meant =
                unit.map(known -> Text.same("")).orElseGet(() -> UnitArgument.meant(job.roster(), wanted.fileOrUnit()));
        return new UnusableArgument(WORDS.text("accept.nothing-sent", wanted.period(), wanted.fileOrUnit(), meant));
    }

    private static UnusableArgument nothingToAccept(
            SubmissionStanding submission, List<FoundWarning> all, List<FoundWarning> meant) {
        List<FoundWarning> errors = of(Severity.ERROR, meant);
        if (!errors.isEmpty()) {
            Text names = names(errors);
            return new UnusableArgument(WORDS.text("accept.is-an-error", submission.file(), names));
        }
        Text warnings = names(of(Severity.WARNING, all));
        return new UnusableArgument(WORDS.text("accept.no-such-warning", submission.file(), warnings));
    }

    private static Text names(List<FoundWarning> findings) {
        return findings.isEmpty()
                ? WORDS.text("accept.none")
                : new Text(
                        joined(findings, warning -> warning.named().zh(), "、"),
                        joined(findings, warning -> warning.named().en(), ", "));
    }

    private static String joined(List<FoundWarning> findings, Function<FoundWarning, String> name, String comma) {
        return findings.stream().map(name).distinct().limit(LINES).collect(Collectors.joining(comma));
    }

    private static List<FoundWarning> of(Severity severity, List<FoundWarning> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    /**
     * A finding that an officer may have meant.
     *
     * @param known whether just this was accepted before, by the same officer for the same reason
     */
    record FoundWarning(String fingerprint, String code, Severity severity, Place place, Text message, boolean known) {

        static FoundWarning of(Row row) {
            return new FoundWarning(
                    row.text("fingerprint"),
                    row.text("code"),
                    row.choice("severity", Severity.class),
                    new Place(row.textOrNull("sheet"), row.textOrNull("cell")),
                    new Text(row.text("message_zh"), row.text("message_en")),
                    row.flag("known"));
        }

        /** By its code, and by its cell with or without the sheet. */
        boolean is(Optional<String> wantedCode, Optional<String> wantedCell) {
            return wantedCode.map(code::equals).orElse(true)
                    && wantedCell
                            .map(cell -> cell.equalsIgnoreCase(place.toString()) || cell.equalsIgnoreCase(place.cell()))
                            .orElse(true);
        }

        /** {@code code（表二!D14）}. */
        Text named() {
            return place.toString().isEmpty() ? Text.same(code) : WORDS.text("accept.code-and-place", code, place);
        }
    }
}
