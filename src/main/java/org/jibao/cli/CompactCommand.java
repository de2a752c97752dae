package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jibao.maintenance.StoreMaintenance;
import org.jibao.maintenance.StoreMaintenance.CompactOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao compact}: the store without its dead room. */
@Command(name = "compact")
final class CompactCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    CompactCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        CompactOutcome outcome = new StoreMaintenance(job.settings(screen)).compact();
        screen.out().println(screen.say("compact.done", outcome.store(), kib(outcome.before()), kib(outcome.after())));
        return ExitCode.DONE;
    }

    private static String kib(long bytes) {
        return String.valueOf((bytes + 1023) / 1024);
    }
}
