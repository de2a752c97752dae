package org.jibao.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao nightly}: collect, and summarize every open period. */
@Command(name = "nightly")
final class NightlyCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ArchiveOption archive = new ArchiveOption();

    NightlyCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return options.run(
                screen, jibao -> options.report(screen).print(archive.on(jibao).nightly()));
    }
}
