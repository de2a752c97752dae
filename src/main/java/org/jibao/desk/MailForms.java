package org.jibao.desk;

import java.util.Set;
import org.jibao.app.Jibao;
import org.jibao.desk.http.Answer;
import org.jibao.desk.http.Call;
import org.jibao.desk.http.Refusal;
import org.jibao.desk.http.RefusedCall;

/** The forms of the page of mails: fetch, check the mailbox, let answers go, drop one. */
final class MailForms {

    private final Bench bench;

    MailForms(Bench bench) {
        this.bench = bench;
    }

    /**
     * Does what a form asks for.
     *
     * @throws org.jibao.run.UnusableArgument where the officer's name cannot be taken, or an answer is none or has gone
     */
    Answer sent(Call call, DeskFrame frame) {
        return switch (call.at(3)) {
            case "fetch" -> begun(bench.begin(frame, Words.WORDS.text("work.fetch"), Jibao::fetch), frame);
            case "check" ->
                begun(
                        bench.begin(
                                frame,
                                Words.WORDS.text("work.check-mailbox"),
                                jibao -> new MailboxSteps(jibao.checkMailbox())),
                        frame);
            case "officer" -> {
                if (call.sent("by").isEmpty()) {
                    call.session().officer("");
                } else {
                    Officer.name(call);
                }
                yield back(frame, MailAsked.of(call), "");
            }
            case "release" -> {
                Set<String> ids = Set.copyOf(call.allSent("answer"));
                int released =
                        bench.jibao(frame).release(ids, Officer.name(call)).size();
                yield back(frame, MailAsked.of(call), "&done=released&count=" + released);
            }
            case "drop" -> {
                bench.jibao(frame).drop(call.sent("answer"), Officer.name(call));
                yield back(frame, MailAsked.of(call), "&done=dropped");
            }
            default -> throw new RefusedCall(Refusal.NO_SUCH_PAGE);
        };
    }

    private static Answer begun(Work work, DeskFrame frame) {
        work.backTo(frame.link("mail"));
        return Answer.to(frame.link("work/" + work.number()));
    }

    private static Answer back(DeskFrame frame, MailAsked asked, String done) {
        return Answer.to(frame.link("mail") + "?view=" + asked.view() + done);
    }
}
