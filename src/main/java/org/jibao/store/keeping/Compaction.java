package org.jibao.store.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jibao.store.KeepingFaults;
import org.jibao.store.Store;
import org.jibao.store.StoreCopy;
import org.jibao.store.StoreException;
import org.jibao.store.StoreSettings;

/**
 * Rewrites a store without its dead room. The new file is compared with the old one and read back from the disk before it
 * takes the place, in one move: at every moment the store's name is that of a whole store.
 */
public final class Compaction {

    private final Path store;
    private final Path draft;
    private final Consumer<Step> reached;

    /** What has been done. */
    enum Step {
        COPIED,
        READ_BACK,
        IN_PLACE
    }

    public Compaction(Path store) {
        this(store, step -> {});
    }

    /** @param reached is told after each step */
    Compaction(Path store, Consumer<Step> reached) {
        this.store = store;
        this.draft = store.resolveSibling(store.getFileName() + ".compact.tmp");
        this.reached = reached;
    }

    /** @throws StoreException where another process has the store, or it cannot be read or written; it is then as it was */
    public Compacted run() {
        if (!Files.exists(store)) {
            throw new KeepingFaults(store).nothingToKeep();
        }
        try (Store open = Store.openExisting(store, StoreSettings.DEFAULT)) {
            open.sql().execute("CHECKPOINT");
            long before = Files.size(store);
            replace(open);
            return new Compacted(before, Files.size(store));
        } catch (IOException e) {
            StoreCopy.discard(draft);
            throw new KeepingFaults(store).cannotWrite(store, e);
        }
    }

    /** Under the engine's lock, so that nobody writes to the file that is about to lose its name. */
    private void replace(Store open) throws IOException {
        open.copy().writeAndCompare(draft);
        reached.accept(Step.COPIED);
        try (StoreFiles files = StoreFiles.open(StoreSettings.DEFAULT, List.of(draft))) {
            files.examine(draft);
        }
        reached.accept(Step.READ_BACK);
        if (mayNotMoveOverOpenFiles()) {
            open.close();
        }
        Files.move(draft, store, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        reached.accept(Step.IN_PLACE);
    }

    private static boolean mayNotMoveOverOpenFiles() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** What compacting came to, in bytes. */
    public record Compacted(long before, long after) {}
}
