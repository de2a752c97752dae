package org.jibao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.guard.OwnFiles;
import org.jibao.store.GridViews.FormViews;
import org.jibao.store.Migrations.BatchSchema;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The open DuckDB file. One process at a time has it; the tables of returns, metrics and batch jobs are all in it, so
 * that one transaction can change them together.
 */
public final class Store implements AutoCloseable {

    private final Path file;
    private final StoreDataSource source;
    private final StoreTransactions transactions;
    private final ConnectionSql sql;
    private final StoreBytes bytes;

    /** The job that is defined in what is committed, where it was defined through this object. */
    private volatile @Nullable JobDefinition defined;

    private Store(Path file, DuckDBConnection root) {
        this.file = file;
        this.source = new StoreDataSource(root);
        this.transactions = new StoreTransactions(source, WriteAheadLog.beside(file));
        this.sql = new ConnectionSql(source, new Faults(file)::running);
        this.bytes = new StoreBytes(file);
    }

    /**
     * Opens the store, or creates it; brings an older one to this program's version.
     *
     * @throws StoreException where it is locked, damaged, newer than this program, not ours, or cannot be written
     */
    public static Store open(Path file, StoreSettings settings) {
        Creation.ifAbsent(file, settings);
        return openExisting(file, settings);
    }

    /**
     * The same, for a store of no more than a passing use, on which the SQL of job folders runs: the engine reaches no
     * other file, and stops what takes too long.
     */
    public static Store openForFigures(Path file, StoreSettings settings) {
        return openForFigures(file, settings, Duration.ofMillis(Engine.SANDBOX_MILLISECONDS));
    }

    static Store openForFigures(Path file, StoreSettings settings, Duration most) {
        Creation.ifAbsent(file, settings);
        return opened(file, () -> Engine.figures(file, settings, most));
    }

    public static Store openExisting(Path file, StoreSettings settings) {
        return opened(file, () -> Engine.writer(file, settings));
    }

    /** A new store of an earlier version, to take over the data of one. */
    public static Store openOfVersion(Path file, int version, StoreSettings settings) {
        return opened(file, () -> Engine.writer(file, settings), version);
    }

    private static Store opened(Path file, Opening engine) {
        return opened(file, engine, Migrations.known());
    }

    private static Store opened(Path file, Opening engine, int version) {
        Faults faults = new Faults(file);
        WriteAheadLog.check(file, faults);
        try {
            Store store = new Store(file, engine.open());
            store.closingOnFailure(() -> Migrations.apply(store, faults, version));
            return store;
        } catch (SQLException e) {
            throw faults.opening(e);
        }
    }

    public Path file() {
        return file;
    }

    public Sql sql() {
        return sql;
    }

    /** For the job repository, which shares the file. */
    public DataSource dataSource() {
        return source;
    }

    /** For the job repository and the steps: one for both. */
    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public static String batchTablePrefix() {
        return BatchSchema.PREFIX;
    }

