package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao collect}: read, check and keep what is new in the inbox. */
@Command(name = "collect")
final class CollectCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    CollectCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return options.run(
                screen,
                jibao -> ExitCode.complete(options.report(screen)
                        .print(cluster.on(archive.on(jibao, options), options).collect())));
    }
}
