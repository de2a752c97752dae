package org.jibao.summary.bulletin;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.Example;
import org.jibao.definition.JobContents;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.ExampleLoader;
import org.jibao.definition.loading.JobLoader;
import org.jibao.finding.Language;
import org.jibao.metrics.ExampleRunner;
import org.jibao.metrics.MetricRunner;
import org.jibao.metrics.MetricTable;
import org.jibao.store.Store;
import org.jibao.summary.SummaryRequest;
import org.jibao.testkit.FreshStore;

/** Shipped jobs with the returns of one of their examples, or with none. */
final class GivenJob {

    static final Instant AS_OF = Instant.parse("2026-10-26T01:00:00Z");

    private GivenJob() {}

    static JobDefinition shipped(String id) {
        return JobLoader.load(Path.of("jobs", id));
    }

    /** The same job whose folder is another, such as one with a bulletin template. */
    static JobDefinition in(Path folder, JobDefinition job) {
        return made(job, folder, job.contents());
    }

    /** The same job with other contents. */
    static JobDefinition saying(JobDefinition job, Supplier<JobContents> contents) {
        return made(job, job.folder(), contents);
    }

    private static JobDefinition made(JobDefinition job, Path folder, Supplier<JobContents> contents) {
        return new JobDefinition(
                job.id(),
                folder,
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
                job.receipt(),
                job.unitKinds(),
                job.owedBy(),
                job.roster(),
                contents,
                job.quoted(),
                job.digest(),
                job.fingerprint());
    }

    static Example example(JobDefinition job, String id) {
        return ExampleLoader.load(job).stream()
                .filter(example -> example.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What is made of a store that holds the example's returns and their figures; nothing of it is kept. */
    static <T> T with(JobDefinition job, Example example, Path folder, Function<Given, T> work) {
        try (Store store = FreshStore.open(folder.resolve("given.duckdb"))) {
            return store.inTransactionThatIsUndone(() -> {
                JobDefinition given = job.withRoster(example.roster());
                store.define(given, example.periods(), WorkingDays.china());
                new ExampleRunner(store.sql(), given).run(example);
                return work.apply(new Given(
                        given,
                        example.period(),
                        new MetricRunner(store.sql(), given)
                                .tables(example.period(), AS_OF)
                                .tables(),
                        store));
            });
        }
    }

    /** The same where nobody has reported. */
    static <T> T withoutReturns(JobDefinition job, Path folder, Function<Given, T> work) {
        Period period =
                job.periods().containing(AS_OF.atZone(job.zone()).toLocalDate()).previous();
        try (Store store = FreshStore.open(folder.resolve("given.duckdb"))) {
            return store.inTransactionThatIsUndone(() -> {
                store.define(job, List.of(period), WorkingDays.china());
                return work.apply(new Given(
                        job,
                        period,
                        new MetricRunner(store.sql(), job).run(period, AS_OF).tables(),
                        store));
            });
        }
    }

    /** A job with its tables. */
    record Given(JobDefinition job, Period period, Map<String, MetricTable> tables, Store store) {

        SummaryRequest request(Language language) {
            return request(job, language);
        }

        SummaryRequest request(JobDefinition other, Language language) {
            return new SummaryRequest(other, period, AS_OF, tables, language, "1.0", "digest");
        }
    }
}
