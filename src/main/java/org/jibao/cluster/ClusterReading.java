package org.jibao.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jibao.collect.ReadingElsewhere;
import org.jibao.definition.MarkKey;
import org.jibao.finding.Wording;
import org.jibao.inbox.FileLines;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.RunStopped;
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
            ClusterRun begun = new ClusterRun(settings, wanted, plan, here, threads);
            run = begun;
            Path arrived = arrived(wanted.store());
            PartsFolder.remove(arrived);
            Optional<MarkKey> key = key(wanted.store());
            add(wanted, apart(() -> begun.read(arrived, key)));
            if (writer.last() != last + plan.files()) {
                throw new OperationalFailure(WORDS.text("reading.incomplete", settings.parts()), null);
            }
            PartsFolder.remove(arrived);
        } catch (IOException e) {
            throw Failures.output(e);
        }
    }

    /**
     * On a thread of its own: this one has the store's transaction open, and Spring would tie every connection that is
     * used meanwhile to it.
     */
    private static List<Path> apart(Callable<List<Path>> work) throws IOException {
        FutureTask<List<Path>> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "cluster");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException output) {
                throw output;
            }
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw RunStopped.collecting(0, 0);
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
