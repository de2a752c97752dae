package org.jibao.desk;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jibao.app.RunOutcome;
import org.jibao.collect.CollectOutcome;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.draft.DraftOutcome;
import org.jibao.finding.Text;
import org.jibao.mailbox.FetchOutcome;
import org.jibao.maintenance.StoreMaintenance.BackupOutcome;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.template.Templates.TemplatesOutcome;
import org.jibao.verify.Verification.VerifyReport;
import org.jspecify.annotations.Nullable;

/**
 * What came of a work, in lines for its page.
 *
 * @param files those that were settled, each with its verdict
 */
record Outcome(List<FileVerdict> files, List<String> lines) {

    /** Of more units than these the number is enough. */
    private static final int MOST_NAMED = 20;

    /** One file and what became of it; an empty text is nothing. */
    record FileVerdict(
            String file,
            String verdict,
            String word,
            String unit,
            String period,
            long errors,
            long warnings,
            String remark,
            String place) {}

    static Outcome of(@Nullable Object outcome, Words words, ZoneId zone) {
        List<FileVerdict> files = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        if (outcome instanceof CollectOutcome collected) {
            add(collected, words, files, lines);
        } else if (outcome instanceof RunOutcome run) {
            add(run.collected(), words, files, lines);
            run.summaries().forEach(summary -> add(summary, words, lines));
            add(run.deliveries(), words, lines);
        } else if (outcome instanceof SummaryOutcome summary) {
            add(summary, words, lines);
        } else if (outcome instanceof DeliveryOutcome deliveries) {
            add(deliveries, words, lines);
            if (lines.isEmpty()) {
                lines.add(words.say("outcome.nothing-due"));
            }
        } else if (outcome instanceof DecisionOutcome decided) {
            decided.lines().forEach(line -> lines.add(Words.shown(words.of(line))));
        } else if (outcome instanceof BackupOutcome backup) {
            lines.add(
                    words.say("outcome.backup", backup.file(), backup.submissions(), words.time(backup.asOf(), zone)));
        } else if (outcome instanceof TemplatesOutcome templates) {
            add(templates, words, lines);
        } else if (outcome instanceof VerifyReport verified) {
            add(verified, words, lines);
        } else if (outcome instanceof DraftedJob drafted) {
            add(drafted, words, lines);
        } else if (outcome instanceof FetchOutcome fetched) {
            lines.addAll(FetchLines.of(fetched, words));
        } else if (outcome instanceof MailboxSteps steps) {
            lines.addAll(steps.lines(words));
        } else if (outcome instanceof Text said) {
            lines.add(words.of(said));
        }
        return new Outcome(files, lines);
    }

    private static void add(CollectOutcome collected, Words words, List<FileVerdict> files, List<String> lines) {
        for (CollectOutcome.FileLine file : collected.files()) {
            String verdict = file.held()
                    ? "held"
                    : file.afterClose() ? "after-close" : file.verdict().word().replace('_', '-');
            files.add(new FileVerdict(
                    Words.shown(file.file()),
                    verdict,
                    words.say("verdict." + verdict),
                    Words.shown(file.unit() == null ? "" : file.unit()),
                    file.period() == null ? "" : file.period(),
                    file.errors(),
                    file.warnings(),
                    Words.shown(words.of(file.remark())),
                    Words.shown(file.place().toString())));
        }
        lines.add(
                collected.files().isEmpty()
                        ? words.say("outcome.nothing-new", collected.known())
                        : words.say("outcome.collected", collected.files().size()));
        if (collected.later() > 0) {
            lines.add(words.say("outcome.later", collected.later()));
        }
        collected.strange().forEach(name -> lines.add(words.say("outcome.strange", Words.shown(name))));
        collected.absent().forEach(name -> lines.add(words.say("outcome.absent", Words.shown(name))));
        collected.notices().forEach(notice -> lines.add(words.of(notice)));
        collected.unwritten().forEach(slip -> lines.add(words.of(slip)));
    }

    private static void add(SummaryOutcome summary, Words words, List<String> lines) {
        lines.add(words.say("outcome.reported", summary.period(), summary.reported(), summary.expected()));
        for (Path file : summary.files()) {
            String name = String.valueOf(file.getFileName());
            lines.add(words.say(summary.written() ? "outcome.written" : "outcome.untouched", name));
        }
        summary.warnings().forEach(warning -> lines.add(words.of(warning)));
    }

    private static void add(TemplatesOutcome made, Words words, List<String> lines) {
        lines.add(words.say(
                "outcome.templates",
                words.of(made.period().label()),
                made.files().size()));
        made.archive().ifPresent(file -> lines.add(words.say("outcome.written", String.valueOf(file.getFileName()))));
        made.unwritten().forEach(why -> lines.add(words.of(why)));
        if (!made.withoutLast().isEmpty()) {
            String units = made.withoutLast().stream()
                    .limit(MOST_NAMED)
                    .map(Words::shown)
                    .reduce((one, other) -> words.say("outcome.and", one, other))
                    .orElse("");
            lines.add(words.say("outcome.without-last", made.withoutLast().size(), units));
        }
    }

    private static void add(VerifyReport verified, Words words, List<String> lines) {
        String job = verified.job();
        lines.add(
                verified.problems().isEmpty()
                        ? words.say("outcome.good-job", job)
                        : words.say("outcome.bad-job", job, verified.problems().size()));
        verified.problems().forEach(problem -> lines.add(Words.shown(problem.in(words.language()))));
        verified.warnings().forEach(warning -> lines.add(Words.shown(warning.in(words.language()))));
    }

    private static void add(DraftedJob job, Words words, List<String> lines) {
        DraftOutcome drafted = job.outcome();
        lines.add(
                job.made()
                        ? words.say(
                                "outcome.drafted",
                                job.name(),
                                drafted.forms(),
                                drafted.cells(),
                                drafted.found(),
                                drafted.checks(),
                                drafted.figures(),
                                drafted.units())
                        : words.say("outcome.not-drafted"));
        if (!job.made()) {
            job.remarks().forEach(remark -> lines.add(Words.shown(words.of(remark.text()))));
        }
    }

    private static void add(DeliveryOutcome deliveries, Words words, List<String> lines) {
        if (!deliveries.sent().isEmpty()) {
            lines.add(words.say("outcome.sent", deliveries.sent().size()));
        }
        deliveries
                .waiting()
                .forEach(item -> lines.add(words.say("outcome.waiting", item.period(), words.of(item.why()))));
    }
}
