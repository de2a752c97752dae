package org.jibao.cli.page;

import java.util.List;
import org.jibao.guard.VisibleText;
import org.jibao.mailbook.MailRecord;
import org.jibao.mailbook.MailRecord.Kind;
import org.jibao.mailbox.FetchOutcome;
import org.jibao.mailbox.MailboxCheck.Step;

/** What came by mail: how many, and which mails brought nothing that can be read. */
public final class FetchReport {

    /** More lines than this are for the page of the desk, not for a screen. */
    private static final int LINES = 20;

    private final Screen screen;

    public FetchReport(Screen screen) {
        this.screen = screen;
    }

    /** Prints and answers whether all that is new was fetched. */
    public boolean print(FetchOutcome outcome) {
        List<MailRecord> mails = outcome.mails();
        if (!mails.isEmpty()) {
            screen.out().println(screen.say("fetch.mails", mails.size(), outcome.files()));
            list("fetch.refuted", mails.stream().filter(FetchReport::isForged).toList());
            list(
                    "fetch.left",
                    mails.stream().filter(mail -> !mail.left().isEmpty()).toList());
            list(
                    "fetch.bounced",
                    mails.stream().filter(mail -> mail.kind() == Kind.BOUNCE).toList());
            list(
                    "fetch.no-return",
                    mails.stream().filter(FetchReport::broughtNothing).toList());
        } else if (outcome.failure() == null && !outcome.equals(FetchOutcome.NONE)) {
            screen.out().println(screen.say("fetch.nothing-new", outcome.known()));
        }
        return outcome.failure() == null;
    }

    private static boolean isForged(MailRecord mail) {
        return mail.proof() == MailRecord.Proof.REFUTED;
    }

    private static boolean broughtNothing(MailRecord mail) {
        return switch (mail.kind()) {
            case NO_FILE, LINK, UNREADABLE -> true;
            default -> false;
        };
    }

    private void list(String key, List<MailRecord> mails) {
        if (mails.isEmpty()) {
            return;
        }
        screen.out().println(screen.say(key, mails.size()));
        mails.stream().limit(LINES).forEach(mail -> screen.out().println("    " + line(mail)));
        if (mails.size() > LINES) {
            screen.out().println("    " + screen.say("run.more", mails.size() - LINES));
        }
    }

    private String line(MailRecord mail) {
        String about = mail.shownFrom() + "  " + mail.subject();
        String what = mail.kind() == Kind.BOUNCE
                ? String.join(", ", mail.failedRecipients())
                : String.join(", ", mail.left().stream().map(this::left).toList());
        return VisibleText.line(what.isEmpty() ? about : about + "  (" + what + ")");
    }

    private String left(MailRecord.Left left) {
        return left.name() + " " + screen.say("mail-left." + left.why());
    }

    /** Prints what was tried and answers whether all of it works. */
    public boolean steps(List<Step> steps) {
        for (Step step : steps) {
            String mark = screen.say(step.works() ? "fetch.step" : "fetch.no-step");
            (step.works() ? screen.out() : screen.err())
                    .println(mark + " " + VisibleText.line(screen.say(step.said())));
        }
        return steps.stream().allMatch(Step::works);
    }
}
