package org.jibao.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;

/**
 * A store that is being opened while the job folder and the inbox are read: the engine takes longest to start, and a run
 * with nothing new should be over in a moment. One that does not exist yet is made only when it is asked for, so that a
 * mistake in a job folder leaves no empty store behind.
 */
public final class OpeningStore implements AutoCloseable {

    private final FutureTask<Store> opening;
    private final Consumer<Store> opened;
    private boolean begun;
    private boolean asked;

    private OpeningStore(Path file, Consumer<Store> opened) {
        this.opened = opened;
        this.opening = new FutureTask<>(() -> Store.open(file, StoreSettings.OF_RUN));
    }

    public static OpeningStore begin(Path file) {
        return begin(file, store -> {});
    }

    /** @param opened is given the store when it is first asked for */
    public static OpeningStore begin(Path file, Consumer<Store> opened) {
        OpeningStore store = new OpeningStore(file, opened);
        if (Files.exists(file)) {
            store.begun = true;
            Thread thread = new Thread(store.opening, "open-store");
            thread.setDaemon(true);
            thread.start();
        }
        return store;
    }

    /**
     * The store, once it is open.
     *
     * @throws OperationalFailure where it cannot be opened
     */
    public Store get() {
        if (!begun) {
            begun = true;
            opening.run();
        }
        Store store = opened();
        if (!asked) {
            asked = true;
            opened.accept(store);
        }
        return store;
    }

    private Store opened() {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StoreException fault
                    ? Failures.of(fault)
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the store was opening", e);
        }
    }

    @Override
    public void close() {
        if (begun) {
            closeOpened();
        }
    }

    /** What could not be opened was either reported by {@link #get} or is of no interest beside an earlier failure. */
    private void closeOpened() {
        Store store;
        try {
            store = opening.get();
        } catch (ExecutionException notOpened) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        store.close();
    }
}
