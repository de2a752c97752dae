package org.jibao.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.cli.page.Screen;
import org.jibao.run.JobFolders;
import org.jibao.run.Periods;
import org.jibao.run.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which job, and where it and the store are: what every command may be told. */
final class JobOptions {

    private static final String USUAL = "quarterly-disclosure";

    @Option(names = "--jobs", paramLabel = "DIR", descriptionKey = "jobs", defaultValue = "jobs")
    private Path jobs = Path.of("jobs");

    @Option(names = "--job", paramLabel = "JOB", descriptionKey = "job")
    private @Nullable String job;

    @Option(names = "--store", paramLabel = "FILE", descriptionKey = "store", defaultValue = "data/jibao.duckdb")
    private Path store = Path.of("data/jibao.duckdb");

    private boolean alarmed;

    /** Whether the command has found that decisions or the ledger were changed behind the program's back. */
    boolean alarmed() {
        return alarmed;
    }

    /** The name of the job's folder. */
    String name() {
        return named().orElse(USUAL);
    }

    /** The same, where a job was named. */
    Optional<String> named() {
        return Optional.ofNullable(job).map(JobFolders::name);
    }

    Path jobs() {
        return jobs;
    }

    Path store() {
        return store;
    }

    /** For a command that reads no inbox and speaks of what was published last. */
    Settings settings(Screen screen) {
        return settings(screen, new FolderOptions(), new TimeOptions());
    }

    /** For a command that makes a job of another name. */
    Settings settings(Screen screen, String newJob) {
        return settings(screen).withJob(JobFolders.name(newJob));
    }

    /** What a period is called depends on the job. */
    private Period period(String text) {
        return Periods.named(JobFolders.head(jobs, name()), text);
    }

    Settings settings(Screen screen, FolderOptions folders, TimeOptions time) {
        return new Settings(
                jobs,
                name(),
                folders.inbox(name()),
                folders.received(),
                store,
                folders.out(),
                screen.language(),
                Optional.ofNullable(time.period()).map(this::period),
                Optional.ofNullable(time.asOf()),
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())),
                text -> {
                    alarmed = true;
                    screen.err().println(screen.say(text));
                });
    }
}
