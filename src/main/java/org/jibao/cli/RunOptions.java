package org.jibao.cli;

import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.jibao.app.Jibao;
import org.jibao.cli.log.LogFiles;
import org.jibao.cli.page.RunReport;
import org.jibao.cli.page.ScheduleLog.UnwritableLog;
import org.jibao.cli.page.Screen;
import org.jibao.cli.page.TerminalProgress;
import org.jibao.cli.page.Timings;
import org.jibao.run.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that work on the store may be told, and how such work goes: progress, timings, exit code. */
final class RunOptions {

    @Mixin
    private JobOptions job = new JobOptions();

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(names = "--strict", descriptionKey = "strict")
    private boolean strict;

    @Option(names = "--timings", descriptionKey = "timings")
    private boolean timings;

    RunReport report(Screen screen) {
        return new RunReport(screen, folders.inbox(job.name()));
    }

    /** Where files come in. */
    Path inbox() {
        return folders.inbox(job.name());
    }

    /** The store that is worked on. */
    Path store() {
        return job.store();
    }

    /** Whether what is taken in is the sample county. */
    boolean usesSample() {
        return folders.usesSample(job.name());
    }

    /**
     * Does the work.
     *
     * @param work does it, says what came of it, and gives the exit code; {@link ExitCode#INCOMPLETE} where not all
     *     that was expected is there and accepted, which counts with {@code --strict} only
     * @return the exit code
     */
    int run(Screen screen, ToIntFunction<Jibao> work) {
        if (usesSample()) {
            screen.err().println(screen.say("run.sample", "inbox", folders.inbox(job.name())));
        }
        TerminalProgress bar = new TerminalProgress(screen);
        Settings settings = job.settings(screen, folders, time);
        LogFiles log = LogFiles.beside(settings.store(), new UnwritableLog(screen, settings.store()));
        Jibao jibao = new Jibao(settings, bar);
        GracefulShutdown.begin(() -> {
            bar.close();
            screen.err().println(screen.say("run.stopping"));
            jibao.stop();
        });
        int code;
        try {
            code = work.applyAsInt(jibao);
        } finally {
            bar.close();
            log.close();
        }
        if (timings) {
            Timings.print(jibao.times(), screen);
        }
        int found = code == ExitCode.DONE && job.alarmed() ? ExitCode.INCOMPLETE : code;
        return found == ExitCode.INCOMPLETE && !strict ? ExitCode.DONE : found;
    }
}
