package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.RunsJson;
import org.jibao.cli.page.RunsPage;
import org.jibao.cli.page.Screen;
import org.jibao.run.Progress;
import org.jibao.status.RunsQuery.RunsReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao runs}: what ran, how it ended, what did not run, what has not gone out. */
@Command(name = "runs")
final class RunsCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(names = "--last", paramLabel = "N", descriptionKey = "runs-last", defaultValue = "20")
    private int last = 20;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--strict", descriptionKey = "runs-strict")
    private boolean strict;

    RunsCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        RunsReport report = new Jibao(job.settings(screen, new FolderOptions(), time), Progress.NONE).runs();
        screen.out().print(json ? RunsJson.of(report) : new RunsPage(screen, last).of(report));
        return strict && !report.healthy() ? ExitCode.FAILED : ExitCode.DONE;
    }
}
