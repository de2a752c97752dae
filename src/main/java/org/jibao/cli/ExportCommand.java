package org.jibao.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jibao.app.Jibao;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.TerminalProgress;
import org.jibao.export.Export.ExportOutcome;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jibao export}: what was published last, for other programs. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {

    private final Screen screen;

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out", defaultValue = "out")
    private Path out = Path.of("out");

    @Option(names = "--dir", paramLabel = "DIR", descriptionKey = "dir")
    private @Nullable Path dir;

    ExportCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        TerminalProgress bar = new TerminalProgress(screen);
        ExportOutcome outcome;
        try {
            Settings settings = job.settings(screen, new FolderOptions(), time);
            outcome = new Jibao(settings, bar).export(place(settings));
        } finally {
            bar.close();
        }
        screen.out().println(screen.say("run.exported", outcome.folder(), outcome.tables(), outcome.rows()));
        return ExitCode.DONE;
    }

    /** A folder for each period beside its summary, and one for all of them together. */
    private Path place(Settings settings) {
        if (dir != null) {
            return dir;
        }
        Path folder = out.resolve(job.name());
        return settings.period()
                .map(period -> folder.resolve(period.code()))
                .orElse(folder)
                .resolve("export");
    }
}
