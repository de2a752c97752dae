package org.jibao.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jibao.burden.BurdenQuery;
import org.jibao.burden.BurdenReport;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.finding.Wording;
import org.jibao.run.JobFolders;
import org.jibao.run.JobLoading;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Settings;
import org.jibao.store.Sql;

/** What units are asked by one job or by all, from the published snapshot. */
final class Burdens {

    private static final Wording WORDS = Wording.of(Burdens.class);

    private final Settings settings;
    private final JobLoading loading;
    private final StoreAccess stores;
    private final Instant asOf;

    Burdens(Settings settings, JobLoading loading, StoreAccess stores, Instant asOf) {
        this.settings = settings;
        this.loading = loading;
        this.stores = stores;
        this.asOf = asOf;
    }

    BurdenReport ofJob(int periods) {
        JobDefinition job = loading.wholeJob();
        return stores.withSnapshot(sql -> {
            stores.collectedOnce(sql, job);
            return new BurdenQuery(sql, asOf, periods).report(List.of(job), List.of());
        });
    }

    /** Of all jobs of the folder of which the store holds anything; a folder with mistakes is left out and named. */
    BurdenReport ofAll(int periods) {
        return stores.withSnapshot(sql -> {
            List<JobDefinition> jobs = new ArrayList<>();
            List<String> leftOut = new ArrayList<>();
            Set<String> collected = collected(sql);
            for (String name : JobFolders.names(settings.jobs())) {
                if (collected.contains(name)) {
                    try {
                        jobs.add(JobFolders.load(settings.jobs(), name));
                    } catch (ProblemsException mistakes) {
                        leftOut.add(name);
                    }
                }
            }
            if (jobs.isEmpty() && leftOut.isEmpty()) {
                throw new OperationalFailure(
                        WORDS.text("burden.nothing-collected", settings.jobs(), settings.store()), null);
            }
            return new BurdenQuery(sql, asOf, periods).report(jobs, leftOut);
        });
    }

    private static Set<String> collected(Sql sql) {
        return sql.query("SELECT job FROM intake.job").stream()
                .map(row -> row.text("job"))
                .collect(Collectors.toSet());
    }
}
