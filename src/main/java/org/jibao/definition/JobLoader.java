package org.jibao.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jibao.finding.Language;

/** Loads a job folder, whole or not at all. */
public final class JobLoader {

    /** The folder beside job folders that holds what they share; no job is called so. */
    public static final String COMMON = JobFolder.COMMON;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    private final Problems problems = new Problems();
    private final Path path;
    private final JobFolder folder;
    private final Consumer<FileLimits> early;

    private JobLoader(Path path, Consumer<FileLimits> early) throws IOException {
        this.path = path;
        this.early = early;
        this.folder = JobFolder.read(path, problems);
    }

    /**
     * The job that the folder defines.
     *
     * @throws ProblemsException with every mistake in the folder, or that there is no such folder
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static JobDefinition load(Path folder) {
        return load(folder, limits -> {});
    }

    /**
     * The same.
     *
     * @param early is told what files the job allows as soon as {@code job.yaml} has been read, and before the rest is, whatever
     *     mistakes there are
     */
    public static JobDefinition load(Path folder, Consumer<FileLimits> early) {
        try {
            return new JobLoader(folder, early).load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JobDefinition load() {
        String id = path.toAbsolutePath().normalize().getFileName().toString();
        if (!ID.matcher(id).matches()) {
            folder.source("job.yaml").report(1, Mistake.badJobId(id));
        } else if (id.equals(COMMON)) {
            folder.source("job.yaml").report(1, Mistake.commonIsNoJob());
        }
        Optional<JobDefinition> job = folder.yaml("job.yaml").map(mapping -> job(id, JobFile.read(mapping)));
        if (job.isPresent()) {
            folder.reportUnused();
        }
        if (job.isEmpty() || !problems.none()) {
            throw new ProblemsException(path, problems.sorted());
        }
        return job.get();
    }

    private JobDefinition job(String id, JobFile job) {
        early.accept(job.limits());
        // Side by side: a quiet night spends a third of its time on reading its job folder.
        CompletableFuture<SummaryDefinition> summary = CompletableFuture.supplyAsync(() -> summary(job));
        Roster roster = roster(job);
        List<FormDefinition> forms = forms(job, roster);
        return new JobDefinition(
                id,
                path,
                job.title(),
                job.version(),
                job.periodKind(),
                job.due(),
                job.openFor(),
                job.zone(),
                job.schedule(),
                job.fileName(),
                job.limits(),
                job.delivery(),
                job.unitKinds(),
                job.owedBy(),
                roster,
                forms,
                rules(id, job, new FormIndex(job.forms(), forms)),
                metrics(job),
                reference(job),
                joined(summary),
                folder.digest());
    }

    private static <T> T joined(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private Roster roster(JobFile job) {
        if (job.roster().isEmpty()) {
            return new Roster(List.of());
        }
        String file = rosterFile(job.roster());
        return folder.text(file)
                .map(text -> RosterReader.read(
                        folder.source(file), text, job.unitKinds().keySet()))
                .orElse(new Roster(List.of()));
    }

    /** The job's own roster goes before the one that jobs share. */
    private String rosterFile(String name) {
        if (folder.has(name)) {
            return name;
        }
        String shared = folder.shared(name);
        return folder.has(shared) ? shared : name;
    }

    private List<FormDefinition> forms(JobFile job, Roster roster) {
        return job.forms().stream()
                .flatMap(form -> folder
                        .yaml("forms/" + form + ".yaml")
                        .map(mapping -> FormReader.read(
                                form, mapping, roster, job.unitKinds().keySet()))
                        .stream())
                .toList();
    }

    /** A form without a file of rules has none. */
    private List<RuleDefinition> rules(String id, JobFile job, FormIndex forms) {
        Path jobs = path.toAbsolutePath().normalize().getParent();
        ChecksReader reader = new ChecksReader(forms, new OtherReturnsReader(id, job.periodKind(), forms, jobs));
        return job.forms().stream()
                .filter(form -> folder.has("checks/" + form + ".yaml"))
                .flatMap(form ->
                        folder.yaml("checks/" + form + ".yaml").map(mapping -> reader.read(form, mapping)).stream()
                                .flatMap(List::stream))
                .toList();
    }

    private List<MetricDefinition> metrics(JobFile job) {
        return job.metrics().stream().flatMap(metric -> metric(metric).stream()).toList();
    }

    private Optional<MetricDefinition> metric(String id) {
        String sql = Select.read(folder, "metrics/" + id + ".sql");
        return folder.yaml("metrics/" + id + ".yaml").map(twin -> MetricReader.read(id, twin, sql));
    }

    private List<ReferenceTable> reference(JobFile job) {
        return job.reference().stream()
                .flatMap(id -> reference(id, JobFolder.REFERENCE + id + ".csv").stream())
                .toList();
    }

    private Optional<ReferenceTable> reference(String id, String file) {
        return folder.text(file).map(text -> ReferenceReader.read(id, folder.source(file), text));
    }

    /** A job without metrics may do without a summary. */
    private SummaryDefinition summary(JobFile job) {
        SummaryDefinition none =
                new SummaryDefinition(List.of(Language.values()), List.of(), List.of(), List.of(), List.of());
        if (job.metrics().isEmpty() && !folder.has("summary.yaml")) {
            return none;
        }
        return folder.yaml("summary.yaml")
                .map(mapping -> SummaryReader.read(folder, mapping))
                .orElse(none);
    }
}
