package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code jibao reopen}: what a unit sends after a period's closing counts. */
@Command(name = "reopen")
final class ReopenCommand implements Callable<Integer> {

    private final Screen screen;

    @Parameters(index = "0", paramLabel = "UNIT", descriptionKey = "unit")
    private String unit = "";

    @Parameters(index = "1", paramLabel = "PERIOD", descriptionKey = "reopen-period")
    private @Nullable String period;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    ReopenCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return DecisionOptions.report(screen, options.jibao(screen, period).reopen(unit, options.ruling()));
    }
}
