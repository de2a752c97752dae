package org.jibao.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jibao.collect.ReadingElsewhere;
import org.jibao.definition.MarkKey;
import org.jibao.finding.Wording;
import org.jibao.inbox.FileLines;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Stage;
import org.jibao.store.MarkKeyFile;
import org.jibao.store.Store;
import org.jibao.store.SubmissionWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Reading by the workers of a cluster, for the one process that has the store. */
public final class ClusterReading implements ReadingElsewhere, AutoCloseable {

    private static final Wording WORDS = Wording.of(ClusterReading.class);
    private static final Logger LOG = LoggerFactory.getLogger(ClusterReading.class);

    private final ClusterSettings settings;
    private final int threads;
    private @Nullable ClusterRun run;

    /** @param threads that read what only this process can reach */
    public ClusterReading(ClusterSettings settings, int threads) {
        this.settings = settings;
        this.threads = threads;
    }

    @Override
    public void takeIn(Wanted wanted) {
        if (wanted.files().isEmpty()) {
            return;
        }
        try {
            close();
            SubmissionWriter writer = wanted.store().submissions(wanted.job(), wanted.asOf());
            long last = writer.last();
            Participant here = Participant.here(wanted.job(), key(wanted.store()));
            SlicePlan plan = SlicePlan.of(wanted, last, new FileLines(settings.inbox()), here);
            run = new ClusterRun(settings, wanted, plan, here, threads);
            Path arrived = arrived(wanted.store());
            PartsFolder.remove(arrived);
            List<Path> parts = run.read(arrived, key(wanted.store()));
            add(wanted, parts);
            if (writer.last() != last + plan.files()) {
                throw new OperationalFailure(WORDS.text("reading.incomplete", settings.parts()), null);
            }
            PartsFolder.remove(arrived);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    private static void add(Wanted wanted, List<Path> parts) {
        wanted.progress().at(Stage.STORING, 0, 1);
        wanted.store().parts(wanted.job()).add(parts);
        wanted.progress().at(Stage.STORING, 1, 1);
    }

    /** Beside the store, where the engine may read. */
    private static Path arrived(Store store) {
        return store.file().resolveSibling(store.file().getFileName() + ".arrived");
    }

    private static Optional<MarkKey> key(Store store) {
        MarkKeyFile file = MarkKeyFile.beside(store.file());
        try {
            return file.read();
        } catch (IOException e) {
            throw Failures.markKey(file.file(), e);
        }
    }

    /** What cannot be removed now is removed by the next run. */
    @Override
    public void settled() {
        if (run != null) {
            try {
                run.forget();
            } catch (IOException | DataAccessException e) {
                LOG.info("what the workers have left is removed by the next run", e);
            }
        }
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
            run = null;
        }
    }
}
