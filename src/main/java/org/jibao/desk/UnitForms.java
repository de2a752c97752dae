package org.jibao.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jibao.app.Jibao;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.definition.Unit;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.finding.Text;
import org.jibao.status.HistoryReport.SubmissionLine;
import org.jibao.template.Templates.TemplatesOutcome;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a unit's page. What needs the store is a work, which waits for the works before it and says why it
 * cannot be done.
 */
final class UnitForms {

    private final Bench bench;

    UnitForms(Bench bench) {
        this.bench = bench;
    }

    /**
     * Does what a form asks for.
     *
     * @throws org.jibao.run.UnusableArgument where a reason, a name or a note cannot be taken
     */
    Answer sent(Call call, DeskFrame frame, Unit unit, UnitView view) {
        String code = unit.code();
        return switch (call.at(3)) {
            case "accept" -> {
                String[] which = call.sent("which").split(" ", 2);
                Optional<String> finding = given(which, 0);
                Optional<String> cell = given(which, 1);
                yield decided(
                        call, frame, unit, "work.accept", ruling -> jibao -> jibao.accept(code, finding, cell, ruling));
            }
            case "admit" -> {
                SubmissionLine held = named(call, view.held());
                yield decided(
                        call,
                        frame,
                        unit,
                        "work.admit",
                        ruling -> jibao -> jibao.accept(held.file(), Optional.empty(), Optional.empty(), ruling));
            }
            case "withdraw" -> {
                long number = named(call, view.withdrawable()).number();
                yield decided(call, frame, unit, "work.withdraw", ruling -> jibao -> jibao.withdraw(number, ruling));
            }
            case "reopen" -> decided(call, frame, unit, "work.reopen", ruling -> jibao -> jibao.reopen(code, ruling));
            case "template" -> begun(frame, unit, "work.template", jibao -> made(jibao.templates(Optional.of(code))));
            case "called" -> {
                CallForm.note(bench.jibao(frame), call, code);
                yield Answer.to(frame.link("unit", "unit", code));
            }
            case "officer" -> {
                call.session().officer("");
                yield Answer.to(frame.link("unit", "unit", code));
            }
            default -> throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        };
    }

    private static Optional<String> given(String[] words, int place) {
        return Optional.of(place < words.length ? words[place] : "").filter(text -> !text.isEmpty());
    }

    /** The submission of this unit and period that a form names. */
    private static SubmissionLine named(Call call, List<SubmissionLine> lines) {
        return lines.stream()
                .filter(line -> String.valueOf(line.number()).equals(call.sent("submission")))
                .findFirst()
                .orElseThrow(() -> new RefusedCall(Refusal.NO_SUCH_PAGE));
    }

    private Answer decided(
            Call call, DeskFrame frame, Unit unit, String title, Function<Ruling, Function<Jibao, Object>> decision) {
        return begun(frame, unit, title, decision.apply(Officer.ruling(call))::apply);
    }

    private Answer begun(DeskFrame frame, Unit unit, String title, Function<Jibao, @Nullable Object> task) {
        Work work = bench.begin(frame, Words.WORDS.text(title, Words.shown(unit.name())), task);
        work.backTo(frame.link("unit", "unit", unit.code()));
        return Answer.to(frame.link("work/" + work.number()));
    }

    private static Text made(TemplatesOutcome made) {
        return made.files().stream()
                .findFirst()
                .map(file -> Words.WORDS.text("unit.template-made", String.valueOf(file.getFileName())))
                .orElseGet(() -> made.unwritten().get(0));
    }
}
