package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.HistoryJson;
import org.jibao.cli.page.HistoryPage;
import org.jibao.cli.page.MailLines;
import org.jibao.cli.page.Screen;
import org.jibao.run.Progress;
import org.jibao.status.HistoryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jibao history}: what a unit has sent, what was decided on it, what changed. */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {

    private final Screen screen;

    @Parameters(paramLabel = "UNIT", descriptionKey = "unit")
    private String unit = "";

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    HistoryCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        Jibao jibao = new Jibao(job.settings(screen, new FolderOptions(), time), Progress.NONE);
        HistoryReport report = jibao.history(unit);
        MailLines mails = new MailLines(jibao.mailsOnRecord(), jibao.everyAnswer(), jibao.bouncedAddresses());
        screen.out()
                .print(
                        json
                                ? HistoryJson.of(report, mails)
                                : new HistoryPage(screen).of(report) + mails.history(report, screen));
        return ExitCode.DONE;
    }
}
