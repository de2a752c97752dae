package org.jibao.batch;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jibao.definition.FileLimits;
import org.jibao.inbox.Limits;

/**
 * The inbox, listed while the job folder is being read: its names from the beginning, its files once it is known what the job allows.
 * Where the folder has mistakes, nobody asks for what was found, nor for what was wrong with the inbox.
 */
final class ListingAhead {

    private final CompletableFuture<Allowed> job = new CompletableFuture<>();
    private final CompletableFuture<NewFiles> listing;

    /** What must be known of the job. */
    private record Allowed(Limits limits, ZoneId zone) {}

    ListingAhead(Path inbox) {
        this.listing = CompletableFuture.supplyAsync(() -> NewFiles.walked(inbox), ListingAhead::start)
                .thenCombineAsync(
                        job,
                        (walked, allowed) -> NewFiles.of(walked, allowed.limits(), allowed.zone()),
                        ListingAhead::start);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "list-inbox");
        thread.setDaemon(true);
        thread.start();
    }

    /** Goes on, now that it is known what files the job allows, and by which clock times of receipt are written. */
    void begin(FileLimits allowed, ZoneId zone) {
        job.complete(new Allowed(Limits.of(allowed), zone));
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
