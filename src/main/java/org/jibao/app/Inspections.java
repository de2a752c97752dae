package org.jibao.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.Limits;
import org.jibao.inspect.FigureQuery;
import org.jibao.inspect.FigureView;
import org.jibao.inspect.FigureWanted;
import org.jibao.inspect.FiguresReport;
import org.jibao.inspect.FileQuery;
import org.jibao.inspect.FindingsQuery;
import org.jibao.inspect.FindingsReport;
import org.jibao.inspect.FindingsReport.FindingsPage;
import org.jibao.inspect.FindingsWanted;
import org.jibao.inspect.NamedSubmission;
import org.jibao.inspect.ReceivedFile;
import org.jibao.inspect.ReceivedFiles;
import org.jibao.inspect.ReturnQuery;
import org.jibao.inspect.ReturnView;
import org.jibao.inspect.SubmissionsQuery;
import org.jibao.run.JobLoading;
import org.jibao.run.Periods;
import org.jibao.run.Settings;
import org.jibao.store.Sql;
import org.jspecify.annotations.Nullable;

/** What a person looks at, from the published snapshot: a run may be going on meanwhile. */
final class Inspections {

    private final Settings settings;
    private final JobLoading loading;
    private final StoreAccess stores;
    private final Instant asOf;
    private final Optional<Path> archive;

    /** @param archive where settled files are moved to, if they are */
    Inspections(Settings settings, JobLoading loading, StoreAccess stores, Instant asOf, Optional<Path> archive) {
        this.settings = settings;
        this.loading = loading;
        this.stores = stores;
        this.asOf = asOf;
        this.archive = archive;
    }

    FindingsReport findings() {
        return published((sql, job) -> findings(sql, job).report());
    }

    FindingsPage findings(FindingsWanted wanted) {
        return published((sql, job) -> findings(sql, job).of(wanted));
    }

    ReturnView returned(long submission) {
        return published((sql, job) -> new ReturnQuery(sql, job, files(job), asOf).of(submission));
    }

    /** @param unit whose own values are given, too, or null */
    FiguresReport figures(@Nullable String unit) {
        return published((sql, job) -> figures(sql, job).report(unit));
    }

    FigureView figure(FigureWanted wanted) {
        return published((sql, job) -> figures(sql, job).of(wanted));
    }

    ReceivedFile file(String sha256) {
        return published((sql, job) -> new FileQuery(sql, job, files(job)).of(sha256));
    }

    List<NamedSubmission> submissionsOf(Collection<String> files) {
        return published((sql, job) -> new SubmissionsQuery(sql, job, asOf).of(files));
    }

    private FigureQuery figures(Sql sql, JobDefinition job) {
        return new FigureQuery(sql, job, period(sql, job), asOf);
    }

    private ReceivedFiles files(JobDefinition job) {
        List<Path> folders = Stream.concat(
                        Stream.of(settings.inbox()), archive.map(to -> to.resolve(job.id())).stream())
                .filter(Files::isDirectory)
                .toList();
        return new ReceivedFiles(folders, Limits.of(job.limits()));
    }

    private FindingsQuery findings(Sql sql, JobDefinition job) {
        return new FindingsQuery(sql, job, period(sql, job), asOf);
    }

    private Period period(Sql sql, JobDefinition job) {
        return settings.period().orElseGet(() -> new Periods(job, WorkingDays.china()).usual(sql, asOf));
    }

    private <T> T published(BiFunction<Sql, JobDefinition, T> question) {
        JobDefinition job = KnownJob.of(loading.job());
        return stores.withSnapshot(sql -> {
            stores.collectedOnce(sql, job);
            return question.apply(sql, job);
        });
    }
}
