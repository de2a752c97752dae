package org.jibao.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jibao.answer.AnswersOnRecord;
import org.jibao.answer.AnswersOnRecord.AnswersReport;
import org.jibao.answer.AnswersOnRecord.ShownAnswer;
import org.jibao.burden.BurdenReport;
import org.jibao.calendar.Period;
import org.jibao.calendar.PeriodKind;
import org.jibao.calendar.WorkingDays;
import org.jibao.calls.CallBook;
import org.jibao.calls.CallNote;
import org.jibao.calls.NotedCalls;
import org.jibao.cluster.ClusterReading;
import org.jibao.cluster.ClusterSettings;
import org.jibao.collect.Archiving;
import org.jibao.collect.CollectOutcome;
import org.jibao.collect.Collector;
import org.jibao.collect.ListsApart;
import org.jibao.decision.AcceptWarnings;
import org.jibao.decision.ApprovePeriod;
import org.jibao.decision.Decisions;
import org.jibao.decision.Decisions.DecisionOutcome;
import org.jibao.decision.Decisions.Ruling;
import org.jibao.decision.ReopenPeriod;
import org.jibao.decision.WithdrawSubmission;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.InboxDefinition;
import org.jibao.deliver.Deliveries.DeliveryOutcome;
import org.jibao.delivery.Outbox;
import org.jibao.draft.DraftOutcome;
import org.jibao.draft.DraftOutcome.DraftRequest;
import org.jibao.draft.DraftOutcome.DraftRoster;
import org.jibao.draft.Drafts;
import org.jibao.export.Export;
import org.jibao.export.Export.ExportOutcome;
import org.jibao.federation.PackageCheck;
import org.jibao.federation.PackageCheck.CheckReport;
import org.jibao.federation.PackageWriter;
import org.jibao.federation.PackageWriter.PackageOutcome;
import org.jibao.finding.Language;
import org.jibao.inspect.FigureView;
import org.jibao.inspect.FigureWanted;
import org.jibao.inspect.FiguresReport;
import org.jibao.inspect.FindingsReport;
import org.jibao.inspect.FindingsReport.FindingsPage;
import org.jibao.inspect.FindingsWanted;
import org.jibao.inspect.NamedSubmission;
import org.jibao.inspect.ReceivedFile;
import org.jibao.inspect.ReturnView;
import org.jibao.mailbook.AnswerRecord;
import org.jibao.mailbook.BouncedAddresses;
import org.jibao.mailbook.MailBook;
import org.jibao.mailbook.MailsOnRecord;
import org.jibao.mailbox.FetchOutcome;
import org.jibao.mailbox.MailboxCheck;
import org.jibao.query.Query;
import org.jibao.query.Query.QueryListener;
import org.jibao.query.Query.QueryResult;
import org.jibao.run.Approvals;
import org.jibao.run.Approvals.Approval;
import org.jibao.run.ChainAlarm;
import org.jibao.run.Failures;
import org.jibao.run.JobFolders;
import org.jibao.run.JobLoading;
import org.jibao.run.JobLoading.JobAndInbox;
import org.jibao.run.NewFiles;
import org.jibao.run.NightlyRuns;
import org.jibao.run.OpeningStore;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.RunClock;
import org.jibao.run.RunStopped;
import org.jibao.run.Settings;
import org.jibao.run.Stage;
import org.jibao.run.StageTimes;
import org.jibao.run.UnitArgument;
import org.jibao.run.UnusableArgument;
import org.jibao.run.ledger.MissedRuns;
import org.jibao.run.ledger.RunLedger;
import org.jibao.slip.ReturnSlips;
import org.jibao.status.HistoryQuery;
import org.jibao.status.HistoryReport;
import org.jibao.status.RunsQuery;
import org.jibao.status.RunsQuery.RunsReport;
import org.jibao.status.StatusQuery;
import org.jibao.status.StatusReport;
import org.jibao.store.MarkKeyFile;
import org.jibao.store.ReadOnlySql;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.summarize.Summarizer;
import org.jibao.summarize.Summarizer.SummaryOutcome;
import org.jibao.template.LastReturns;
import org.jibao.template.Templates;
import org.jibao.template.Templates.TemplatesOutcome;
import org.jibao.verify.Verification;
import org.jibao.verify.Verification.VerifyReport;

