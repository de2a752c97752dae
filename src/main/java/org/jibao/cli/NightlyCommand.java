package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.app.RunOutcome;
import org.jibao.cli.page.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao nightly}: fetch, collect, summarize every open period, deliver. */
@Command(name = "nightly")
final class NightlyCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    NightlyCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return options.run(screen, jibao -> {
            RunOutcome outcome = cluster.on(archive.on(jibao, options), options).nightly();
            boolean complete = options.report(screen).print(outcome);
            return outcome.deliveries().waiting().isEmpty() && outcome.fetched().failure() == null
                    ? ExitCode.complete(complete, outcome.summaries())
                    : ExitCode.FAILED;
        });
    }
}
