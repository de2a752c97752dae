package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.batch.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao run}: collect and summarize, once. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private RunOptions options = new RunOptions();

    RunCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        return new Session(screen, job, options).run(jibao -> {
            RunOutcome outcome = jibao.run();
            return new RunReport(screen, job.inbox()).print(outcome);
        });
    }
}
