package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.app.RunOutcome;
import org.jibao.cli.page.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao run}: collect and summarize, once. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private PdfOption pdf = new PdfOption();

    RunCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return options.run(screen, jibao -> {
            RunOutcome outcome = cluster.on(archive.on(jibao, options), options).run();
            int code = ExitCode.complete(options.report(screen).print(outcome), outcome.summaries());
            return pdf.make(screen, outcome.summaries(), code);
        });
    }
}
