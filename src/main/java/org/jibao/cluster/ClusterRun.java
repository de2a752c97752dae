package org.jibao.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jibao.cluster.PartsFolder.Part;
import org.jibao.collect.ReadingElsewhere.Wanted;
import org.jibao.definition.MarkKey;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.OperationalFailure;
import org.jibao.run.RunStopped;
import org.jibao.run.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One plan, from handing it out to its parts on this machine: waits, watches, and tries again what can be tried again.
 */
final class ClusterRun implements AutoCloseable {

    private static final Wording WORDS = Wording.of(ClusterRun.class);
    private static final Logger LOG = LoggerFactory.getLogger(ClusterRun.class);

    /** How often parts are asked for again that are not as they were made. */
    private static final int MOST_DAMAGED = 3;

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);
    private static final int WATCH_MILLISECONDS = 500;

    /** Watches between two looks at who takes part. */
    private static final int BEATS = 10;

    /** Such looks without a worker before that is said: one that has just been started needs a moment. */
    private static final int MOST_ALONE = 3;

    private final ClusterSettings settings;
    private final Wanted wanted;
    private final SlicePlan plan;
    private final Participant here;
    private final int threads;
    private final ClusterDatabase database;
    private final PartsFolder parts;
    private final Members members;
    private final long deadline;
    private final Set<Text> said = new HashSet<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor(ClusterRun::thread);
    private boolean hadLock;
    private int alone;

    ClusterRun(ClusterSettings settings, Wanted wanted, SlicePlan plan, Participant here, int threads)
            throws IOException {
        this.settings = settings;
        this.wanted = wanted;
        this.plan = plan;
        this.here = here;
        this.threads = threads;
        this.database = ClusterDatabase.open(ClusterAddress.of(settings.address(), settings.environment()));
        this.parts = PartsFolder.of(settings.parts(), plan.name());
        this.members = Members.asManager(database);
        this.deadline = System.nanoTime() + settings.deadline().toNanos();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hand-out");
        thread.setDaemon(true);
        return thread;
    }

    /** The parts of all slices, in their order, copied to a folder of this machine. */
    List<Path> read(Path arrived, Optional<MarkKey> key) throws IOException {
        ClusterSchema.prepare(database);
        Map<Integer, Path> own = null;
        Map<Integer, Path> theirs = new TreeMap<>();
        int damaged = 0;
        while (own == null || theirs.size() < plan.slices().size() - plan.here().size()) {
            checkDeadline();
            try (ManagerLock lock = ManagerLock.take(database)) {
                hadLock = true;
                members.beat(here);
                own = handOut(own, arrived, key);
                List<StepExecution> bad = fetch(arrived, theirs);
                if (!bad.isEmpty() && ++damaged >= MOST_DAMAGED) {
                    throw new OperationalFailure(WORDS.text("run.damaged", settings.parts()), null);
                }
            } catch (DataAccessException | TransactionException e) {
                waitFor(e);
            } catch (OperationalFailure e) {
                if (!hadLock || !ManagerLock.mayComeBack(e)) {
                    throw e;
                }
                waitFor(e);
            }
        }
        Map<Integer, Path> all = new TreeMap<>(theirs);
        all.putAll(own);
        return new ArrayList<>(all.values());
    }

    /** Slices whose files only this process can reach: what was unpacked for it. */
    private Map<Integer, Path> readHere(Path arrived, Optional<MarkKey> key) throws IOException {
        Map<Integer, Path> own = new TreeMap<>();
        if (!plan.here().isEmpty()) {
            try (SliceWork work = new SliceWork(wanted.job(), key, threads, wanted.progress())) {
                for (int number : plan.here()) {
                    Part part = work.make(plan.slices().get(number), parts, () -> {})
                            .orElseThrow(() -> RunStopped.collecting(0, plan.files()));
                    own.put(number, parts.fetch(part, arrived).orElseThrow(() -> new IOException("part altered")));
                }
            }
        }
        return own;
    }

    /** The queue is emptied before the folder is: a worker would look for slices that have gone. */
    private Map<Integer, Path> handOut(@Nullable Map<Integer, Path> before, Path arrived, Optional<MarkKey> key)
            throws IOException {
        try (SlicesJob job = new SlicesJob(database, plan, here)) {
            job.settle();
            parts.prepare(plan.texts());
            Map<Integer, Path> own = before == null ? readHere(arrived, key) : before;
            if (!job.isDone()) {
                watch(background.submit(() -> job.run(left())));
            }
            return own;
        }
    }

    /** Waits for the job, and says meanwhile how far it is and who cannot take part. */
    private void watch(Future<JobExecution> running) {
        int beats = 0;
        while (true) {
            try {
                JobExecution ended = running.get(WATCH_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (ended.getStatus() != BatchStatus.COMPLETED) {
                    throw failed(ended);
                }
                wanted.progress().at(Stage.READING, plan.files(), plan.files());
                return;
            } catch (TimeoutException stillRunning) {
                if (wanted.progress().stopAsked()) {
                    abandon(running);
                    throw RunStopped.collecting(0, plan.files());
                }
                report(beats++ % BEATS == 0);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                abandon(running);
                throw RunStopped.collecting(0, plan.files());
            }
        }
    }

    private void report(boolean look) {
        try {
            Long done = database.sql().queryForObject(ClusterDatabase.statement("finished_files"), Long.class);
            long read = Math.min(plan.files() - 1L, done == null ? 0 : done);
            wanted.progress().at(Stage.READING, Math.max(0, read), plan.files());
            if (look) {
                members.beat(here);
                lookAt(members.others());
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("nothing is known of the workers", away);
        }
    }

    private void lookAt(List<Participant> workers) {
        boolean any = false;
        for (Participant worker : workers) {
            List<Text> differences = here.differences(worker);
            any |= differences.isEmpty();
            if (!differences.isEmpty()) {
                warn(WORDS.text("run.other-version", worker.host(), worker.process(), Worker.joined(differences)));
            }
        }
        if (!any && ++alone > MOST_ALONE) {
            warn(WORDS.text("run.no-worker", database.address()));
        }
    }

    private void warn(Text text) {
        if (said.add(text)) {
            LOG.warn("{} · {}", text.zh(), text.en());
        }
    }

    /** What is in the queue is taken back; what a worker has in its hands it may finish. */
    private void abandon(Future<JobExecution> running) {
        running.cancel(true);
        try {
            database.sql().update(ClusterDatabase.statement("take_back"));
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("the queue is emptied by the next run", away);
        }
    }

    private RuntimeException failed(JobExecution ended) {
        for (Throwable failure : ended.getAllFailureExceptions()) {
            if (ClusterDatabase.isOfDatabase(failure)) {
                return new org.springframework.dao.TransientDataAccessResourceException(
                        "the cluster's database", failure);
            }
        }
        checkDeadline();
        Throwable first = ended.getAllFailureExceptions().stream().findFirst().orElse(null);
        if (first instanceof TimeoutException || first != null && first.getCause() instanceof TimeoutException) {
            return late();
        }
        return first == null ? new IllegalStateException(ended.toString()) : new IllegalStateException(first);
    }

    private void checkDeadline() {
        if (System.nanoTime() > deadline) {
            throw late();
        }
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    private OperationalFailure late() {
        try {
            database.sql().update(ClusterDatabase.statement("take_back"));
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("the queue is emptied by the next run", away);
        }
        return new OperationalFailure(
                WORDS.text("run.late", settings.deadline().toMinutes(), database.address()), null);
    }

    /** The database may have been restarted: what is done stays done. */
    private void waitFor(RuntimeException away) {
        LOG.info("the cluster's database is away", away);
        warn(WORDS.text("run.away", database.address()));
        if (System.nanoTime() > deadline) {
            throw database.unreachable(away);
        }
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunStopped.collecting(0, plan.files());
        }
        if (wanted.progress().stopAsked()) {
            throw RunStopped.collecting(0, plan.files());
        }
    }

    /** Copies the parts that are not here yet; what is not as it was made is to be made again, and given back. */
    private List<StepExecution> fetch(Path arrived, Map<Integer, Path> theirs) throws IOException {
        List<StepExecution> bad = new ArrayList<>();
        try (SlicesJob job = new SlicesJob(database, plan, here)) {
            for (Map.Entry<Integer, StepExecution> done : job.done().entrySet()) {
                if (!theirs.containsKey(done.getKey())) {
                    Optional<Path> copy = copied(done.getKey(), done.getValue(), arrived);
                    copy.ifPresentOrElse(path -> theirs.put(done.getKey(), path), () -> bad.add(done.getValue()));
                }
            }
            if (!bad.isEmpty()) {
                job.again(bad);
            }
        }
        return bad;
    }

    private Optional<Path> copied(int slice, StepExecution step, Path arrived) throws IOException {
        Optional<Part> part = SliceStep.part(step.getExecutionContext()).filter(known -> known.files().keySet().stream()
                .allMatch(file -> wanted.store().parts(wanted.job()).knows(file)));
        Optional<Path> copy = part.isEmpty() ? Optional.empty() : parts.fetch(part.get(), arrived);
        if (copy.isEmpty()) {
            warn(WORDS.text("run.part-altered", slice));
        }
        return copy;
    }

    /** What was read is in the store: nothing of it is needed any more. */
    void forget() throws IOException {
        try (SlicesJob job = new SlicesJob(database, plan, here)) {
            job.forget();
        }
        members.leave();
        parts.remove();
    }

    @Override
    public void close() {
        background.shutdownNow();
        database.close();
    }
}
