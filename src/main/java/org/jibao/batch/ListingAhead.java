package org.jibao.batch;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jibao.definition.FileLimits;
import org.jibao.inbox.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The inbox, listed while the rest of the job folder is still being read. Where the folder has mistakes, nobody asks for
 * what was found, nor for what was wrong with the inbox.
 */
final class ListingAhead {

    private final Path inbox;
    private @Nullable FutureTask<NewFiles> listing;

    ListingAhead(Path inbox) {
        this.inbox = inbox;
    }

    /** Begins, once it is known what files the job allows. */
    void begin(FileLimits limits) {
        FutureTask<NewFiles> task = new FutureTask<>(() -> NewFiles.list(inbox, Limits.of(limits)));
        listing = task;
        Thread thread = new Thread(task, "list-inbox");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What was found.
     *
     * @param limits of the job, as it was loaded
     * @throws OperationalFailure where the inbox is not there or cannot be listed
     */
    NewFiles get(FileLimits limits) {
        FutureTask<NewFiles> task = listing;
        if (task == null) {
            return NewFiles.list(inbox, Limits.of(limits));
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the inbox was listed", e);
        }
    }
}
