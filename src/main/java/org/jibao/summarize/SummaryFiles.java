package org.jibao.summarize;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MetricDefinition;
import org.jibao.definition.SummaryFile;
import org.jibao.delivery.AtomicFiles;
import org.jibao.delivery.DeliveryException;
import org.jibao.delivery.Manifest;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.delivery.Manifest.Input;
import org.jibao.estimation.Estimation;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.SafeFileName;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.Metrics;
import org.jibao.outlook.UnlikelyFigures;
import org.jibao.run.ProgramVersion;
import org.jibao.run.Progress;
import org.jibao.run.RunStopped;
import org.jibao.run.Stage;
import org.jibao.status.ChaseFiles;
import org.jibao.status.ChaseFiles.ChaseOutcome;
import org.jibao.status.StatusReport;
import org.jibao.store.FiguresCopy;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.summary.SummaryRequest;
import org.jibao.summary.SummaryWriter;
import org.jibao.summary.bulletin.BulletinWriter;
import org.jibao.summary.page.SummaryPage;
import org.jibao.support.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One period's summary from figures to files, in the order of the methods: compute, write, deliver. */
public final class SummaryFiles {
    /**
     * Of so many returns of 300 cells metrics and unlikely figures have memory enough at once; of 8,000 both had too
     * little.
     */
    private static final int FEW = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(SummaryFiles.class);
    private static final Wording WORDS = Wording.of(SummaryFiles.class);

    private final Store store;
    private final JobDefinition job;
    private final StatusReport status;
    private final Period period;
    private final Instant asOf;
    private final String digest;
    private final Path folder;
    private final ChaseFiles chaseFiles;
    private final Progress progress;
    private final Set<Text> warnings = new LinkedHashSet<>();
    private final List<Input> inputs = new ArrayList<>();
    private int written;
    private boolean dataApart;

    SummaryFiles(
            Store store,
            JobDefinition job,
            StatusReport status,
            String digest,
            Path folder,
            ChaseFiles chaseFiles,
            Progress progress) {
        this.store = store;
        this.job = job;
        this.status = status;
        this.period = status.period();
        this.asOf = status.asOf();
        this.digest = digest;
        this.folder = folder;
        this.chaseFiles = chaseFiles;
        this.progress = progress;
    }

    Period period() {
        return period;
    }

    Instant asOf() {
        return asOf;
    }

    String digest() {
        return digest;
    }

    /**
     * Computes on a copy of the store, which takes the metrics over in the caller's transaction, and selects the tables
     * of the summary. If one of them fails, no figures are kept.
     */
    Metrics compute() {
        return compute(true);
    }

    /** On a copy of the store, which stays as it is. */
    Metrics computeInPassing() {
        return compute(false);
    }

    private Metrics compute(boolean keep) {
        // The tables of the summary, which come after the metrics, count as one more.
        int steps = job.metrics().size() + 1;
        progress.at(Stage.METRICS, 0, steps);
        return onCopy(figures -> {
            Store copy = figures.store();
            computeOn(copy, steps);
            Metrics metrics = tables(copy);
            if (keep) {
                takeOver(figures);
            }
            progress.at(Stage.METRICS, steps, steps);
            return metrics;
        });
    }

    /**
     * Metrics and unlikely figures are of the same returns and do not know of each other: of few returns each has a core.
     * Of many the engine needs all its memory for either.
     */
    private void computeOn(Store copy, int steps) {
        MetricRunner metrics =
                new MetricRunner(copy.sql(), job, computed -> progress.at(Stage.METRICS, computed, steps));
        copy.inTransaction(() -> {
            copy.define(job, List.of(period), WorkingDays.china(), asOf);
            metrics.prepare(period, asOf);
        });
        Runnable figures = () -> copy.inTransaction(metrics::computePrepared);
        Runnable unlikely = () -> copy.inTransaction(() -> new UnlikelyFigures(copy.sql(), job).list(period));
        if (copy.sql().query("SELECT count(*) FROM returns.submission").number() <= FEW) {
            sideBySide(figures, unlikely);
        } else {
            figures.run();
            unlikely.run();
        }
        copy.inTransaction(() -> Estimation.compute(copy.sql(), job));
    }

    /** Together they may need more memory than the engine has: what fails beside the other is done again alone. */
    private static void sideBySide(Runnable one, Runnable other) {
        ExecutorService second = Executors.newSingleThreadExecutor();
        CompletableFuture<Boolean> beside = CompletableFuture.supplyAsync(() -> isDone(other), second);
        second.shutdown();
        boolean done = isDone(one);
        // Nothing may run on a store that is closed.
        boolean doneBeside = beside.join();
        if (!done) {
            one.run();
        }
        if (!doneBeside) {
            other.run();
        }
    }

