package org.jibao.cli.page;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jibao.app.RunOutcome;
import org.jibao.checking.Verdict;
import org.jibao.collect.Archiving.ArchiveOutcome;
import org.jibao.collect.CollectOutcome;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.delivery.OutgoingItem;
import org.jibao.guard.VisibleText;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.ReplacementQuery.Replacement;
import org.jibao.summarize.Summarizer.SummaryOutcome;

/** The closing words of a run: what happened to the files, and where the output is. */
public final class RunReport {

    /** More lines than this are for the sheet of findings, not for a screen. */
    private static final int LINES = 40;

    private final Screen screen;
    private final Path inbox;

    public RunReport(Screen screen, Path inbox) {
        this.screen = screen;
        this.inbox = inbox;
    }

    /** Prints and answers whether every return that is owed was accepted, and every file. */
    public boolean print(RunOutcome outcome) {
        new FetchReport(screen).print(outcome.fetched());
        boolean accepted = print(outcome.collected());
        boolean complete = true;
        for (SummaryOutcome summary : outcome.summaries()) {
            complete &= print(summary);
        }
        print(outcome.deliveries());
        return accepted && complete;
    }

    public void print(DeliveryOutcome deliveries) {
        if (!deliveries.sent().isEmpty()) {
            screen.out().println(screen.say("run.sent", deliveries.sent().size()));
        }
        for (OutgoingItem item : deliveries.waiting()) {
            Object why = item.why() == null ? "" : item.why();
            screen.err().println(screen.say("run.undelivered", item.audience(), item.period(), item.attempts(), why));
        }
    }

    /** Prints and answers whether every file was accepted. */
    public boolean print(CollectOutcome outcome) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        counts.putAll(outcome.byVerdict());
        if (outcome.files().isEmpty() && outcome.listed() == 0) {
            screen.out().println(screen.say("run.empty", inbox));
        } else if (outcome.files().isEmpty() && outcome.known() > 0) {
            screen.out().println(screen.say("run.nothing-new", inbox, outcome.known()));
        } else if (!outcome.files().isEmpty()) {
            screen.out().println(screen.say("run.collected", outcome.files().size(), inbox));
            verdicts(counts, outcome);
            faulty(outcome.files());
            senders(outcome);
        }
        outcome.strange().stream().limit(LINES).forEach(name -> screen.err().println(screen.say("run.strange", name)));
        outcome.notices().forEach(notice -> screen.err().println(screen.say(notice)));
        outcome.absent().forEach(name -> screen.err().println(screen.say("run.absent", name)));
        if (outcome.later() > 0) {
            screen.out().println(screen.say("run.later", outcome.later()));
        }
        archived(outcome.archived());
        outcome.unwritten().forEach(slip -> screen.err().println(screen.say(slip)));
        return outcome.held().isEmpty() && outcome.files().stream().noneMatch(RunReport::isFaulty);
    }

    /** Prints and answers whether every return that is owed was accepted. */
    public boolean print(SummaryOutcome summary) {
        summary.warnings().forEach(warning -> screen.err().println(screen.say(warning)));
        String key = summary.written() ? "run.output" : "run.untouched";
        screen.out().println(screen.say("run.reported", summary.period(), summary.reported(), summary.expected()));
        summary.files().forEach(file -> screen.out().println(screen.say(key, file)));
        String chase = summary.chase().written() ? "run.chase" : "run.chase-untouched";
        summary.chase().files().forEach(file -> screen.out()
                .println(screen.say(chase, summary.chase().owing(), file)));
        return summary.reported() == summary.expected();
    }

    private void archived(ArchiveOutcome archived) {
        if (archived.moved() > 0) {
            screen.out().println(screen.say("run.archived", archived.moved()));
        }
        archived.stayed().forEach(name -> screen.err().println(screen.say("run.stayed", name)));
    }

    private void verdicts(Map<Verdict, Long> counts, CollectOutcome outcome) {
        TextTable table =
                new TextTable(screen.say("table.result"), screen.say("table.files"), screen.say("table.what"));
        counts.forEach((verdict, count) -> table.row(
                screen.say("verdict." + verdict.word()), count, screen.say("verdict." + verdict.word() + ".what")));
        if (!outcome.held().isEmpty()) {
            table.row(screen.say("verdict.held"), outcome.held().size(), screen.say("verdict.held.what"));
        }
        if (outcome.afterClose() > 0) {
            table.row(screen.say("verdict.after_close"), outcome.afterClose(), screen.say("verdict.after_close.what"));
        }
        long aside = (long) outcome.locks().size() + outcome.ignored().size();
        if (aside > 0) {
            table.row(screen.say("verdict.ignored"), aside, screen.say("verdict.ignored.what"));
        }
        screen.out().println();
        screen.out().println(table.render());
    }

    private void senders(CollectOutcome outcome) {
        for (HeldFile file : outcome.held()) {
            screen.out().println(screen.say("verdict.held") + "  " + file.file());
            screen.out().println("    " + screen.say(file.why()));
            screen.out().println("    " + screen.say(file.cure()));
        }
        List<Replacement> replaced = outcome.replaced();
        replaced.stream().limit(LINES).forEach(one -> screen.out()
                .println(screen.say("run.replaced") + "  " + screen.say(one.words(outcome.zone()))));
        if (replaced.size() > LINES) {
            screen.out().println(screen.say("run.more-replaced", replaced.size() - LINES));
        }
        if (!outcome.held().isEmpty() || !replaced.isEmpty()) {
            screen.out().println();
        }
    }

    private void faulty(List<CollectOutcome.FileLine> files) {
        List<CollectOutcome.FileLine> faulty =
                files.stream().filter(RunReport::isFaulty).toList();
        faulty.stream().limit(LINES).forEach(this::faulty);
        if (faulty.size() > LINES) {
            screen.out().println(screen.say("run.more", faulty.size() - LINES));
        }
        if (!faulty.isEmpty()) {
            screen.out().println();
        }
    }

    /** Whether it is not counted, and somebody must do something about it. */
    private static boolean isFaulty(CollectOutcome.FileLine file) {
        return !file.held()
                && (file.verdict() == Verdict.RETURNED || file.verdict() == Verdict.REJECTED || file.afterClose());
    }

    private void faulty(CollectOutcome.FileLine file) {
        String remark = file.remark() == null ? "" : screen.say(file.remark());
        String place = VisibleText.line(file.place().toString());
        String more = file.errors() > 1 ? screen.say("run.and-more", file.errors() - 1) : "";
        String verdict = file.afterClose() ? "after_close" : file.verdict().word();
        screen.out().println(screen.say("verdict." + verdict) + "  " + VisibleText.line(file.file()));
        screen.out().println("    " + (place.isEmpty() ? "" : place + "  ") + remark + more);
    }
}
