package org.jibao.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.Failures;
import org.jibao.run.JobFolders;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jibao.store.MarkKeyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A process that reads for others: stays until it is to stop, or until its machine cannot go on. */
public final class Worker implements Progress {

    private static final Wording WORDS = Wording.of(Worker.class);
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final Duration BEAT = Duration.ofSeconds(5);

    private final ClusterSettings settings;
    private final Path jobs;
    private final String job;
    private final Path store;
    private final int threads;
    private final Consumer<Text> said;
    private final Set<Text> already = new HashSet<>();
    private boolean away;
    private volatile boolean stop;

    /**
     * @param jobs the folder of job folders
     * @param store beside which the key of the templates' codes lies; it is not opened
     * @param said takes what an operator must know
     */
    public Worker(ClusterSettings settings, Path jobs, String job, Path store, int threads, Consumer<Text> said) {
        this.settings = settings;
        this.jobs = jobs;
        this.job = job;
        this.store = store;
        this.threads = threads;
        this.said = said;
    }

    /** Asks the worker to end, from another thread. What it has begun is another's then. */
    public void stop() {
        stop = true;
    }

    @Override
    public boolean stopAsked() {
        return stop;
    }

    @Override
    public void at(Stage stage, long done, long total) {
        // The process that has the store says how far the run is.
    }

    /** Works until it is stopped. A job folder that changes meanwhile is read anew. */
    public void run() {
        try (ClusterDatabase database =
                ClusterDatabase.open(ClusterAddress.of(settings.address(), settings.environment()))) {
            ClusterSchema.prepare(database);
            Members members = Members.asWorker(database);
            try {
                while (!stop) {
                    session(database, members);
                }
            } finally {
                leave(members);
            }
        }
    }

    private void session(ClusterDatabase database, Members members) {
        JobDefinition definition = JobFolders.load(jobs, job);
        Optional<MarkKey> key = key();
        Participant here = Participant.here(definition, key);
        try (WorkerSession session =
                new WorkerSession(database, settings, definition, key, threads, this, this::done, this::disturbed)) {
            session.start();
            say(WORDS.text("worker.ready", here.job(), database.address()));
            boolean current = true;
            while (!stop && current) {
                Throwable failure = session.await(BEAT);
                if (failure != null && !stop) {
                    throw broken(failure);
                }
                current = !changed(members, here);
            }
        } catch (IOException e) {
            throw new OperationalFailure(WORDS.text("worker.no-inbox", settings.inbox(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop = true;
        }
    }

    /** Whether this process must begin anew to read as the manager does. */
    private boolean changed(Members members, Participant here) {
        try {
            members.beat(here);
            if (away) {
                away = false;
                say(WORDS.text("worker.back"));
            }
            for (Participant manager : members.others()) {
                if (!manager.region().equals(here.region())) {
                    if (mayBeOld(manager, here)
                            && !JobFolders.load(jobs, job).digest().equals(here.jobDigest())) {
                        return true;
                    }
                    say(WORDS.text("worker.other-version", manager.host(), joined(here.differences(manager))));
                }
            }
        } catch (DataAccessException | TransactionException e) {
            disturbed(e);
        }
        return false;
    }

    private static boolean mayBeOld(Participant manager, Participant here) {
        return manager.job().equals(here.job()) && !manager.jobDigest().equals(here.jobDigest());
    }

    static Text joined(List<Text> texts) {
        return new Text(
                String.join("；", texts.stream().map(Text::zh).toList()),
                String.join("; ", texts.stream().map(Text::en).toList()));
    }

    private void done(Slice slice) {
        LOG.atInfo()
                .addKeyValue("event", "slice-read")
                .addKeyValue("slice", slice.number())
                .addKeyValue("files", slice.files().size())
                .log("slice read");
    }

    /** Said once, until the database is back. */
    private synchronized void disturbed(Throwable why) {
        if (why instanceof SliceStep.NotSeenException) {
            say(WORDS.text("worker.no-parts", String.valueOf(why.getMessage())));
            return;
        }
        LOG.info("the database refused something", why);
        if (!away && !stop) {
            away = true;
            said.accept(WORDS.text("worker.away", brief(why)));
        }
    }

    private static String brief(Throwable why) {
        Throwable last = why;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage()).lines().findFirst().orElse("");
    }

    private synchronized void say(Text text) {
        if (already.add(text)) {
            said.accept(text);
        }
    }

    private OperationalFailure broken(Throwable failure) {
        if (failure instanceof OperationalFailure known) {
            return known;
        }
        Text why = Cause.of(failure)
                .map(cause -> WORDS.text("worker.why", cause.why(), cause.cure()))
                .orElseGet(() -> Text.same(String.valueOf(failure)));
        return new OperationalFailure(WORDS.text("worker.broken", why), failure);
    }

    private Optional<MarkKey> key() {
        MarkKeyFile file = MarkKeyFile.beside(store);
        try {
            return file.read();
        } catch (IOException e) {
            throw Failures.markKey(file.file(), e);
        }
    }

    private static void leave(Members members) {
        try {
            members.leave();
        } catch (DataAccessException gone) {
            LOG.debug("the database has gone before", gone);
        }
    }
}
