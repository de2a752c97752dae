package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.batch.Jibao;
import org.jibao.batch.Progress;
import org.jibao.batch.StatusReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao status}: who has reported, who has not, what was sent back. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

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
        StatusReport report = new Jibao(job.settings(screen, new FolderOptions(), time), Progress.NONE).status();
        screen.out().print(json ? StatusJson.of(report) : new StatusPage(screen).of(report));
        boolean complete = report.received() == report.expected();
        return strict && !complete ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }
}
