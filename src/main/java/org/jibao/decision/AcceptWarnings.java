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
import org.jibao.guard.PersonalNumbers;
import org.jibao.run.UnitArgument;
import org.jibao.run.UnusableArgument;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.SubmissionStanding;
import org.jibao.store.Decision;
import org.jibao.store.Row;

/** Answers warnings of a return in an officer's name. An error is not a matter of opinion: it must be put right. */
public final class AcceptWarnings {

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
                throw new UnusableArgument(new Text(
                        "%s 没有可以认可的警示；待核实的是 %s，要计入请写这个文件名".formatted(submission.file(), held.file()),
                        "%s has no warning to accept; what is held is %s: to let it in, give the name of that file"
                                .formatted(submission.file(), held.file())));
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
                    case "counted" -> new Text("现已计入", "it counts now");
                    case "superseded" -> new Text("已有更新的一份计入，这一份不再计入", "a newer revision counts, so this one does not");
                    case "after_close" ->
                        new Text("它在截止之后收到，还须 jibao reopen", "it came after closing: jibao reopen it as well");
                    default -> new Text("它有错误，须由单位更正后重报", "it has errors, which the unit must correct");
                };
        return DecisionOutcome.changed(new Text(
                "%s：认定为%s %s 的报表，%s".formatted(submission.file(), name, period, where.zh()),
                "%s: taken as the return of %s for %s; %s".formatted(submission.file(), name, period, where.en())));
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
            lines.add(new Text(
                    "%s：这些警示早已以同一理由认可，没有改动".formatted(submission.file()),
                    "%s: accepted for the same reason already; nothing was changed".formatted(submission.file())));
        } else {
            lines.add(new Text(
                    "%s：认可 %d 条警示".formatted(submission.file(), fresh.size()),
                    "%s: warnings accepted: %d".formatted(submission.file(), fresh.size())));
        }
        fresh.stream().limit(LINES).forEach(warning -> lines.add(line(warning)));
        if (errors > 0) {
            lines.add(new Text(
                    "另有 %d 条错误不能认可，须由单位更正后重报".formatted(errors),
                    "Errors that stay, since an error cannot be accepted and is for the unit to correct: %d"
                            .formatted(errors)));
        }
        return new DecisionOutcome(!fresh.isEmpty(), lines);
    }

    private static Text line(FoundWarning warning) {
        return new Text(
                "    %s  %s".formatted(warning.named().zh(), warning.message().zh()),
                "    %s  %s".formatted(warning.named().en(), warning.message().en()));
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
            String files = found.stream().map(SubmissionStanding::file).collect(Collectors.joining("、"));
            throw new UnusableArgument(new Text(
                    "叫“%s”的文件不止一个：%s。请写全路径或单位".formatted(wanted.fileOrUnit(), files),
                    "\"%s\" is the name of more than one file: %s. Give its folders too, or the unit"
                            .formatted(wanted.fileOrUnit(), files)));
        }
        return found.stream().findFirst().orElseThrow(() -> nothingSent(wanted, unit));
    }

    private UnusableArgument nothingSent(Wanted wanted, Optional<Unit> unit) {
        Text meant = unit.map(known -> new Text("", ""))
                .orElseGet(() -> UnitArgument.meant(job.roster(), wanted.fileOrUnit()));
        return new UnusableArgument(new Text(
                "%s 没有“%s”的报表可以认可%s".formatted(wanted.period(), wanted.fileOrUnit(), meant.zh()),
                "for %s there is no return of \"%s\" to accept anything in%s"
                        .formatted(wanted.period(), wanted.fileOrUnit(), meant.en())));
    }

    private static UnusableArgument nothingToAccept(
            SubmissionStanding submission, List<FoundWarning> all, List<FoundWarning> meant) {
        List<FoundWarning> errors = of(Severity.ERROR, meant);
        if (!errors.isEmpty()) {
            Text names = names(errors);
            return new UnusableArgument(new Text(
                    "%s 的 %s 是错误，不能认可：有错误的报表不计入。请单位更正后重报；若规则本身不对，请改任务文件夹的 checks"
                            .formatted(submission.file(), names.zh()),
                    ("%s: %s is an error and cannot be accepted: a return with errors does not count. The unit corrects it"
                                    + " and sends it again; where the rule itself is wrong, change it in the job's checks")
                            .formatted(submission.file(), names.en())));
        }
        Text warnings = names(of(Severity.WARNING, all));
        return new UnusableArgument(new Text(
                "%s 没有这样的警示；它的警示：%s".formatted(submission.file(), warnings.zh()),
                "%s has no such warning; those it has: %s".formatted(submission.file(), warnings.en())));
    }

    private static Text names(List<FoundWarning> findings) {
        return findings.isEmpty()
                ? new Text("无", "none")
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
            return place.toString().isEmpty()
                    ? Text.same(code)
                    : new Text("%s（%s）".formatted(code, place), "%s (%s)".formatted(code, place));
        }
    }
}
