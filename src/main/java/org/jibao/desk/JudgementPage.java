package org.jibao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jibao.app.Jibao;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.desk.JudgementView.Asked;
import org.jibao.desk.JudgementView.Row;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;
import org.jibao.run.OperationalFailure;
import org.jibao.run.UnusableArgument;
import org.jibao.status.OpenWork.Unlikely;
import org.jibao.status.StatusReport;

/**
 * What is still to be settled, the largest effect on the figures first; an unlikely figure that is right is accepted
 * here.
 */
final class JudgementPage implements Page {

    /** What a person settles in a morning. */
    static final int FIRST = 20;

    /** Rows of the whole list: what a browser shows at once. */
    static final int MOST = 500;

    /** Of an unlikely figure. */
    private static final String CODE = "figure-unlikely";

    private final Bench bench;

    JudgementPage(Bench bench) {
        this.bench = bench;
    }

    @Override
    public Answer answer(Call call, DeskFrame frame) {
        if (!call.posted()) {
            return page(call, frame, "");
        }
        String back = frame.link("judgement") + "?" + Asked.of(call).query();
        return switch (call.at(3)) {
            case "officer" -> {
                call.session().officer("");
                yield Answer.to(back);
            }
            case "right" -> {
                try {
                    yield right(call, frame, back);
                } catch (UnusableArgument refused) {
                    yield page(call, frame, frame.words().of(refused.text()));
                }
            }
            default -> throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        };
    }

    /** The unit's figure is right, an officer says. */
    private Answer right(Call call, DeskFrame frame, String back) {
        Unlikely figure = report(frame).open().unlikely().stream()
                .filter(one -> one.fingerprint().equals(call.sent("fingerprint")))
                .findFirst()
                .orElseThrow(() -> new UnusableArgument(Words.WORDS.text("judgement.settled")));
        Ruling ruling = Officer.ruling(call);
        Work work = bench.begin(
                frame,
                Words.WORDS.text("work.accept", Words.shown(figure.name())),
                jibao -> jibao.accept(
                        figure.unit(),
                        Optional.of(CODE),
                        Optional.of(figure.place().toString()),
                        ruling));
        work.backTo(back);
        return Answer.to(frame.link("work/" + work.number()));
    }

    private StatusReport report(DeskFrame frame) {
        return bench.view(frame, "status", StatusReport.class, Jibao::status);
    }

    private Answer page(Call call, DeskFrame frame, String problem) {
        return Answer.html(PageTemplates.render("judgement", Map.of("f", frame, "j", view(call, frame, problem))));
    }

    private JudgementView view(Call call, DeskFrame frame, String problem) {
        Asked asked = Asked.of(call);
        String typed = problem.isEmpty() ? "" : call.sent("reason");
        String refused = problem.isEmpty() ? "" : call.sent("fingerprint");
        StatusReport report;
        try {
            report = report(frame);
        } catch (OperationalFailure nothingYet) {
            String why = frame.words().of(nothingYet.text());
            return new JudgementView(null, why, List.of(), 0, 0, 0, asked, problem, typed, refused);
        }
        List<Row> rows = JudgementView.rows(report);
        List<Row> found = rows.stream().filter(asked::takes).toList();
        long unlikely = rows.stream().filter(row -> row.figure() != null).count();
        return new JudgementView(
                report,
                "",
                found.subList(0, Math.min(found.size(), asked.all() ? MOST : FIRST)),
                found.size(),
                rows.size() - unlikely,
                unlikely,
                asked,
                problem,
                typed,
                refused);
    }
}
