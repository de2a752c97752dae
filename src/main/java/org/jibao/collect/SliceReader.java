package org.jibao.collect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.checking.CheckedReturn;
import org.jibao.checking.Checker;
import org.jibao.checking.SenderEvidence;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.Reading;
import org.jibao.reading.identity.OwnerReader;
import org.jibao.run.Progress;
import org.jibao.run.Timeliness;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Reads and checks a part of the files as a collect does, for a process that has no store of returns. */
public final class SliceReader implements AutoCloseable {

    private static final int BEAT_SECONDS = 20;

    private final Checker checker;
    private final Timeliness timeliness;
    private final SenderEvidence senders;
    private final int threads;
    private final ThreadPoolTaskExecutor executor;
    private final OwnerReader owners;
    private final LazyReader reader;

    /**
     * @param key of the templates' codes
     * @param temporary the folder for entries that are too many to be held
     * @param ofRun the period of returns that say none, or null
     * @param progress whether to stop
     */
    public SliceReader(
            JobDefinition job,
            Optional<MarkKey> key,
            Path temporary,
            @Nullable Period ofRun,
            int threads,
            Progress progress) {
        this.checker = new Checker(job);
        this.timeliness = new Timeliness(job, WorkingDays.china());
        this.senders = new SenderEvidence(job, key);
        this.threads = threads;
        this.executor = Collector.executor(threads);
        this.owners = new OwnerReader(job);
        this.reader = new LazyReader(job, temporary, progress, ofRun);
    }

    /**
     * Reads the files in their order, some at a time.
     *
     * @param refused fingerprints of files that are rejected without being read: they end the program
     * @param beat is run every twenty seconds on this thread while files are read
     * @param note where it is noted which files are being read; one that a process has left there that died says with
     *     which files to be careful
     * @param taker is given what was read; its entries are no longer there afterwards
     * @return false where it was to stop, and not all was read
     */
    public boolean read(
            List<InboxFile> files, Set<String> refused, Path note, Runnable beat, Consumer<List<CheckedReturn>> taker) {
        try (BeingRead beingRead = BeingRead.at(note, threads)) {
            ReadAndCheck check = new ReadAndCheck(
                    file -> refused.contains(file.sha256())
                            ? new Reading.Rejected(file, Unreadable.stopped(file.sha256()), owners.of(file))
                            : reader.read(file, beingRead.isSuspect(file)),
                    beingRead,
                    checker,
                    timeliness,
                    senders);
            int size = CollectJob.chunk(files, CollectJob.CHUNK);
            for (int from = 0; from < files.size(); from += size) {
                List<CheckedReturn> read =
                        together(check, files.subList(from, Math.min(files.size(), from + size)), beat);
                beat.run();
                if (read.contains(null)) {
                    close(read);
                    return false;
                }
                try {
                    taker.accept(read);
                } finally {
                    close(read);
                }
            }
            beingRead.settle();
            return true;
        }
    }

    private List<CheckedReturn> together(ReadAndCheck check, List<InboxFile> files, Runnable beat) {
        List<Future<@Nullable CheckedReturn>> reading = new ArrayList<>();
        files.forEach(file -> reading.add(executor.submit(() -> check.process(file))));
        List<CheckedReturn> read = new ArrayList<>();
        try {
            for (Future<@Nullable CheckedReturn> one : reading) {
                read.add(awaited(one, beat));
            }
            return read;
        } catch (ExecutionException e) {
            giveUp(reading, read);
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(reading, read);
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            giveUp(reading, read);
            throw e;
        }
    }

    /** Files that no thread has begun with are not read for nothing. */
    private static void giveUp(List<Future<@Nullable CheckedReturn>> reading, List<CheckedReturn> read) {
        reading.forEach(one -> one.cancel(false));
        close(read);
    }

    private static @Nullable CheckedReturn awaited(Future<@Nullable CheckedReturn> one, Runnable beat)
            throws ExecutionException, InterruptedException {
        while (true) {
            try {
                return one.get(BEAT_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException stillReading) {
                beat.run();
            }
        }
    }

    private static void close(List<CheckedReturn> read) {
        read.forEach(ReadAndCheck::close);
    }

    @Override
    public void close() {
        executor.shutdown();
        reader.close();
    }
}
