package org.jibao.definition.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jibao.calendar.PeriodKind;
import org.jibao.definition.CoverForm;
import org.jibao.definition.Figure;
import org.jibao.definition.FormDefinition;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.MetricDefinition.Measure;
import org.jibao.definition.OtherReturns;
import org.jibao.definition.PackagesDefinition.SenderKey;
import org.jibao.definition.ReferenceTable;
import org.jibao.definition.Roster;
import org.jibao.definition.RuleDefinition;
import org.jibao.definition.SummaryDefinition;
import org.jibao.definition.SummaryDefinition.Estimates;
import org.jibao.definition.SummaryFile;
import org.jibao.definition.figure.DefaultSummary;
import org.jibao.definition.figure.FigureMetrics;
import org.jibao.definition.figure.FigureWording;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.springframework.util.function.SingletonSupplier;

/** Loads a job folder, whole or not at all. */
public final class JobLoader {

    private static final Wording WORDS = Wording.of(JobLoader.class);

    /** The folder beside job folders that holds what they share; no job is called so. */
    public static final String COMMON = JobFolder.COMMON;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    private static final Predicate<OtherReturns> OF_OTHER_JOBS = others -> others.job() != null;

    private static final SummaryDefinition NO_SUMMARY = JobContents.NONE.summary();

    private final Problems problems;
    private final Path path;
    private final JobFolder folder;

    /** Whether offices below hand packages on. */
    private boolean offices;

