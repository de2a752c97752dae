package org.jibao.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao summarize}: the summary of a period from what is in the store. */
@Command(name = "summarize")
final class SummarizeCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private RunOptions options = new RunOptions();

    SummarizeCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return options.run(
                screen, jibao -> ExitCode.complete(options.report(screen).print(jibao.summarize())));
    }
}
