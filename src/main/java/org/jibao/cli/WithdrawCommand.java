package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code jibao withdraw}: a submission counts no more, the one before it does again. */
@Command(name = "withdraw")
final class WithdrawCommand implements Callable<Integer> {

    private final Screen screen;

    @Parameters(paramLabel = "SUBMISSION", descriptionKey = "submission")
    private long submission;

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    WithdrawCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return DecisionOptions.report(screen, options.jibao(screen, null).withdraw(submission, options.ruling()));
    }
}