    /** Runs the work in the current transaction, or in a new one that is committed unless the work throws. */
    public <T> T inTransaction(Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    public void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    /** Runs the work in a transaction of its own that is undone at the end: for figures as of an earlier time. */
    public <T> T inTransactionThatIsUndone(Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    /**
     * Writes the job's roster, periods and labels, and makes the tables and views of its forms.
     *
     * @param periods all that are worked on; those between them and the ones already received are added
     */
    public void define(JobDefinition job, Collection<Period> periods, WorkingDays workingDays) {
        defineFor(job, tables -> tables.writePeriods(periods, workingDays, null));
    }

    /** The same for figures as of a time: what was received later, or after a period's closing, adds no period. */
    public void define(JobDefinition job, Collection<Period> periods, WorkingDays workingDays, Instant asOf) {
        defineFor(job, tables -> tables.writePeriods(periods, workingDays, asOf));
    }

    /** A run defines its job several times, for other periods each time: the folder's part is written once. */
    private void defineFor(JobDefinition job, Consumer<JobTables> periods) {
        boolean ofItself = !TransactionSynchronizationManager.isActualTransactionActive();
        JobTables tables = new JobTables(sql, job);
        if (defined == job) {
            inTransaction(() -> periods.accept(tables));
            return;
        }
        defined = null;
        inTransaction(() -> {
            tables.writeFolder();
            periods.accept(tables);
        });
        // What an outer transaction may still undo is not committed.
        defined = ofItself ? job : null;
    }

    /**
     * Makes the views of forms by what the labels in the store say of them, until a run writes them by its job folder.
     */
    public void makeFormViews() {
        new FormViews(sql).create();
    }

    /**
     * That the job repository makes nothing but numbers and texts of the parameters that stand in the store.
     *
     * @throws StoreException where another class is named
     */
    public void checkJobParameters() {
        List<String> classes = JobParameterTypes.foreign(sql, "batch");
        if (!classes.isEmpty()) {
            throw new Faults(file).foreignParameters(classes.get(0));
        }
    }

    /** Whether the job folder, as it is now, is what {@link #define} last wrote. */
    public boolean defines(JobDefinition job) {
        return !sql.query("SELECT 1 FROM intake.job WHERE job = ? AND digest = ?", job.id(), job.digest())
                .isEmpty();
    }

    /** Whether the last instance of a batch job was killed or failed, and is still to be finished. */
    public boolean leftUnfinished(String batchJob) {
        return !sql.query(SqlText.read(Store.class, "batch/unfinished"), batchJob)
                .isEmpty();
    }

    /** Whether no other batch job has run since this execution of one. */
    public boolean ranLast(long execution) {
        return sql.query("SELECT max(job_execution_id) FROM batch.BATCH_JOB_EXECUTION")
                        .number()
                == execution;
    }

    /** What an exception that came through others says of the store, if anything; a commit that failed goes first. */
    public Optional<StoreException> explain(Throwable thrown) {
        RuntimeException failedCommit = transactions.failedCommit();
        return failedCommit == null
                ? engineFault(thrown)
                : engineFault(failedCommit).or(() -> engineFault(thrown));
    }

    private Optional<StoreException> engineFault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return Optional.of(known);
            }
            if (cause instanceof SQLException engine) {
                return Optional.of(new Faults(file).running(engine));
            }
        }
        return Optional.empty();
    }

    /** Says what figures are computed for. */
    public void parameter(String job, Period period, Instant asOf) {
        inTransaction(() -> {
            sql.execute("DELETE FROM returns.parameter");
            sql.execute("INSERT INTO returns.parameter VALUES (?, ?, ?)", job, period.code(), asOf);
        });
    }

    /** Takes files in, as of the run's time. */
    public SubmissionWriter submissions(JobDefinition job, Instant decidedAt) {
        return new SubmissionWriter(sql, job, decidedAt);
    }

    /** Takes submissions from one store to another. */
    public SubmissionParts parts(JobDefinition job) {
        return new SubmissionParts(sql, job);
    }

    /** Takes packages of offices below in, as of the run's time. */
    public HandedReturns handedReturns(JobDefinition job, Instant decidedAt) {
        return new HandedReturns(sql, job, decidedAt);
    }

    /** Settles what was taken in, as of the run's time. */
    public SubmissionVerdicts verdicts(JobDefinition job, Instant decidedAt) {
        return new SubmissionVerdicts(sql, job, decidedAt);
    }

    /** Keeps what officers decide, as of the time of the command. */
    public DecisionWriter decisions(JobDefinition job, Instant decidedAt) {
        return new DecisionWriter(sql, job, decidedAt);
    }

    public Snapshot snapshot() {
        return new Snapshot(file, copy());
    }

    /**
     * A copy of what is committed, for the SQL of job folders to run on. Closing it removes it.
     *
     * @param stop whether what runs there is to be stopped
     */
    public FiguresCopy figures(BooleanSupplier stop) {
        FiguresCopy figures = FiguresCopy.of(file, copy(), stop);
        figures.store().defined = defined;
        return figures;
    }

    /**
     * Takes over, as they were computed on a copy, tables of schema mart, and what schema outlook has of a job and
     * period, in the current transaction.
     */
    public void takeOver(FiguresCopy figures, List<String> tables, String job, Period period) {
        figures.handOver(tables, job, period.code(), sql);
    }

    /** Stops every statement that runs now, from another thread. */
    void cancelRunning() {
        sql.cancelRunning();
    }

    public StoreCopy copy() {
        return new StoreCopy(file, source, bytes);
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (SQLException e) {
            throw new Faults(file).running(e);
        } finally {
            bytes.close();
        }
    }

    private interface Opening {
        DuckDBConnection open() throws SQLException;
    }

    private void closingOnFailure(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Begins each transaction for real. The driver begins one only with the first statement, and the appender, which is
     * none, would write outside it: rows of a failed chunk would stay, and be there twice after the restart.
     */
    static final class StoreTransactions extends JdbcTransactionManager {

        private static final long serialVersionUID = 1L;

        private static final Logger LOG = LoggerFactory.getLogger(StoreTransactions.class);

        private final transient Path log;

        private transient volatile @Nullable RuntimeException failedCommit;

        /** @param log which the engine keeps beside the store's file, with the rights of the process */
        StoreTransactions(DataSource source, Path log) {
            super(source);
            this.log = log;
        }

        @Override
        protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
                throws SQLException {
            super.prepareTransactionalConnection(connection, definition);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 1");
            }
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            try {
                super.doCommit(status);
                OwnFiles.tighten(log);
            } catch (RuntimeException e) {
                failedCommit = e;
                throw e;
            } catch (IOException ofItsRights) {
                // The commit holds; the folder has rights of its own.
                LOG.debug("the rights of {} cannot be set", log, ofItsRights);
            }
        }

        /** The last commit that failed, or null. Spring Batch only logs it, and then fails of what follows from it. */
        @Nullable
        RuntimeException failedCommit() {
            return failedCommit;
        }
    }
}
