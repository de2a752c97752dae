package org.jibao.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.metrics.MetricException;
import org.jibao.metrics.MetricRunner;
import org.jibao.run.Failures;
import org.jibao.run.Periods;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.store.Snapshot;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;

/**
 * What was published last, with its figures, for one use: the snapshot is copied into the folder that is being made,
 * opened there as a store of its own, which may write to that folder and nowhere else, its figures are computed, and it
 * is thrown away. Neither the store nor its snapshot is held meanwhile.
 */
public final class ComputedCopy {

    private static final String SCRATCH = "scratch.duckdb";

    private final JobDefinition job;
    private final Path store;
    private final Progress progress;

    public ComputedCopy(JobDefinition job, Path store, Progress progress) {
        this.job = job;
        this.store = store;
        this.progress = progress;
    }

    /** What is done with the copy. */
    @FunctionalInterface
    public interface Use<T> {
        T of(Sql sql) throws IOException;
    }

    /**
     * Makes the copy and throws it away.
     *
     * @param folder that the copy may write to
     * @param only the period whose figures are computed, or empty for the usual one
     * @throws MetricException where the job's SQL fails
     */
    public <T> T with(Path folder, Optional<Period> only, Instant asOf, Use<T> use) throws IOException {
        Path file = folder.resolve(SCRATCH);
        Snapshot.copy(store, file);
        try {
            compute(file, only, asOf);
            try (Store scratch = Store.open(file, StoreSettings.DEFAULT)) {
                return use.of(scratch.sql());
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder.resolve(SCRATCH + ".wal"));
        }
    }

    /** By an engine that reaches no file but this one. */
    private void compute(Path file, Optional<Period> only, Instant asOf) {
        try (Store scratch = Store.openForFigures(file, StoreSettings.DEFAULT)) {
            if (scratch.sql()
                    .query("SELECT 1 FROM intake.job WHERE job = ?", job.id())
                    .isEmpty()) {
                throw Failures.nothingCollected(job, store);
            }
            Period period = only.orElseGet(() -> new Periods(job, WorkingDays.china()).usual(scratch.sql(), asOf));
            int metrics = job.metrics().size();
            progress.at(Stage.METRICS, 0, metrics);
            scratch.define(job, List.of(period), WorkingDays.china(), asOf);
            MetricRunner runner =
                    new MetricRunner(scratch.sql(), job, computed -> progress.at(Stage.METRICS, computed, metrics));
            scratch.inTransaction(() -> runner.compute(period, asOf));
        }
    }
}
