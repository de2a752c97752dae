package org.jibao.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.Times;
import org.jibao.maintenance.StoreMaintenance;
import org.jibao.maintenance.StoreMaintenance.RestoreOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code jibao restore BACKUP}: a backup in the store's place; what was there is kept. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Parameters(paramLabel = "BACKUP", descriptionKey = "backup")
    private Path backup = Path.of("");

    RestoreCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        RestoreOutcome restored = new StoreMaintenance(job.settings(screen)).restore(backup);
        screen.out().println(screen.say("restore.done", restored.store(), backup));
        if (restored.kept() != null) {
            screen.out().println(screen.say("restore.kept", restored.kept()));
        }
        String count = String.valueOf(restored.submissions());
        if (restored.newest() != null && restored.receivedAt() != null) {
            screen.out()
                    .println(
                            screen.say("restore.newest", count, restored.newest(), Times.local(restored.receivedAt())));
        }
        screen.out().println(screen.say("restore.next"));
        return ExitCode.DONE;
    }
}
