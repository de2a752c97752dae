package org.jibao.app;

import java.time.Instant;
import java.util.function.BiFunction;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.inspect.FindingsQuery;
import org.jibao.inspect.FindingsReport;
import org.jibao.inspect.FindingsReport.FindingsPage;
import org.jibao.inspect.FindingsWanted;
import org.jibao.run.JobLoading;
import org.jibao.run.Periods;
import org.jibao.run.Settings;
import org.jibao.store.Sql;

/** What a person looks at, from the published snapshot: a run may be going on meanwhile. */
final class Inspections {

    private final Settings settings;
    private final JobLoading loading;
    private final StoreAccess stores;
    private final Instant asOf;

    Inspections(Settings settings, JobLoading loading, StoreAccess stores, Instant asOf) {
        this.settings = settings;
        this.loading = loading;
        this.stores = stores;
        this.asOf = asOf;
    }

    FindingsReport findings() {
        return published((sql, job) -> findings(sql, job).report());
    }

    FindingsPage findings(FindingsWanted wanted) {
        return published((sql, job) -> findings(sql, job).of(wanted));
    }

    private FindingsQuery findings(Sql sql, JobDefinition job) {
        return new FindingsQuery(sql, job, period(sql, job), asOf);
    }

    private Period period(Sql sql, JobDefinition job) {
        return settings.period().orElseGet(() -> new Periods(job, WorkingDays.china()).usual(sql, asOf));
    }

    private <T> T published(BiFunction<Sql, JobDefinition, T> question) {
        JobDefinition job = loading.job();
        return stores.withSnapshot(sql -> {
            stores.collectedOnce(sql, job);
            return question.apply(sql, job);
        });
    }
}
