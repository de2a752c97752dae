package org.jibao.benchmark;

import java.nio.file.Path;
import org.jibao.checking.SeededErrors;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.store.Store;
import org.jibao.testkit.FreshStore;

/**
 * How often the one wrong cell of a return is found, and in what time:
 * {@code Localise <errors> (<store> <job folder>)…} over the accepted returns of stores, such as those of the sample
 * data after {@code jibao collect}. Work on copies: the store is opened for writing, as temporary tables are.
 */
final class Localise {

    private Localise() {}

    public static void main(String[] arguments) {
        int errors = Integer.parseInt(arguments[0]);
        for (int i = 1; i < arguments.length; i += 2) {
            JobDefinition job = JobLoader.load(Path.of(arguments[i + 1]));
            try (Store store = FreshStore.open(Path.of(arguments[i]))) {
                // Temporary tables last as long as the connection, which a transaction holds.
                SeededErrors seeded = store.inTransaction(() -> new SeededErrors(store, job));
                seeded.of(Math.min(errors, 1000), 7); // warms up
                System.out.println(job.id() + " (" + seeded.size() + "): " + seeded.of(errors, 20261129));
            }
        }
    }
}
