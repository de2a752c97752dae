package org.jibao.cli;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.MailLines;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.StatusJson;
import org.jibao.cli.page.StatusPage;
import org.jibao.run.Progress;
import org.jibao.status.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao status}: who has reported, who has not, what was sent back. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    StatusCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Jibao jibao = new Jibao(job.settings(screen, new FolderOptions(), time), Progress.NONE);
        StatusReport report = jibao.status();
        Optional<ZonedDateTime> next = jibao.nextRun();
        MailLines mails = new MailLines(jibao.mailsOnRecord(), jibao.everyAnswer(), jibao.bouncedAddresses());
        screen.out()
                .print(
                        json
                                ? StatusJson.of(report, next, mails.status())
                                : new StatusPage(screen).of(report)
                                        + mails.status(report.units(), screen)
                                        + nextRun(next));
        boolean complete = report.received() == report.expected();
        return strict && !complete ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }

    private String nextRun(Optional<ZonedDateTime> next) {
        return next.map(time -> "\n" + screen.say("status.next", SECOND.format(time)) + "\n")
                .orElse("");
    }
}
