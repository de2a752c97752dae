package org.jibao.cli;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.Screen;
import org.jibao.run.Approvals.Approval;
import org.jibao.run.Progress;
import org.jibao.status.StatusReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao approve}: the figures of a period may be handed on as they are. */
@Command(name = "approve")
final class ApproveCommand implements Callable<Integer> {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Option(names = "--period", required = true, paramLabel = "2026Q3", descriptionKey = "approve-period")
    private String period = "";

    @Option(
            names = "--as-of",
            paramLabel = "2026-10-20T09:00+08:00",
            descriptionKey = "as-of",
            converter = TimeOptions.TimeConverter.class)
    private @Nullable Instant asOf;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "approve-reason")
    private @Nullable String reason;

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "by")
    private String by = System.getProperty("user.name", "");

    @Option(names = "--show", descriptionKey = "approve-show")
    private boolean show;

    ApproveCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Jibao jibao =
                new Jibao(job.settings(screen, new FolderOptions(), new TimeOptions(period, asOf)), Progress.NONE);
        return show
                ? shown(jibao.status())
                : DecisionOptions.report(screen, jibao.approve(Optional.ofNullable(reason), by));
    }

    /** Ends as incomplete where a new approval is needed. */
    private int shown(StatusReport report) {
        Approval approval = report.approval();
        if (approval == null) {
            screen.out()
                    .println(screen.say(
                            "approval.none",
                            screen.say(report.title()),
                            screen.say(report.period().label())));
            return ExitCode.INCOMPLETE;
        }
        String time = MINUTE.format(approval.at().atZone(report.zone()));
        screen.out().println(screen.say(approval.stands() ? "approval.stands" : "approval.void", approval.by(), time));
        screen.out().println(screen.say("approval.reason", approval.reason()));
        return approval.stands() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
}
