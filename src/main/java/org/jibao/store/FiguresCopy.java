package org.jibao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jibao.support.SqlText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of a store, opened by an engine of its own, on which the SQL of job folders runs. What that SQL could do, were
 * it past the gate, it would do to the copy: the engine reaches neither the store nor any other file. Only tables of
 * figures are taken over from it.
 */
public final class FiguresCopy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresCopy.class);

    private static final String NAME = "figures_copy";

    /** Tables that keep what was found of each job and period. */
    private static final List<String> OUTLOOK = List.of("unlikely", "estimate_unit", "estimate", "open");

    /**
     * What a statement may take beyond the time of a small store, for each MiB of the copy: 20,000 returns are 80 MiB.
     */
    static final int SECONDS_A_MEBIBYTE = 5;

    /** However large the store is. */
    static final int MOST_SECONDS = 3_600;

    /** How soon a statement is stopped once it is asked for. */
    private static final int POLL_MILLISECONDS = 100;

    private final Path file;
    private final Store store;
    private final Thread watch;
    private boolean open = true;

    private FiguresCopy(Path file, Store store, BooleanSupplier stop) {
        this.file = file;
        this.store = store;
        this.watch = new Thread(() -> watch(stop), "figures-stop");
        watch.setDaemon(true);
        watch.start();
    }

    static FiguresCopy of(Path original, StoreCopy copy, BooleanSupplier stop) {
        Path file = original.resolveSibling(BackupFolder.stem(original) + ".figures.duckdb.tmp");
        try {
            copy.write(file);
        } catch (IOException e) {
            throw new Faults(file).cannotCreate(e);
        }
        try {
            long bytes = Files.size(file);
            Store store = Store.openForFigures(file, StoreSettings.OF_FIGURES, most(bytes));
            return new FiguresCopy(file, store, stop);
        } catch (IOException e) {
            StoreCopy.discard(file);
            throw new Faults(file).cannotCreate(e);
        } catch (RuntimeException e) {
            StoreCopy.discard(file);
            throw e;
        }
    }

    /** How long a statement may run on a copy of so many bytes. */
    static Duration most(long bytes) {
        Duration small = Duration.ofMillis(Engine.SANDBOX_MILLISECONDS);
        Duration most = small.plusSeconds((bytes >> 20) * SECONDS_A_MEBIBYTE);
        Duration longest = Duration.ofSeconds(MOST_SECONDS);
        return most.compareTo(longest) < 0 ? most : longest;
    }

    /** The copy, until its figures are taken over. */
    public Store store() {
        return store;
    }

    private void watch(BooleanSupplier stop) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (stop.getAsBoolean()) {
                    store.cancelRunning();
                }
                Thread.sleep(POLL_MILLISECONDS);
            }
        } catch (InterruptedException ended) {
            // The copy is closed.
        }
    }

    /** @param into in the transaction that takes the tables, outside which the copy is attached */
    void handOver(List<String> tables, String job, String period, ConnectionSql into) {
        closeStore();
        String path = SqlText.literal(file.toAbsolutePath().toString());
        into.outside("ATTACH " + path + " AS " + NAME + " (READ_ONLY)");
        try {
            for (String table : tables) {
                String name = "mart." + SqlText.name(table);
                into.execute("CREATE OR REPLACE TABLE " + name + " AS FROM " + NAME + "." + name);
            }
            for (String table : OUTLOOK) {
                String name = "outlook." + table;
                into.execute("DELETE FROM " + name + " WHERE job = ? AND period = ?", job, period);
                into.execute(
                        "INSERT INTO " + name + " FROM " + NAME + "." + name + " WHERE job = ? AND period = ?",
                        job,
                        period);
            }
        } finally {
            into.outside("DETACH DATABASE IF EXISTS " + NAME);
        }
    }

    private void closeStore() {
        if (open) {
            open = false;
            watch.interrupt();
            store.close();
        }
    }

    @Override
    public void close() {
        try {
            closeStore();
        } finally {
            StoreCopy.discard(file);
            removeSpilled();
        }
    }

    private void removeSpilled() {
        try {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".tmp"));
        } catch (IOException e) {
            LOG.warn("what was spilled stays beside {}", file, e);
        }
    }
}
