package org.jibao.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jibao.definition.loading.InboxDefinition;

/**
 * The inbox, listed while the job folder is being read: its names from the beginning, its files once it is known what the job allows.
 * Where the folder has mistakes, nobody asks for what was found, nor for what was wrong with the inbox.
 */
final class ListingAhead {

    private final CompletableFuture<InboxDefinition> job = new CompletableFuture<>();
    private final CompletableFuture<NewFiles> listing;

    ListingAhead(Settings settings) {
        this.listing = CompletableFuture.supplyAsync(() -> NewFiles.walked(settings.inbox()), ListingAhead::start)
                .thenCombineAsync(job, (walked, known) -> NewFiles.of(walked, known, settings), ListingAhead::start);
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
