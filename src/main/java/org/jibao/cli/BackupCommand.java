package org.jibao.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.Times;
import org.jibao.maintenance.StoreMaintenance;
import org.jibao.maintenance.StoreMaintenance.BackupOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jibao backup}: a copy of the store that was read back, also while a run is going on. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private JobOptions job = new JobOptions();

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "to")
    private @Nullable Path folder;

    @Option(names = "--keep", paramLabel = "N", descriptionKey = "keep", defaultValue = "14")
    private int keep;

    BackupCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (keep < 1) {
            CommandLine line = spec.commandLine();
            throw new ParameterException(line, "", null, spec.findOption("--keep"), String.valueOf(keep));
        }
        say(new StoreMaintenance(job.settings(screen)).backup(Optional.ofNullable(folder), keep));
        return ExitCode.DONE;
    }

    private void say(BackupOutcome made) {
        screen.out()
                .println(screen.say(
                        "backup.made",
                        made.file(),
                        String.valueOf(made.submissions()),
                        String.valueOf(made.version()),
                        Times.local(made.asOf())));
        if (made.fromSnapshot()) {
            screen.out().println(screen.say("backup.snapshot", Times.local(made.asOf())));
        }
        made.removed().forEach(file -> screen.out().println(screen.say("backup.removed", file)));
    }
}
