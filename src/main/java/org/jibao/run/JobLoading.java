package org.jibao.run;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jibao.calendar.WorkingDays;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.InboxDefinition;
import org.jibao.run.ledger.RunEnd.ReadJob;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the job folder, and what lies in the inbox beside it. Of a folder that a run in the ledger has read without a mistake only what is
 * asked for is read again: a night with nothing new needs its periods and its roster, and none of its forms, rules and tables.
 */
public final class JobLoading {

    private final Settings settings;
    private final RunLedger ledger;
    private final Instant asOf;
    private volatile @Nullable JobDefinition loaded;

    public JobLoading(Settings settings, RunLedger ledger, Instant asOf) {
        this.settings = settings;
        this.ledger = ledger;
        this.asOf = asOf;
    }

    /** The job, after a look at whether it can have the period that was asked for. */
    public JobDefinition job() {
        return job(inbox -> {});
    }

    /** The same, with every file read and every mistake in it found. */
    public JobDefinition wholeJob() {
        return checked(JobFolders.load(settings.jobs(), settings.job()));
    }

    /**
     * When the job runs and whom it writes to: as it was loaded, or, where nothing was or the folder has mistakes, as {@code job.yaml}
     * alone says.
     */
    public JobDefinition head() {
        JobDefinition job = loaded;
        if (job == null) {
            job = JobFolders.head(settings.jobs(), settings.job());
            loaded = job;
        }
        return job;
    }

    /** The inbox is listed while the job folder is still being read. */
    public JobAndInbox jobAndInbox(StageTimes progress) {
        ListingAhead ahead = new ListingAhead(settings);
        JobDefinition job = job(ahead::begin);
        if (settings.period().isEmpty()) {
            new Periods(job, WorkingDays.china()).checkNeedless(asOf);
        }
        progress.at(Stage.LISTING, 0, 1);
        NewFiles listing = ahead.get();
        progress.at(Stage.LISTING, 1, 1);
        progress.stopBefore(Stage.READING);
        return new JobAndInbox(job, listing);
    }

    private JobDefinition job(Consumer<InboxDefinition> early) {
        JobDefinition job = JobFolders.load(settings.jobs(), settings.job(), early, this::digest);
        loaded = job;
        return checked(job);
    }

    private JobDefinition checked(JobDefinition job) {
        settings.period().ifPresent(period -> new Periods(job, WorkingDays.china()).check(period, asOf));
        return job;
    }

    /** Of the job that this program has read from a folder with this fingerprint; empty where the ledger knows of none. */
    private Optional<String> digest(String fingerprint) {
        try {
            return ledger.runs().stream()
                    .filter(run -> run.job().equals(settings.job()))
                    .map(RunRecord::folder)
                    .filter(read -> read != null
                            && read.program().equals(ProgramVersion.current())
                            && read.fingerprint().equals(fingerprint))
                    .map(ReadJob::digest)
                    .reduce((one, later) -> later);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The inbox, listed while the job folder is being read: its names from the beginning, its files once it is known what the job allows.
     * Where the folder has mistakes, nobody asks for what was found, nor for what was wrong with the inbox.
     */
    static final class ListingAhead {

        private final CompletableFuture<InboxDefinition> job = new CompletableFuture<>();
        private final CompletableFuture<NewFiles> listing;

        ListingAhead(Settings settings) {
            this.listing = CompletableFuture.supplyAsync(() -> NewFiles.walked(settings.inbox()), ListingAhead::start)
                    .thenCombineAsync(
                            job, (walked, known) -> NewFiles.of(walked, known, settings), ListingAhead::start);
        }

        private static void start(Runnable work) {
            Thread thread = new Thread(work, "list-inbox");
            thread.setDaemon(true);
            thread.start();
        }

        /** Goes on, now that it is known what files the job allows, and by which register and clock they are dated. */
        void begin(InboxDefinition known) {
            job.complete(known);
        }

        /**
         * What was found, once {@link #begin} was called.
         *
         * @throws OperationalFailure where the inbox is not there or cannot be listed
         */
        NewFiles get() {
            try {
                return listing.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }
    }

    /** What a collect begins with. */
    public record JobAndInbox(JobDefinition job, NewFiles inbox) {}
}
