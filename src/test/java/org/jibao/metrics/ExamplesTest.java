package org.jibao.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.Example;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Problem;
import org.jibao.definition.loading.ExampleLoader;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the shipped jobs, and of a job made of the published figures that do not fit it. */
class ExamplesTest {

    private final Path folder;

    ExamplesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return Stream.of(
                        "jobs/quarterly-disclosure",
                        "jobs/annual-disclosure",
                        "jobs/assessment",
                        "jobs/activities-training",
                        "jobs/channels-venues",
                        "jobs/key-fields",
                        "jobs/monthly-bulletin",
                        "jobs/public-spending",
                        "jobs/rectification-visits",
                        "jobs/self-check",
                        "jobs/site-bulletin",
                        "jobs/subsidy-funds",
                        "src/test/resources/jobs/published")
                .map(Path::of)
                .map(JobLoader::load)
                .flatMap(job -> ExampleLoader.load(job).stream()
                        .map(example -> DynamicTest.dynamicTest(
                                job.id() + " " + example.id(), () -> assertEquals(List.of(), run(job, example)))));
    }

    private List<Problem> run(JobDefinition job, Example example) {
        try (Store store = FreshStore.open(folder.resolve(job.id() + "-" + example.id() + ".duckdb"))) {
            return store.inTransactionThatIsUndone(() -> {
                store.define(job.withRoster(example.roster()), example.periods(), WorkingDays.china());
                return new ExampleRunner(store.sql(), job).run(example);
            });
        }
    }
}