    private static boolean isDone(Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            LOG.info("failed beside another", e);
            return false;
        }
    }

    /** The tables of the summary, of the metrics that the store holds; on a copy of it, as they are people's SQL. */
    Metrics stored() {
        if (!languages().isEmpty()) {
            progress.at(Stage.WORKBOOK, 0, languages().size());
        }
        return onCopy(figures -> {
            Store copy = figures.store();
            copy.inTransaction(() -> new MetricRunner(copy.sql(), job).holdViews());
            return tables(copy);
        });
    }

    private Metrics tables(Store copy) {
        inputs.clear();
        copy.sql()
                .query(SqlText.read(SummaryFiles.class, "inputs"), period.code())
                .forEach(row -> inputs.add(new Input(row.text("file"), row.text("sha256"), row.text("verdict"))));
        return new MetricRunner(copy.sql(), job).tablesSideBySide(period, asOf);
    }

    private <T> T onCopy(Function<FiguresCopy, T> work) {
        try (FiguresCopy figures = store.figures(progress::stopAsked)) {
            return work.apply(figures);
        } catch (RuntimeException e) {
            throw progress.stopAsked() ? RunStopped.summarizing(period.code()) : e;
        }
    }

    /** The store defines the job for itself: of the copy it takes figures and nothing else. */
    private void takeOver(FiguresCopy figures) {
        store.define(job, List.of(period), WorkingDays.china(), asOf);
        store.parameter(job.id(), period, asOf);
        List<String> metrics = job.metrics().stream().map(MetricDefinition::id).toList();
        store.takeOver(figures, metrics, job.id(), period);
        MetricRunner.nameFiguresOfRecord(store.sql(), job);
    }

    /** Under their temporary names, two at once: each takes a core for as long as reading does. */
    void write(Metrics metrics) throws IOException {
        List<Language> languages = languages();
        if (languages.isEmpty()) {
            return;
        }
        dataApart = SummaryWriter.hasDataApart(job, metrics.tables());
        AtomicFiles outbox = AtomicFiles.open(folder);
        List<Callable<List<Text>>> works = new ArrayList<>();
        if (dataApart) {
            // The longest first.
            works.add(() -> writeData(metrics, outbox));
        }
        languages.forEach(language -> works.add(() -> write(metrics, language, outbox)));
        written = 0;
        progress.at(Stage.WORKBOOK, 0, works.size());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Text>>> tasks = new ArrayList<>();
            for (Callable<List<Text>> work : works) {
                tasks.add(threads.submit(() -> {
                    List<Text> said = work.call();
                    countWritten(works.size());
                    return said;
                }));
            }
            for (Future<List<Text>> one : tasks) {
                warnings.addAll(await(one));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** In order: the last one ends the stage. */
    private synchronized void countWritten(int all) {
        progress.at(Stage.WORKBOOK, ++written, all);
    }

    private List<Text> writeData(Metrics metrics, AtomicFiles outbox) throws IOException {
        Language first = languages().get(0);
        SummaryRequest request = request(metrics, first);
        outbox.write(
                name(job, period, first, SummaryFile.DATA), draft -> new SummaryWriter().writeData(request, draft));
        return List.of();
    }

    private SummaryRequest request(Metrics metrics, Language language) {
        SummaryRequest request =
                new SummaryRequest(job, period, asOf, metrics.tables(), language, ProgramVersion.current(), digest);
        return dataFile().map(request::withDataIn).orElse(request);
    }

    private Optional<String> dataFile() {
        return dataApart ? Optional.of(name(job, period, languages().get(0), SummaryFile.DATA)) : Optional.empty();
    }

    private List<Text> write(Metrics metrics, Language language, AtomicFiles outbox) throws IOException {
        SummaryRequest request = request(metrics, language);
        List<Text> said = new ArrayList<>();
        for (SummaryFile file : inEachLanguage(job)) {
            outbox.write(
                    name(job, period, language, file),
                    draft -> said.addAll(
                            switch (file) {
                                case WORKBOOK -> new SummaryWriter().write(request, draft);
                                case PAGE -> new SummaryPage().write(request, draft);
                                case BULLETIN -> new BulletinWriter().write(request, draft);
                                case DATA -> throw new IllegalStateException("is one for all languages");
                            }));
        }
        return said;
    }

    private static List<Text> await(Future<List<Text>> written) throws IOException {
        try {
            return written.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the summary was written");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException output) {
                throw output;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Into place, the manifest last. */
    SummaryOutcome deliver() throws IOException {
        AtomicFiles outbox = AtomicFiles.open(folder);
        try {
            return delivered(outbox);
        } catch (IOException e) {
            names().forEach(outbox::discard);
            throw e;
        }
    }

    private SummaryOutcome delivered(AtomicFiles outbox) throws IOException {
        List<Path> files = new ArrayList<>();
        List<HashedFile> outputs = new ArrayList<>();
        for (String name : names()) {
            try {
                Path file = outbox.deliver(name);
                files.add(file);
                outputs.add(HashedFile.of(file));
            } catch (DeliveryException e) {
                warnings.add(e.ofOneFile());
            }
        }
        removeFormer(outbox);
        boolean partial = files.size() < names().size();
        String said = partial ? "" : digest;
        new Manifest(job.id(), period.code(), asOf, ProgramVersion.current(), said, job.digest(), inputs, outputs)
                .deliver(outbox);
        ChaseOutcome chase = chaseFiles.write(status, digest);
        warnings.addAll(chase.unwritten());
        return new SummaryOutcome(
                period,
                status.expected(),
                status.received(),
                files,
                true,
                digest,
                partial,
                chase,
                List.copyOf(warnings));
    }

    /** Whether the outputs stand there, untouched, and are on record. */
    boolean stand() {
        return Manifest.current(folder, digest).isPresent() && isOnRecord(store.sql(), job, period, asOf, digest);
    }

    /** In the caller's transaction: that it was published, and the figures of record that it held. */
    void record() {
        if (isOnRecord(store.sql(), job, period, asOf, digest)) {
            return;
        }
        store.sql()
                .execute(
                        SqlText.read(SummaryFiles.class, "publish"),
                        job.id(),
                        period.code(),
                        asOf,
                        digest,
                        job.digest());
        if (job.metrics().stream().anyMatch(MetricDefinition::ofRecord)) {
            store.sql().execute(SqlText.read(SummaryFiles.class, "publish_figures"), period.code());
            store.sql().execute(SqlText.read(SummaryFiles.class, "publish_estimates"), job.id(), period.code());
        }
    }

    /** Whether there is nothing to put on record of a summary that says this. */
    static boolean isOnRecord(Sql sql, JobDefinition job, Period period, Instant asOf, String digest) {
        return sql.query(SqlText.read(SummaryFiles.class, "publication_missing"), job.id(), period.code(), asOf, digest)
                        .number()
                == 0;
    }

    /**
     * In which there is a workbook. A job that says nothing of a summary has none, and its chase lists all the same.
     */
    private List<Language> languages() {
        return job.summary().sheets().isEmpty() ? List.of() : job.languages();
    }

    /** Language by language, the data last. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        languages()
                .forEach(language -> inEachLanguage(job).forEach(file -> names.add(name(job, period, language, file))));
        dataFile().ifPresent(names::add);
        return names;
    }

    /** A file that is made no more, and a copy that was made of one, would go on saying what they said. */
    private void removeFormer(AtomicFiles outbox) throws DeliveryException {
        List<String> made = names();
        for (Language language : Language.values()) {
            for (SummaryFile file : SummaryFile.ALL) {
                String name = name(job, period, language, file);
                outbox.remove(PdfCopies.name(name));
                if (!made.contains(name)) {
                    outbox.remove(name);
                }
            }
        }
    }

    private static List<SummaryFile> inEachLanguage(JobDefinition job) {
        return job.delivery().files().stream()
                .filter(file -> file != SummaryFile.DATA)
                .toList();
    }

    /** The files that a summary may have in one language, by name, in the order of their kinds; data in the first. */
    public static Map<String, SummaryFile> names(JobDefinition job, Period period, Language language) {
        boolean first = job.languages().get(0) == language;
        Map<String, SummaryFile> names = new LinkedHashMap<>();
        job.delivery().files().stream()
                .filter(file -> first || file != SummaryFile.DATA)
                .forEach(file -> names.put(name(job, period, language, file), file));
        return names;
    }

    /** The job's title and the period, in the file's language, without what file systems refuse. */
    private static String name(JobDefinition job, Period period, Language language, SummaryFile file) {
        return fileName(job.title().in(language) + " " + period.label().in(language), language, file);
    }

    /** The name that the newest period's summary has in a folder of deliveries, whatever the period. */
    public static String latestName(JobDefinition job, Language language, SummaryFile file) {
        return fileName(WORDS.text("file.latest", job.title()).in(language), language, file);
    }

    private static String fileName(String summary, Language language, SummaryFile file) {
        String name =
                file == SummaryFile.DATA ? WORDS.text("file.data", summary).in(language) : summary;
        String mark = Manifest.sha256(name).substring(0, 8);
        return SafeFileName.of(name, file.suffix(), mark);
    }
}
