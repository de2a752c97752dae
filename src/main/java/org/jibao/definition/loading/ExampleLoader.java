package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.Example;
import org.jibao.definition.JobDefinition;

/** Loads the examples of a job folder, all or none. */
public final class ExampleLoader {

    private static final Pattern FILE = Pattern.compile("examples/([^/]+)/example\\.yaml");

    private ExampleLoader() {}

    /**
     * The job's examples in the order of their names.
     *
     * @throws ProblemsException with every mistake in them
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static List<Example> load(JobDefinition job) {
        Problems problems = new Problems();
        JobFolder folder;
        try {
            folder = JobFolder.read(job.folder(), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Example> examples = folder.names().stream()
                .flatMap(file -> example(file, folder, job).stream())
                .toList();
        if (!problems.none()) {
            throw new ProblemsException(job.folder(), problems.sorted());
        }
        return examples;
    }

    private static Optional<Example> example(String file, JobFolder folder, JobDefinition job) {
        Matcher matcher = FILE.matcher(file);
        return matcher.matches()
                ? folder.yaml(file).map(mapping -> new ExampleReader(job).read(matcher.group(1), mapping))
                : Optional.empty();
    }
}
