package org.jibao.cli;

import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jibao.schedule.Scheduler;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jibao schedule}: stay, and run each job at its times; or say to another scheduler what they are. */
@Command(name = "schedule")
final class ScheduleCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private ScheduleOptions options = new ScheduleOptions();

    @ArgGroup(exclusive = true)
    private Recipes recipes = new Recipes();

    ScheduleCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (recipes.wanted()) {
            screen.out().print(recipes.print(options, screen));
            return ExitCode.DONE;
        }
        ScheduledRuns runs = new ScheduledRuns(options, screen);
        Scheduler scheduler = new Scheduler(options.schedule(), runs);
        GracefulShutdown.begin(() -> {
            screen.err().println(screen.say("run.stopping"));
            scheduler.stop();
            runs.stop();
        });
        runs.begins();
        scheduler.run();
        runs.ended();
        return ExitCode.DONE;
    }
}