/**
 * Everything that Jibao does, one method a command.
 *
 * <p>Each may throw {@link OperationalFailure}, for what the operator must put right, {@link UnusableArgument}, for
 * what was asked and there is not, and {@link org.jibao.definition.loading.ProblemsException}, for mistakes in the job
 * folder. Bad returns never throw: they are outcomes.
 */
public final class Jibao {

    private final Settings settings;
    private final StageTimes progress;
    private final Map<String, String> environment;
    private final Instant asOf;
    private final Optional<Path> archive;
    private final Optional<ClusterSettings> cluster;
    private final RunLedger ledger;
    private final JobLoading loading;
    private final ChainAlarm alarm;
    private final StoreAccess stores;

    public Jibao(Settings settings, Progress progress) {
        this(settings, progress, System.getenv());
    }

    /** @param environment in which the mail server is named */
    public Jibao(Settings settings, Progress progress, Map<String, String> environment) {
        this(settings, new StageTimes(progress), environment, Optional.empty(), Optional.empty());
    }

    private Jibao(
            Settings settings,
            StageTimes progress,
            Map<String, String> environment,
            Optional<Path> archive,
            Optional<ClusterSettings> cluster) {
        this.settings = settings;
        this.progress = progress;
        this.environment = environment;
        this.archive = archive;
        this.cluster = cluster;
        this.ledger = RunLedger.beside(settings.store());
        this.asOf = settings.asOf().orElseGet(Instant::now);
        this.loading = new JobLoading(settings, ledger, asOf);
        this.alarm = new ChainAlarm(settings, ledger);
        this.stores = new StoreAccess(settings, alarm);
    }

    /** The same, and what is settled is moved from the inbox to {@code <folder>/<job>/<period>/} after a collect. */
    public Jibao archivingTo(Path folder) {
        return new Jibao(settings, progress, environment, Optional.of(folder), cluster);
    }

    /** The same, and the workers of a cluster read what is new. */
    public Jibao inCluster(ClusterSettings meeting) {
        return new Jibao(settings, progress, environment, archive, Optional.of(meeting));
    }

    /** How long each stage has taken so far. */
    public StageTimes times() {
        return progress;
    }

    /**
     * Asks what is going on in another thread to end where it can be gone on with; it then throws {@link RunStopped},
     * and the ledger has it as stopped.
     */
    public void stop() {
        progress.askToStop();
    }

    /**
     * Makes the new mails of the job's mailbox files of the inbox. Opens no store.
     *
     * @throws UnusableArgument where the job has no mailbox
     */
    public FetchOutcome fetch() {
        JobDefinition job = mails().withMailbox(loading.head());
        alarm.ledger();
        DeliveryService dispatch = dispatch();
        try {
            return recorder("fetch").record(notes -> mails().fetch(job, notes), why -> {});
        } finally {
            dispatch.noteHealth();
        }
    }

    /** Says step by step what works on the way to the job's mailbox; changes nothing. */
    public List<MailboxCheck.Step> checkMailbox() {
        JobDefinition job = mails().withMailbox(loading.head());
        return new MailboxCheck(Objects.requireNonNull(job.receipt().mailbox()), environment).steps();
    }

    /** Takes in what is new in the inbox and judges it. */
    public CollectOutcome collect() {
        return recorded("collect", (store, notes) -> {
            mails().settle(loading::head);
            JobAndInbox read = loading.jobAndInbox(progress);
            notes.loaded(read.job());
            clock().check(store.get(), read.job());
            return collect(store.get(), read.job(), read.inbox(), notes);
        });
    }

    /** Writes the summary of a period, unless it is there already and would say the same. */
    public SummaryOutcome summarize() {
        return recorded("summarize", (store, notes) -> {
            JobDefinition job = loading.job();
            notes.loaded(job);
            if (!Files.exists(settings.store())) {
                throw Failures.nothingCollected(job, settings.store());
            }
            stores.collectedOnce(store.get().sql(), job);
            clock().check(store.get(), job);
            Period period = period(store.get(), job);
            if (ReturnSlips.areHistory(store.get(), job, settings.out(), period, asOf)
                    && Files.isDirectory(settings.inbox())) {
                InboxDefinition known = new InboxDefinition(
                        job.limits(), job.zone(), job.receipt().register());
                NewFiles inbox = NewFiles.of(NewFiles.walked(settings.inbox()), known, settings);
                NewFiles returns = ListsApart.of(store.get(), job, inbox, asOf);
                new ReturnSlips(store.get(), job, settings.out(), returns.listing(), progress).make(period, asOf);
            }
            return summarize(store.get(), job, period, notes, true);
        });
    }

