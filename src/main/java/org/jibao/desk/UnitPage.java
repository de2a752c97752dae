package org.jibao.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.calendar.Period;
import org.jibao.calls.NotedCalls;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Unit;
import org.jibao.desk.UnitView.Typed;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.finding.Severity;
import org.jibao.guard.InvisibleCharacters;
import org.jibao.inspect.FindingsReport.FoundLine;
import org.jibao.inspect.FindingsWanted;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Settings;
import org.jibao.run.UnitArgument;
import org.jibao.run.UnusableArgument;
import org.jibao.slip.SlipFolder;
import org.jibao.status.HistoryReport;
import org.jibao.status.StatusReport;
import org.jibao.template.Templates;
import org.jspecify.annotations.Nullable;

/** A unit: all that it has sent, what was decided, what changed; whom to call; and the officer's decisions on it. */
final class UnitPage implements Page {

    /** Longer than any code or name of a roster. */
    private static final int LONGEST = 200;

    /** Findings of the unit that are looked through for open warnings. */
    private static final int MOST_FINDINGS = 500;

    private final Bench bench;
    private final UnitForms forms;

    UnitPage(Bench bench) {
        this.bench = bench;
        this.forms = new UnitForms(bench);
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        Unit unit = unit(call, frame);
        if (!call.posted()) {
            return page(call, frame, unit, "");
        }
        try {
            return forms.sent(call, frame, unit, view(call, frame, unit, ""));
        } catch (UnusableArgument refused) {
            return page(call, frame, unit, frame.words().of(refused.text()));
        }
    }

    private Unit unit(Call call, DeskFrame frame) {
        String word = call.asked("unit");
        if (word.isEmpty() || word.length() > LONGEST || word.codePoints().anyMatch(InvisibleCharacters::include)) {
            throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        }
        return UnitArgument.of(bench.job(frame).roster(), word);
    }

    private Answer page(Call call, DeskFrame frame, Unit unit, String problem) {
        return Answer.html(PageTemplates.render(
                "unit",
                Map.of("f", frame, "u", view(call, frame, unit, problem), "mails", Correspondence.of(bench, frame))));
    }

    private UnitView view(Call call, DeskFrame frame, Unit unit, String problem) {
        boolean all = call.asked("all").equals("1");
        Settings settings = bench.of(frame.job(), frame.period());
        Jibao jibao = all ? bench.jibao(frame, "") : bench.jibao(frame);
        NotedCalls calls = jibao.calls();
        calls = new NotedCalls(calls.file(), calls.of(unit.code()), calls.unreadable());
        Outputs outputs = Outputs.of(settings, frame.period());
        String template = template(frame, unit, outputs);
        Typed typed = Typed.of(call);
        try {
            HistoryReport report = jibao.history(unit.code());
            StatusReport status = bench.view(frame, "status", StatusReport.class, Jibao::status);
            return new UnitView(
                    report,
                    frame.period(),
                    all,
                    "",
                    first(status.units().stream()
                            .filter(line -> line.code().equals(unit.code()))
                            .findFirst()),
                    first(status.chase().lines().stream()
                            .filter(line -> line.code().equals(unit.code()))
                            .findFirst()),
                    status.chase().deadline().isClosed(),
                    slips(settings, frame.period(), outputs),
                    template,
                    open(frame, unit),
                    calls,
                    typed,
                    problem);
        } catch (OperationalFailure nothingYet) {
            JobDefinition job = bench.job(frame);
            HistoryReport none =
                    new HistoryReport(job.id(), job.title(), job.zone(), unit, bench.now(frame.job()), List.of());
            String why = frame.words().of(nothingYet.text());
            return new UnitView(
                    none,
                    frame.period(),
                    all,
                    why,
                    null,
                    null,
                    false,
                    Map.of(),
                    template,
                    List.of(),
                    calls,
                    typed,
                    problem);
        }
    }

    /** Warnings that an officer can accept. */
    private List<FoundLine> open(DeskFrame frame, Unit unit) {
        FindingsWanted wanted = FindingsWanted.ofUnit(unit.code(), 0, MOST_FINDINGS);
        return bench.jibao(frame).findings(wanted).findings().stream()
                .filter(found -> found.severity() == Severity.WARNING && !found.answered())
                .toList();
    }

    private static <T> @Nullable T first(Optional<T> found) {
        return found.orElse(null);
    }

    /** Those that lie there, by the file that each answers. */
    private static Map<String, String> slips(Settings settings, String period, Outputs outputs) {
        Map<String, String> names = new HashMap<>();
        Outputs.slips(settings, period).byFile().forEach((file, slip) -> outputs.named(SlipFolder.NAME + "/" + slip)
                .ifPresent(output -> names.put(file, output.name())));
        return names;
    }

    private String template(DeskFrame frame, Unit unit, Outputs outputs) {
        if (outputs.in(Templates.FOLDER).isEmpty()) {
            return "";
        }
        JobDefinition job = bench.job(frame);
        Optional<Period> period = job.periods().parse(frame.period());
        return period.flatMap(one -> Templates.nameOf(job, one, unit))
                .flatMap(name -> outputs.named(Templates.FOLDER + "/" + name))
                .map(Outputs.Output::name)
                .orElse("");
    }
}
