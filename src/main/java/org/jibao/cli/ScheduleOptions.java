package org.jibao.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jibao.cli.page.Screen;
import org.jibao.run.JobFolders;
import org.jibao.run.Settings;
import org.jibao.schedule.Scheduler.ScheduleSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which jobs are scheduled, and where they work. */
final class ScheduleOptions {

    @Option(names = "--jobs", paramLabel = "DIR", descriptionKey = "jobs", defaultValue = "jobs")
    private Path jobs = Path.of("jobs");

    @Option(names = "--job", paramLabel = "JOB", descriptionKey = "schedule-job")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--store", paramLabel = "FILE", descriptionKey = "store", defaultValue = "data/jibao.duckdb")
    private Path store = Path.of("data/jibao.duckdb");

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--watch", descriptionKey = "watch")
    private boolean watch;

    @Option(names = "--quiet-seconds", paramLabel = "N", descriptionKey = "quiet-seconds", defaultValue = "20")
    private int quietSeconds = 20;

    Path jobs() {
        return jobs;
    }

    FolderOptions folders() {
        return folders;
    }

    /** Those that were named, or all there are. */
    List<String> names() {
        return wanted.isEmpty() ? JobFolders.names(jobs) : named();
    }

    private List<String> named() {
        return wanted.stream().map(JobFolders::name).toList();
    }

    ScheduleSettings schedule() {
        Optional<Duration> quiet =
                watch ? Optional.of(Duration.ofSeconds(Math.max(1, quietSeconds))) : Optional.empty();
        return new ScheduleSettings(jobs, named(), store, folders::inbox, quiet);
    }

    /** For one run of a job, now. */
    Settings settings(String job, Screen screen) {
        return new Settings(
                jobs,
                job,
                folders.inbox(job),
                folders.received(),
                store,
                folders.out(),
                screen.language(),
                Optional.empty(),
                Optional.empty(),
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())),
                text -> screen.err().println(screen.say(text)));
    }

    /** What a command that another scheduler starts must be told, but for the job; every path absolute. */
    List<String> absolute(Screen screen) {
        List<String> options = new ArrayList<>(List.of("--jobs", absolute(jobs), "--store", absolute(store)));
        folders.named().ifPresent(inbox -> options.addAll(List.of("--inbox", absolute(inbox))));
        folders.received().ifPresent(file -> options.addAll(List.of("--received", absolute(file))));
        options.addAll(List.of("--out", absolute(folders.out())));
        options.addAll(List.of("--lang", screen.language().name().toLowerCase(java.util.Locale.ROOT)));
        return options;
    }

    /** What {@code schedule} itself must be told beside that. */
    List<String> own() {
        List<String> options = new ArrayList<>();
        wanted.forEach(job -> options.addAll(List.of("--job", job)));
        if (watch) {
            options.addAll(List.of("--watch", "--quiet-seconds", String.valueOf(quietSeconds)));
        }
        return options;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
