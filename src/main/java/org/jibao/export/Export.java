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
import org.jibao.delivery.DeliveryException;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricException;
import org.jibao.metrics.MetricRunner;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Periods;
import org.jibao.run.ProgramVersion;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.run.UnusableArgument;
import org.jibao.store.Snapshot;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;

/**
 * Exports what was published last, as of any time up to it: the snapshot is copied into the folder that is being made,
 * opened there as a store of its own, which may write to that folder and nowhere else, its figures are computed, and it
 * is thrown away. Neither the store nor its snapshot is held meanwhile.
 */
public final class Export {

    private static final String SCRATCH = "scratch.duckdb";

    private final JobDefinition job;
    private final Path store;
    private final Progress progress;

    public Export(JobDefinition job, Path store, Progress progress) {
        this.job = job;
        this.store = store;
        this.progress = progress;
    }

    /** @param only the one period that is exported, or empty for all */
    public ExportOutcome write(Path place, Optional<Period> only, Instant asOf) {
        ExportFolder folder = new ExportFolder(place);
        try {
            if (!folder.isFree()) {
                throw occupied(place);
            }
            return write(folder, place, only, asOf);
        } catch (IOException e) {
            throw Failures.output(DeliveryException.at(place, e));
        } catch (MetricException e) {
            throw new OperationalFailure(e.text(), e);
        }
    }

    private ExportOutcome write(ExportFolder folder, Path place, Optional<Period> only, Instant asOf)
            throws IOException {
        Path draft = folder.draft();
        try {
            Exporter.Count count = fill(draft, only, asOf);
            folder.deliver();
            return new ExportOutcome(place, count.tables(), count.rows());
        } finally {
            folder.discard();
        }
    }

    private Exporter.Count fill(Path draft, Optional<Period> only, Instant asOf) throws IOException {
        Path file = draft.resolve(SCRATCH);
        Snapshot.copy(store, file);
        try {
            compute(file, only, asOf);
            progress.at(Stage.EXPORT, 0, 1);
            Exporter.Count count = exported(file, draft, only, asOf);
            progress.at(Stage.EXPORT, 1, 1);
            return count;
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(draft.resolve(SCRATCH + ".wal"));
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

    private Exporter.Count exported(Path file, Path draft, Optional<Period> only, Instant asOf) throws IOException {
        try (Store scratch = Store.open(file, StoreSettings.DEFAULT)) {
            return new Exporter(scratch.sql(), job, only, asOf, ProgramVersion.current()).write(draft);
        }
    }

    private static UnusableArgument occupied(Path place) {
        return new UnusableArgument(new Text(
                "%s 里有不属于导出的文件。导出会替换整个文件夹，为免误删，请用 --dir 另指一个新的或空的文件夹".formatted(place),
                "%s holds files that are no export. An export replaces the whole folder; so that nothing is lost, name a new or empty one with --dir"
                        .formatted(place)));
    }
}