    private JobLoader(Path path, JobFolder folder, Problems problems) {
        this.path = path;
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * The job that the folder defines.
     *
     * @throws ProblemsException with every mistake in the folder, or that there is no such folder
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static JobDefinition load(Path folder) {
        return load(folder, inbox -> {}, fingerprint -> Optional.empty());
    }

    /**
     * The same. Of a folder that was read whole before, by this program and without a mistake, only {@code job.yaml}
     * and the roster are read; the rest when it is first asked for.
     *
     * @param early is told what the inbox must be listed by, as soon as {@code job.yaml} has been read, and before the
     *     rest is, whatever mistakes there are
     * @param known the digest of the job that was read from what has this fingerprint; empty where none was
     */
    public static JobDefinition load(
            Path folder, Consumer<InboxDefinition> early, Function<String, Optional<String>> known) {
        try {
            Problems problems = new Problems();
            return new JobLoader(folder, JobFolder.read(folder, problems), problems).load(early, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What {@code job.yaml} alone says, for whoever must be told that the rest has mistakes: a job without units,
     * forms, rules and tables. It has no digest.
     *
     * @throws ProblemsException with every mistake in {@code job.yaml}, or that there is none
     * @throws UncheckedIOException where the folder cannot be read
     */
    public static JobDefinition head(Path folder) {
        try {
            Problems problems = new Problems();
            JobFolder file = JobFolder.only(folder, "job.yaml", problems);
            return new JobLoader(folder, file, problems).head();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The main language of the job in a folder, whatever else is wrong with it; empty where its {@code job.yaml} cannot
     * be read.
     */
    public static Optional<Language> language(Path folder) {
        try {
            JobFolder file = JobFolder.only(folder, "job.yaml", new Problems());
            return file.has("job.yaml")
                    ? file.yaml("job.yaml").map(JobDefaults::languages).map(languages -> languages.get(0))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private JobDefinition head() {
        JobFile job = JobFile.of(folder).orElseThrow(this::mistakes);
        if (!problems.none()) {
            throw mistakes();
        }
        return job(id(), job, new Roster(List.of()), List.of(), () -> JobContents.NONE, "", "");
    }

    /** Whether a job can be called so: lower-case letters, digits and hyphens, a letter first, 100 at most. */
    public static boolean isName(String name) {
        return ID.matcher(name).matches();
    }

    private String id() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    private JobDefinition load(Consumer<InboxDefinition> early, Function<String, Optional<String>> known)
            throws IOException {
        String id = id();
        if (!isName(id)) {
            folder.source("job.yaml").report(1, WORDS.text("folder.bad-job-id", id));
        } else if (id.equals(COMMON)) {
            folder.source("job.yaml").report(1, WORDS.text("folder.common"));
        }
        Optional<JobFile> read = JobFile.of(folder);
        if (read.isEmpty()) {
            throw mistakes();
        }
        JobFile job = read.get();
        early.accept(new InboxDefinition(job.limits(), job.zone(), job.receipt().register()));
        String fingerprint = folder.fingerprint();
        Optional<String> digest = known.apply(fingerprint);
        return digest.isPresent() ? asBefore(id, job, digest.get(), fingerprint) : whole(id, job, fingerprint);
    }

    private ProblemsException mistakes() {
        return new ProblemsException(path, problems.sorted());
    }

    private JobDefinition whole(String id, JobFile file, String fingerprint) {
        Roster roster = roster(file);
        List<SenderKey> keys = packageKeys(roster);
        JobFile job = file.of(roster, folder);
        JobContents contents = contents(id, job, roster);
        boolean alone = contents.rules().stream()
                .flatMap(rule -> rule.others().values().stream())
                .noneMatch(OF_OTHER_JOBS);
        return job(id, job, roster, keys, () -> contents, folder.digest(), alone ? fingerprint : "");
    }

    private JobDefinition asBefore(String id, JobFile file, String digest, String fingerprint) {
        Roster roster = roster(file);
        List<SenderKey> keys = packageKeys(roster);
        JobFile job = file.of(roster, folder);
        if (!problems.none()) {
            throw mistakes();
        }
        Supplier<JobContents> contents = SingletonSupplier.of(() -> {
            JobContents read = contents(id, job, roster);
            if (!folder.digest().equals(digest)) {
                throw new IllegalStateException("read as %s before, and now as %s".formatted(digest, folder.digest()));
            }
            return read;
        });
        return job(id, job, roster, keys, contents, digest, fingerprint);
    }

    /** @throws ProblemsException with every mistake in the folder */
    private JobContents contents(String id, JobFile job, Roster roster) {
        // Side by side: where little is new, a run spends a third of its time on reading its job folder.
        boolean declared = folder.has(Figure.FILE);
        CompletableFuture<List<FormDefinition>> formsRead = new CompletableFuture<>();
        CompletableFuture<SummaryDefinition> alone =
                CompletableFuture.supplyAsync(() -> declared ? NO_SUMMARY : summary(job, () -> index(job, formsRead)));
        List<FormDefinition> forms = List.of();
        try {
            forms = forms(job, roster);
        } finally {
            formsRead.complete(forms);
        }
        List<RuleDefinition> rules = rules(id, job, forms);
        List<MetricDefinition> metrics = metrics(job);
        List<ReferenceTable> references = reference(job);
        List<Figure> figures = declared ? figures(job, forms, rules, metrics, references) : List.of();
        SummaryDefinition summary = declared ? summary(job, roster, forms, figures) : joined(alone);
        JobContents contents = new JobContents(
                forms,
                rules,
                figures,
                withFigures(metrics, figures, forms),
                references,
                summary.drawnAs(job.charts()).estimated(job.estimates()));
        folder.reportUnused();
        if (!problems.none()) {
            throw mistakes();
        }
        return contents;
    }

    private JobDefinition job(
            String id,
            JobFile job,
            Roster roster,
            List<SenderKey> keys,
            Supplier<JobContents> contents,
            String digest,
            String fingerprint) {
        return new JobDefinition(
                id,
                path,
                job.languages(),
                job.title(),
                job.version(),
                job.periods(),
                job.due(),
                job.openFor(),
                job.zone(),
                job.schedule(),
                job.fileName(),
                job.limits(),
                job.delivery(),
                job.receipt().withKeys(keys),
                job.unitKinds(),
                job.owedBy(),
                roster,
                contents,
                folder::quotesInSql,
                digest,
                fingerprint);
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
        String file = ownOrShared(job.roster());
        return folder.text(file)
                .map(text -> RosterReader.read(
                        folder.source(file), text, job.unitKinds().keySet()))
                .orElse(new Roster(List.of()));
    }

    /**
     * The keys of the offices below; none where there is no such file. Of those that jobs share, some may be of other
     * jobs' units.
     */
    private List<SenderKey> packageKeys(Roster roster) {
        String file = ownOrShared(PackagesReader.KEYS);
        if (!folder.has(file)) {
            return List.of();
        }
        List<String> units = file.equals(PackagesReader.KEYS) ? roster.codes() : List.of();
        List<SenderKey> keys = folder.text(file)
                .map(text -> PackagesReader.keys(folder.source(file), text, units))
                .orElse(List.of());
        offices = keys.stream().anyMatch(line -> roster.codes().contains(line.unit()));
        return keys;
    }

    /** The job's own file goes before the one that jobs share. */
    private String ownOrShared(String name) {
        if (folder.has(name)) {
            return name;
        }
        String shared = folder.shared(name);
        return folder.has(shared) ? shared : name;
    }

    private List<FormDefinition> forms(JobFile job, Roster roster) {
        List<FormDefinition> forms = job.formIds(folder).stream()
                .flatMap(form -> folder
                        .yaml("forms/" + form + ".yaml")
                        .map(mapping -> FormReader.read(
                                form, mapping, roster, job.unitKinds().keySet()))
                        .stream())
                .toList();
        ListFormReader.reportMixed(forms, (form, problem) -> folder.source("forms/" + form + ".yaml")
                .report(1, problem));
        return job.forms().isEmpty() ? coverFirst(forms) : forms;
    }

    private static List<FormDefinition> coverFirst(List<FormDefinition> forms) {
        return forms.stream()
                .sorted(Comparator.comparing(form -> !(form instanceof CoverForm)))
                .toList();
    }

    /** A form without a file of rules has none. */
    private List<RuleDefinition> rules(String id, JobFile job, List<FormDefinition> read) {
        List<String> ids = job.formIds(folder);
        FormIndex forms = new FormIndex(ids, read);
        Path jobs = path.toAbsolutePath().normalize().getParent();
        ChecksReader reader = new ChecksReader(forms, new OtherReturnsReader(id, job.periods(), forms, jobs));
        return ids.stream()
                .filter(form -> folder.has("checks/" + form + ".yaml"))
                .flatMap(form ->
                        folder.yaml("checks/" + form + ".yaml").map(mapping -> reader.read(form, mapping)).stream()
                                .flatMap(List::stream))
                .toList();
    }

    private List<MetricDefinition> metrics(JobFile job) {
        return job.metrics().stream().flatMap(metric -> metric(metric).stream()).toList();
    }

    private List<Figure> figures(
            JobFile job,
            List<FormDefinition> forms,
            List<RuleDefinition> rules,
            List<MetricDefinition> metrics,
            List<ReferenceTable> references) {
        List<String> ids = job.forms();
        job.metrics().stream().filter(FigureMetrics.NAMES::contains).forEach(name -> folder.source("job.yaml")
                .report(1, WORDS.text("figure.reserved-metric", name)));
        return folder.yaml(Figure.FILE)
                .map(file -> new FiguresReader(ids, forms, rules, job.metrics(), metrics, references).read(file))
                .orElse(List.of());
    }

    /**
     * Those that give figures their operands and all before them, then the figures, then those that may look at
     * figures.
     */
    private static List<MetricDefinition> withFigures(
            List<MetricDefinition> metrics, List<Figure> figures, List<FormDefinition> forms) {
        if (figures.isEmpty()) {
            return metrics;
        }
        Set<String> givers =
                figures.stream().flatMap(figure -> figure.metrics().stream()).collect(Collectors.toSet());
        int before = 0;
        for (int i = 0; i < metrics.size(); i++) {
            before = givers.contains(metrics.get(i).id()) ? i + 1 : before;
        }
        List<MetricDefinition> all = new ArrayList<>(metrics.subList(0, before));
        all.addAll(new FigureMetrics(figures, new FigureWording(forms, metrics)).compile());
        all.addAll(metrics.subList(before, metrics.size()));
        return all;
    }

    /** What the figures make by themselves, and what {@code summary.yaml} says differs. */
    private SummaryDefinition summary(JobFile job, Roster roster, List<FormDefinition> forms, List<Figure> figures) {
        if (figures.isEmpty()) {
            return NO_SUMMARY;
        }
        SummaryDefinition made = new DefaultSummary(
                        figures,
                        figure -> topic(figure, job, forms),
                        id -> SummaryReader.shared(folder, id),
                        job.owedBy().size() > 1,
                        roster.units().stream()
                                .anyMatch(unit -> !unit.predecessors().isEmpty()),
                        job.periods().kind() == PeriodKind.YEAR,
                        job.delivery().files().contains(SummaryFile.BULLETIN),
                        job.estimates() == Estimates.ON,
                        offices)
                .make();
        return folder.has("summary.yaml")
                ? folder.yaml("summary.yaml")
                        .map(mapping -> SummaryReader.read(
                                folder, mapping, made, () -> new FormIndex(job.formIds(folder), forms)))
                        .orElse(made)
                : made;
    }

    /** The page of a figure: its topic, else the form that it is taken from. */
    private static Text topic(Figure figure, JobFile job, List<FormDefinition> forms) {
        if (figure.topic() != null) {
            return figure.topic();
        }
        String form = figure.form();
        return forms.stream()
                .filter(one -> one.id().equals(form))
                .map(FormDefinition::title)
                .findFirst()
                .orElse(job.title());
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
    private SummaryDefinition summary(JobFile job, Supplier<FormIndex> forms) {
        if (job.metrics().isEmpty() && !folder.has("summary.yaml")) {
            return NO_SUMMARY;
        }
        return folder.yaml("summary.yaml")
                .map(mapping -> SummaryReader.read(folder, mapping, NO_SUMMARY, forms))
                .orElse(NO_SUMMARY);
    }

    private FormIndex index(JobFile job, CompletableFuture<List<FormDefinition>> forms) {
        return new FormIndex(job.formIds(folder), joined(forms));
    }

    /** {@code metrics/<id>.yaml} and its twin {@code <id>.sql}. */
    static final class MetricReader {

        private MetricReader() {}

        static MetricDefinition read(String id, Mapping twin, String sql) {
            Ids names = new Ids();
            Text title = twin.need("title").words();
            List<String> grain =
                    twin.need("grain").items().stream().map(names::claim).toList();
            List<Measure> columns = twin.need("columns")
                    .labelled()
                    .map(column -> measure(column, names))
                    .toList();
            boolean ofRecord = twin.get("of-record").flag();
            twin.end();
            return new MetricDefinition(id, title, grain, columns, sql, ofRecord);
        }

        private static Measure measure(Mapping column, Ids names) {
            Text label = column.label();
            Measure measure = new Measure(
                    column.id("name", label, names),
                    label,
                    column.get("unit").words(),
                    column.get("numerator").words(),
                    column.get("denominator").words(),
                    column.get("note").words());
            column.end();
            return measure;
        }
    }
}