    /** Collects and summarizes. */
    public RunOutcome run() {
        return recorded("run", (store, notes) -> {
            mails().settle(loading::head);
            TakenIn taken = takeIn(store, notes, clock()::check);
            JobDefinition job = taken.job();
            SummaryOutcome summary = summarize(store.get(), job, period(store.get(), job), notes, true);
            return new RunOutcome(FetchOutcome.NONE, taken.collected(), List.of(summary), DeliveryOutcome.NONE);
        });
    }

    /**
     * Fetches mails, collects, summarizes each period that is open, that has closed or of which something has changed
     * since the last night, and delivers.
     */
    public RunOutcome nightly() {
        return recorded("nightly", (store, notes) -> {
            Optional<Instant> lastNight = new NightlyRuns(ledger, settings.job()).settledUpTo(asOf);
            FetchOutcome fetched = mails().fetch(loading.head(), notes);
            TakenIn taken = takeIn(store, notes, clock()::checkDeciding);
            JobDefinition job = taken.job();
            List<SummaryOutcome> summaries = new ArrayList<>();
            for (Period period :
                    new Periods(job, WorkingDays.china()).tonight(store.get().sql(), lastNight, asOf)) {
                summaries.add(summarize(store.get(), job, period, notes, false));
            }
            DeliveryService dispatch = dispatch();
            dispatch.announce(job, alarm.told());
            dispatch.announceMailbox(job, fetched.failure());
            return new RunOutcome(
                    fetched, taken.collected(), summaries, dispatch.deliver(store.get(), job, summaries, notes));
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

    /** Approves the figures of the settings' period to be handed on, as they are now. */
    public DecisionOutcome approve(Optional<String> reason, String by) {
        return decide(
                (decisions, store) -> new ApprovePeriod(decisions).run(period(store, decisions.job()), reason, by));
    }

    /**
     * What a unit has sent, for the settings' period or for all, what was decided on it and what changed, from the
     * snapshot.
     */
    public HistoryReport history(String unit) {
        JobDefinition job = loading.job();
        return stores.withSnapshot(sql -> {
            stores.collectedOnce(sql, job);
            return new HistoryQuery(sql, job, asOf).report(UnitArgument.of(job.roster(), unit), settings.period());
        });
    }

    /**
     * Notes a call to a unit about its return for the settings' period. Opens no store.
     *
     * @param unit its code, name or alias
     * @param by who called
     * @param note what came of it
     * @return the note as it is kept: without the numbers of persons
     */
    public CallNote called(String unit, String by, String note) {
        JobDefinition job = loading.job();
        String code = UnitArgument.of(job.roster(), unit).code();
        Period period = settings.period().orElseGet(this::usualPeriod);
        CallNote call = new CallNote(job.id(), period.code(), code, asOf, by, note);
        CallBook.beside(settings.store()).add(call);
        return call;
    }

    /** The calls that were noted for the settings' period, or for all. Opens no store. */
    public NotedCalls calls() {
        Optional<String> period = settings.period().map(Period::code);
        return CallBook.beside(settings.store()).of(settings.job(), period);
    }

    /** The mails that were fetched and what was answered. Opens no store. */
    public MailsOnRecord mailsOnRecord() {
        try {
            return MailBook.beside(settings.store(), settings.job()).read();
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /** The answers to units: what is held, what has not gone. Opens no store; a run may be going on meanwhile. */
    public AnswersReport answers() {
        return answersOnRecord().report();
    }

    /** Every answer that was ever made, those that have gone among them. */
    public AnswersReport everyAnswer() {
        return answersOnRecord().everything();
    }

    /** Addresses of units that servers have said to be wrong. */
    public BouncedAddresses bouncedAddresses() {
        return BouncedAddresses.of(loading.job().roster(), mailsOnRecord());
    }

    /** One answer with its words, by its id or the beginning of it. */
    public ShownAnswer answer(String id) {
        return answersOnRecord().show(id);
    }

    /** Where answers that are on record stand, in their order. */
    public List<AnswersOnRecord.Line> standing(Collection<AnswerRecord> answers) {
        return answersOnRecord().standing(answers);
    }

    /** The words of answers, in their order. */
    public List<ShownAnswer> shown(Collection<AnswersOnRecord.Line> answers) {
        return answersOnRecord().show(answers);
    }

    /** Lets those of some answers go that are held, in an officer's name. */
    public List<AnswersOnRecord.Line> release(Set<String> ids, String by) {
        return answersOnRecord().release(ids, by);
    }

    /** Lets one held answer go with the next delivery, or {@code all}, in an officer's name. */
    public List<AnswersOnRecord.Line> release(String id, String by) {
        return answersOnRecord().release(id, by);
    }

    /** Drops an answer that has not gone, in an officer's name. */
    public AnswersOnRecord.Line drop(String id, String by) {
        return answersOnRecord().drop(id, by);
    }

    private AnswersOnRecord answersOnRecord() {
        MailBook book = MailBook.beside(settings.store(), settings.job());
        return new AnswersOnRecord(loading.job(), book, Outbox.beside(settings.store()), asOf);
    }

    /** Who has sent what, from the published snapshot: a run may be going on meanwhile. */
    public StatusReport status() {
        JobDefinition job = loading.job();
        return stores.withSnapshot(sql -> {
            stores.collectedOnce(sql, job);
            Periods periods = new Periods(job, WorkingDays.china());
            Period period = settings.period().orElseGet(() -> periods.usual(sql, asOf));
            return new StatusQuery(sql, job, WorkingDays.china()).report(period, asOf);
        });
    }

    /**
     * The period that is meant where none is named: the last that has ended and has a return, or else the last that has
     * ended.
     */
    public Period usualPeriod() {
        JobDefinition job = loading.head();
        return stores.withSnapshot(sql -> new Periods(job, WorkingDays.china()).usual(sql, asOf));
    }

    /**
     * What was found in the returns that stand of the settings' period, by rule and by unit, from the published
     * snapshot.
     */
    public FindingsReport findings() {
        return inspections().findings();
    }

    /** The same findings one by one, of a code or a unit. */
    public FindingsPage findings(FindingsWanted wanted) {
        return inspections().findings(wanted);
    }

    /** One submission as its unit filled it, with what was found in it. */
    public ReturnView returned(long submission) {
        return inspections().returned(submission);
    }

    /** The figures of the settings' period as they were computed last, over all units, groups and kinds. */
    public FiguresReport figures() {
        return inspections().figures(null);
    }

    /** The same, and those of one unit. */
    public FiguresReport figures(String unit) {
        return inspections().figures(unit);
    }

    /** What stands behind a figure of the settings' period: units, and the cells of their files. */
    public FigureView figure(FigureWanted wanted) {
        return inspections().figure(wanted);
    }

    /** The received file with these bytes, where it lies in the inbox or its archive. */
    public ReceivedFile file(String sha256) {
        return inspections().file(sha256);
    }

    /**
     * The submissions that came as one of some files of the inbox, or in one of them.
     *
     * @param files names inside the inbox
     */
    public List<NamedSubmission> submissionsOf(Collection<String> files) {
        return inspections().submissionsOf(files);
    }

    /**
     * What units are asked by the settings' job, and what of it need not be asked.
     *
     * @param periods how many of the newest periods with returns are looked at, 1 or more
     */
    public BurdenReport burden(int periods) {
        return burdens().ofJob(periods);
    }

    /** The same of all jobs that have returns in the store. */
    public BurdenReport burdenOfAllJobs(int periods) {
        return burdens().ofAll(periods);
    }

    private Burdens burdens() {
        return new Burdens(settings, loading, stores, asOf);
    }

    private Inspections inspections() {
        return new Inspections(settings, loading, stores, asOf, archive);
    }

    /** What ran and what did not, by the ledger; what waits to go out; when the job runs next. Opens no store. */
    public RunsReport runs() {
        return new RunsQuery(settings.store(), ledger, loading.head()).report(asOf);
    }

    /** When the job is to run next by its schedule, in its time zone; empty where that never comes true again. */
    public Optional<ZonedDateTime> nextRun() {
        JobDefinition job = loading.head();
        return new MissedRuns(job.schedule(), job.zone()).next(asOf).map(time -> time.atZone(job.zone()));
    }

    /** Runs people's SQL on the published snapshot, where it can read the snapshot and nothing else. */
    public QueryResult query(String statement) {
        return stores.withSnapshot(sql -> new Query(sql.people()).held(statement));
    }

    /** The same, row by row, however many there are. */
    public void query(String statement, QueryListener listener) {
        stores.withSnapshot(sql -> {
            new Query(sql.people()).run(statement, listener);
            return true;
        });
    }

    /**
     * Writes what was published last for other programs, whole into the folder; one period of it where one is given.
     */
    public ExportOutcome export(Path folder) {
        JobDefinition job = loading.job();
        stores.withSnapshot(sql -> true);
        try {
            return new Export(job, settings.store(), progress).write(folder, settings.period(), asOf);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Writes what was published last of the settings' period for the upper office, signed.
     *
     * @param folder where the package goes
     */
    public PackageOutcome handOn(Path folder) {
        JobDefinition job = loading.job();
        Period period = settings.period().orElseGet(this::usualPeriod);
        Optional<Approval> approval = stores.withSnapshot(sql -> {
            stores.collectedOnce(sql, job);
            return new Approvals(sql, job).latest(period, asOf);
        });
        try {
            return new PackageWriter(job, settings.store(), progress).write(folder, period, approval, asOf);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /** Says whether this office would take a package, as one that is received now. Opens no store. */
    public CheckReport checkPackage(Path file) {
        try {
            return new PackageCheck(loading.job()).check(file, asOf);
        } catch (StoreException e) {
            throw Failures.of(e);
        }
    }

    /**
     * Makes the blank returns of a period, by default of the one that is running.
     *
     * @param unit the code or name of the only unit to make one for, or empty for all that are expected
     */
    public TemplatesOutcome templates(Optional<String> unit) {
        JobDefinition job = JobFolders.load(settings.jobs(), settings.job());
        Periods periods = new Periods(job, WorkingDays.china());
        Period period = settings.period().orElseGet(() -> periods.running(asOf));
        periods.checkForTemplates(period, asOf);
        if (!Files.exists(Snapshot.beside(settings.store()))) {
            return templates(job, period, Optional.empty()).make(unit);
        }
        return stores.withSnapshot(
                sql -> templates(job, period, Optional.of(sql)).make(unit));
    }

    private Templates templates(JobDefinition job, Period period, Optional<ReadOnlySql> sql) {
        LastReturns last = new LastReturns(sql, job, period, asOf);
        return new Templates(job, period, last, settings.out(), MarkKeyFile.beside(settings.store()), progress);
    }

    /** Writes the settings' job folder, which there must not be yet, from blank forms and filled returns. */
    public DraftOutcome draft(List<Path> from, Optional<Language> language, Optional<PeriodKind> period) {
        DraftRequest request = new DraftRequest(settings.jobs(), settings.job(), from, language, period);
        return new Drafts(asOf.atZone(ZoneOffset.UTC).toLocalDate()).draft(request);
    }

    /** The units that returns or lists of units name, as {@code units.csv}. */
    public static DraftRoster draftRoster(List<Path> from) {
        return Drafts.roster(from);
    }

    /** Tries the job folder out, examples and all, without touching the store. */
    public VerifyReport verify() {
        return new Verification(loading.wholeJob()).report();
    }

    /**
     * In one transaction; then published, also where nothing was new, as the last run may have been killed before it
     * was.
     */
    private DecisionOutcome decide(BiFunction<Decisions, Store, DecisionOutcome> work) {
        return stores.withStore(head -> {}, opening -> {
            JobDefinition job = loading.job();
            if (!Files.exists(settings.store())) {
                throw Failures.nothingCollected(job, settings.store());
            }
            Store store = opening.get();
            stores.collectedOnce(store.sql(), job);
            Decisions decisions = new Decisions(store, job, asOf);
            clock().checkDeciding(store, job);
            return decisions.committed(() -> work.apply(decisions, store), ledger);
        });
    }

    /** The job, and what became of the files that were new. What the inbox holds is not held while summaries are made. */
    private record TakenIn(JobDefinition job, CollectOutcome collected) {}

    private TakenIn takeIn(OpeningStore store, RunStatistics notes, BiConsumer<Store, JobDefinition> clock) {
        JobAndInbox read = loading.jobAndInbox(progress);
        notes.loaded(read.job());
        clock.accept(store.get(), read.job());
        return new TakenIn(read.job(), collect(store.get(), read.job(), read.inbox(), notes));
    }

    private CollectOutcome collect(Store store, JobDefinition job, NewFiles listed, RunStatistics notes) {
        NewFiles inbox = ListsApart.of(store, job, listed, asOf);
        Optional<Archiving> archiving = archive.map(folder -> Archiving.of(store, job, folder, settings.inbox()));
        long before = RunStatistics.before(store, job, ledger);
        CollectOutcome collected = takeIn(store, job, inbox);
        notes.collected(store, job, before);
        return archiving.map(to -> collected.withArchived(to.move(inbox, asOf))).orElse(collected);
    }

    private CollectOutcome takeIn(Store store, JobDefinition job, NewFiles inbox) {
        Period workedOn = period(store, job);
        CollectOutcome collected = takeIn(store, job, inbox, workedOn);
        // With what has come, another period may be worked on now.
        Period now = collected.files().isEmpty() ? workedOn : period(store, job);
        return collected.withUnwritten(
                new ReturnSlips(store, job, settings.out(), inbox.listing(), progress).make(now, asOf));
    }

    private CollectOutcome takeIn(Store store, JobDefinition job, NewFiles inbox, Period workedOn) {
        if (cluster.isEmpty()) {
            return Collector.collect(store, job, inbox, workedOn, asOf, settings.threads(), progress, null);
        }
        try (ClusterReading workers = new ClusterReading(cluster.get(), settings.threads())) {
            return Collector.collect(store, job, inbox, workedOn, asOf, settings.threads(), progress, workers);
        }
    }

    private SummaryOutcome summarize(
            Store store, JobDefinition job, Period period, RunStatistics notes, boolean daily) {
        progress.stopBefore(Stage.METRICS);
        SummaryOutcome summary = new Summarizer(store, job, settings.out(), progress, daily).summarize(period, asOf);
        notes.summarized(summary);
        return summary;
    }

    /**
     * Tries what waits to go out and whose time has come again. Opens no store; where nothing's time has come, nothing
     * is noted either.
     */
    public DeliveryOutcome deliver() {
        DeliveryService dispatch = dispatch();
        if (!dispatch.anyDue()) {
            return DeliveryOutcome.NONE;
        }
        alarm.ledger();
        try {
            return recorder("deliver").record(notes -> dispatch.attempt(loading.head(), notes), why -> {});
        } finally {
            dispatch.noteHealth();
        }
    }

    private MailService mails() {
        return new MailService(settings, environment, progress);
    }

    private DeliveryService dispatch() {
        return new DeliveryService(settings, ledger, environment, asOf, progress, loading::head);
    }

    private RunRecorder recorder(String command) {
        return new RunRecorder(settings, ledger, command, asOf, progress);
    }

    private <T> T recorded(String command, BiFunction<OpeningStore, RunStatistics, T> work) {
        RunRecorder recorder = recorder(command);
        boolean night = command.equals("nightly");
        try {
            return recorder.record(notes -> checkedWithStore(notes, store -> work.apply(store, notes)), why -> {
                if (night) {
                    dispatch().tellOperators(recorder.id(), why);
                }
            });
        } finally {
            if (night) {
                dispatch().noteHealth();
            }
        }
    }

    private Period period(Store store, JobDefinition job) {
        return settings.period().orElseGet(() -> new Periods(job, WorkingDays.china()).usual(store.sql(), asOf));
    }

    private RunClock clock() {
        return new RunClock(settings, ledger, asOf);
    }

    private <T> T checkedWithStore(RunStatistics notes, Function<OpeningStore, T> work) {
        clock().check();
        try {
            return stores.withStore(notes::decisions, work);
        } finally {
            notes.alarms(alarm.told());
        }
    }
}
