package org.jibao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.InboxDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Wording;
import org.jibao.guard.InvisibleCharacters;

/** The folder of job folders. */
public final class JobFolders {
    private static final Wording WORDS = Wording.of(JobFolders.class);

    private static final int LONGEST_SHOWN = 80;

    private JobFolders() {}

    /**
     * The jobs there are, by name; what they share is none.
     *
     * @throws UnusableArgument where the folder is none
     */
    public static List<String> names(Path jobs) {
        if (!Files.isDirectory(jobs)) {
            throw new UnusableArgument(WORDS.text("jobs.no-folder", jobs));
        }
        try (Stream<Path> folders = Files.list(jobs)) {
            return folders.filter(folder -> Files.exists(folder.resolve("job.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(JobLoader.COMMON))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(jobs, e);
        }
    }

    /**
     * One of them.
     *
     * @throws UnusableArgument where there is none of this name, naming those there are
     */
    public static JobDefinition load(Path jobs, String name) {
        return load(jobs, name, inbox -> {}, fingerprint -> Optional.empty());
    }

    /** The same, see {@link JobLoader#load(Path, Consumer, Function)}. */
    static JobDefinition load(
            Path jobs, String name, Consumer<InboxDefinition> early, Function<String, Optional<String>> known) {
        return read(jobs, name, folder -> JobLoader.load(folder, early, known));
    }

    /** What {@code job.yaml} of one of them says, see {@link JobLoader#head(Path)}. */
    public static JobDefinition head(Path jobs, String name) {
        return read(jobs, name, JobLoader::head);
    }

    /**
     * A job's name as it was given; it becomes part of paths, so that it is a name and no path.
     *
     * @throws UnusableArgument where no job can be called so
     */
    public static String name(String given) {
        if (!JobLoader.isName(given)) {
            String shown = shown(given);
            throw new UnusableArgument(WORDS.text("jobs.no-name", shown));
        }
        return given;
    }

    private static String shown(String given) {
        StringBuilder shown = new StringBuilder();
        given.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(point -> shown.appendCodePoint(InvisibleCharacters.include(point) ? '\uFFFD' : point));
        return shown.toString();
    }

    private static JobDefinition read(Path jobs, String name, Function<Path, JobDefinition> reader) {
        Path folder = jobs.resolve(name(name));
        if (name.equals(JobLoader.COMMON) || !Files.isDirectory(folder)) {
            throw unknown(jobs, name);
        }
        try {
            return reader.apply(folder);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, java.util.Objects.requireNonNull(e.getCause()));
        }
    }

    private static UnusableArgument unknown(Path jobs, String name) {
        String names = String.join(", ", names(jobs));
        return new UnusableArgument(WORDS.text("jobs.unknown", name, jobs, names));
    }

    private static OperationalFailure unreadable(Path folder, IOException cause) {
        return new OperationalFailure(WORDS.text("jobs.unreadable", folder, cause), cause);
    }
}
