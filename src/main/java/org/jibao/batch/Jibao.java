package org.jibao.batch;

import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.Limits;
import org.jibao.reading.ReturnReader;
import org.jibao.store.ReadOnlySql;
import org.jibao.store.Snapshot;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;
import org.springframework.transaction.TransactionException;

/**
 * Everything that Jibao does, one method a command.
 *
 * <p>Each may throw {@link OperationalFailure}, for what the operator must put right, {@link UnusableArgument}, for what
 * was asked and there is not, and {@link org.jibao.definition.ProblemsException}, for mistakes in the job folder. Bad returns never throw: they are outcomes.
 */
public final class Jibao {

    private final Settings settings;
    private final Progress progress;
    private final Instant asOf;

    public Jibao(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.asOf = settings.asOf().orElseGet(Instant::now);
    }

    /** Takes in what is new in the inbox and judges it. */
    public CollectOutcome collect() {
        return withStore(store -> {
            JobDefinition job = load();
            NewFiles inbox = listing(job);
            return collect(store.get(), job, inbox);
        });
    }

    /** Writes the summary of a period, unless it is there already and would say the same. */
    public SummaryOutcome summarize() {
        return withStore(store -> {
            JobDefinition job = load();
            if (!Files.exists(settings.store())) {
                throw Failures.nothingCollected(job, settings.store());
            }
            collectedOnce(store.get().sql(), job);
            return summarize(store.get(), job);
        });
    }

    /** Collects and summarizes. */
    public RunOutcome run() {
        return withStore(store -> {
            JobDefinition job = load();
            NewFiles inbox = listing(job);
            CollectOutcome collected = collect(store.get(), job, inbox);
            return new RunOutcome(collected, List.of(summarize(store.get(), job)));
        });
    }

    /** Collects, and summarizes each period that is open. */
    public RunOutcome nightly() {
        return withStore(store -> {
            JobDefinition job = load();
            NewFiles inbox = listing(job);
            CollectOutcome collected = collect(store.get(), job, inbox);
            return new RunOutcome(collected, summarizeOpen(store.get(), job));
        });
    }

    /**
     * Answers warnings of a return in an officer's name.
     *
     * @param fileOrUnit the file's name, with or without its folders, or the unit's code, name or alias
     * @param code only findings of this code
     * @param cell only those at this cell, such as {@code 表二!D14}
     */
    public DecisionOutcome accept(String fileOrUnit, Optional<String> code, Optional<String> cell, Ruling ruling) {
        return decide((decisions, store) -> new AcceptWarnings(decisions)
                .run(new AcceptWarnings.Wanted(fileOrUnit, period(store, decisions.job()), code, cell), ruling));
    }

    /** Takes an accepted submission out of every figure; the one before it counts again. */
    public DecisionOutcome withdraw(long submission, Ruling ruling) {
        return decide((decisions, store) -> new WithdrawSubmission(decisions).run(submission, ruling));
    }

    /** Lets what the unit sends, or has sent, after the closing of the settings' period count. */
    public DecisionOutcome reopen(String unit, Ruling ruling) {
        return decide(
                (decisions, store) -> new ReopenPeriod(decisions).run(unit, period(store, decisions.job()), ruling));
    }

    /** What a unit has sent, for the settings' period or for all, what was decided on it and what changed, from the snapshot. */
    public HistoryReport history(String unit) {
        JobDefinition job = load();
        return withSnapshot(sql -> {
            collectedOnce(sql, job);
            return new HistoryQuery(sql, job, asOf).report(UnitArgument.of(job.roster(), unit), settings.period());
        });
    }

    /** Who has sent what, from the published snapshot: a run may be going on meanwhile. */
    public StatusReport status() {
        JobDefinition job = load();
        return withSnapshot(sql -> {
            collectedOnce(sql, job);
            Periods periods = new Periods(job, WorkingDays.china());
            Period period = settings.period().orElseGet(() -> periods.usual(sql, asOf));
            return new StatusQuery(sql, job, WorkingDays.china()).report(period, asOf);
        });
    }

    /** Runs people's SQL on the published snapshot, where it can read the snapshot and nothing else. */
    public QueryResult query(String statement) {
        return withSnapshot(sql -> QueryResult.of(sql.query(statement)));
    }

    /** Tries the job folder out, examples and all, without touching the store. */
    public VerifyReport verify() {
        return new Verification(load()).report();
    }

    /** In one transaction; then published, also where nothing was new, as the last run may have been killed before it was. */
    private DecisionOutcome decide(BiFunction<Decisions, Store, DecisionOutcome> work) {
        return withStore(opening -> {
            JobDefinition job = load();
            if (!Files.exists(settings.store())) {
                throw Failures.nothingCollected(job, settings.store());
            }
            Store store = opening.get();
            collectedOnce(store.sql(), job);
            Decisions decisions = new Decisions(store, job, asOf);
            DecisionOutcome outcome = committed(store, () -> {
                decisions.checkClock();
                return work.apply(decisions, store);
            });
            store.snapshot().publish();
            return outcome;
        });
    }

    private static <T> T committed(Store store, Supplier<T> work) {
        try {
            return store.inTransaction(work);
        } catch (TransactionException e) {
            throw Failures.of(e, store);
        }
    }

    private JobDefinition load() {
        JobDefinition job = JobFolders.load(settings.jobs(), settings.job());
        settings.period().ifPresent(period -> new Periods(job, WorkingDays.china()).check(period, asOf));
        return job;
    }

    private void collectedOnce(Sql sql, JobDefinition job) {
        if (sql.query("SELECT 1 FROM intake.job WHERE job = ?", job.id()).isEmpty()) {
            throw Failures.nothingCollected(job, settings.store());
        }
    }

    private NewFiles listing(JobDefinition job) {
        progress.at(Stage.LISTING, 0, 1);
        NewFiles listing = NewFiles.list(settings.inbox(), Limits.of(job.limits()));
        progress.at(Stage.LISTING, 1, 1);
        return listing;
    }

    private CollectOutcome collect(Store store, JobDefinition job, NewFiles inbox) {
        ReturnReader reader = new ReturnReader(
                job, Limits.of(job.limits()), TemporaryEntries.beside(store).folder(), LongRegister.reading(progress));
        return new Collector(store, job, reader::read, settings.threads(), CollectJob.CHUNK, progress)
                .collect(inbox, period(store, job), asOf);
    }

    private SummaryOutcome summarize(Store store, JobDefinition job) {
        return summarizer(store, job).summarize(period(store, job), asOf);
    }

    private List<SummaryOutcome> summarizeOpen(Store store, JobDefinition job) {
        List<SummaryOutcome> summaries = new ArrayList<>();
        for (Period open : new Periods(job, WorkingDays.china()).open(store.sql(), asOf)) {
            summaries.add(summarizer(store, job).summarize(open, asOf));
        }
        return summaries;
    }

    private Summarizer summarizer(Store store, JobDefinition job) {
        return new Summarizer(store, job, settings.out(), progress);
    }

    private Period period(Store store, JobDefinition job) {
        return settings.period().orElseGet(() -> new Periods(job, WorkingDays.china()).usual(store.sql(), asOf));
    }

    private <T> T withStore(Function<OpeningStore, T> work) {
        try (OpeningStore store = OpeningStore.begin(settings.store())) {
            return work.apply(store);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    private <T> T withSnapshot(Function<ReadOnlySql, T> work) {
        try (ReadOnlySql sql = Snapshot.open(settings.store(), StoreSettings.DEFAULT)) {
            return work.apply(sql);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }
}
