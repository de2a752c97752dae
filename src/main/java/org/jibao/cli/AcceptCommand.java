package org.jibao.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jibao accept}: answers warnings of a return in an officer's name. */
@Command(name = "accept")
final class AcceptCommand implements Callable<Integer> {

    private final Screen screen;

    @Parameters(paramLabel = "FILE|UNIT", descriptionKey = "file-or-unit")
    private String fileOrUnit = "";

    @Option(names = "--period", paramLabel = "2026Q3", descriptionKey = "period")
    private @Nullable String period;

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "accept-code")
    private @Nullable String code;

    @Option(names = "--cell", paramLabel = "表二!D14", descriptionKey = "accept-cell")
    private @Nullable String cell;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    AcceptCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return DecisionOptions.report(
                screen,
                options.jibao(screen, period)
                        .accept(fileOrUnit, Optional.ofNullable(code), Optional.ofNullable(cell), options.ruling()));
    }
}
