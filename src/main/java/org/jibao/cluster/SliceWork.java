package org.jibao.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jibao.calendar.Period;
import org.jibao.calendar.WorkingDays;
import org.jibao.cluster.PartsFolder.Part;
import org.jibao.collect.SliceReader;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.MarkKey;
import org.jibao.finding.Cause;
import org.jibao.finding.Wording;
import org.jibao.inbox.InboxFile;
import org.jibao.run.OperationalFailure;
import org.jibao.run.Progress;
import org.jibao.store.Store;
import org.jibao.store.StoreSettings;
import org.jibao.store.SubmissionWriter;
import org.jibao.support.TemporaryFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes parts of slices: reads and checks the files as a collect does, writes what came of them to a store of its own
 * in a transaction that is undone in the end, and copies the tables out of it.
 */
final class SliceWork implements AutoCloseable {

    private static final Wording WORDS = Wording.of(SliceWork.class);
    private static final Logger LOG = LoggerFactory.getLogger(SliceWork.class);

    private final JobDefinition job;
    private final Optional<MarkKey> key;
    private final int threads;
    private final Progress progress;
    private final Path folder;
    private final Store store;
    private @Nullable SliceReader reader;
    private @Nullable Period prepared;

    SliceWork(JobDefinition job, Optional<MarkKey> key, int threads, Progress progress) {
        this.job = job;
        this.key = key;
        this.threads = threads;
        this.progress = progress;
        try {
            this.folder = Files.createTempDirectory("cluster-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.store = Store.open(folder.resolve("slice.duckdb"), StoreSettings.DEFAULT);
    }

    /**
     * Makes a part of a slice.
     *
     * @param beat is run again and again while files are read; what it throws ends the work
     * @return empty where the work is to stop
     * @throws IOException where this machine cannot do it: another may
     */
    Optional<Part> make(Slice slice, PartsFolder parts, Runnable beat) throws IOException {
        prepare(slice.workedOn());
        SliceTries tries = SliceTries.begin(parts.tries(slice.number()));
        Set<String> refused = new HashSet<>(tries.refused());
        for (String suspect : tries.toProbe(parts.note(slice.number()))) {
            probe(slice, suspect, tries, beat);
        }
        try {
            return made(slice, parts, refused, beat);
        } catch (RuntimeException e) {
            if (isOfMachine(e) || ClusterDatabase.isOfDatabase(e)) {
                throw e;
            }
            LOG.warn("slice {} cannot be stored: its files are tried one by one", slice.number(), e);
            refused.addAll(unstorable(slice, beat));
            return made(slice, parts, refused, beat);
        }
    }

    /** A full disk is the machine's fault, and no file's. */
    private static boolean isOfMachine(Throwable failure) {
        return Cause.of(failure).isPresent() || failure instanceof UncheckedIOException;
    }

    private Optional<Part> made(Slice slice, PartsFolder parts, Set<String> refused, Runnable beat) throws IOException {
        seen(slice);
        Path place = folder.resolve("part");
        Files.createDirectories(place);
        List<String> names = store.inTransactionThatIsUndone(() -> {
            try {
                boolean whole = stored(slice, parts.note(slice.number()), refused, beat);
                return whole ? store.parts(job).write(place) : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return names.isEmpty() ? Optional.empty() : Optional.of(parts.publish(slice.number(), place, names));
    }

    /** An inbox that is not mounted here would look like an inbox whose files have all gone. */
    private static void seen(Slice slice) {
        boolean any = slice.files().isEmpty() || slice.files().stream().anyMatch(file -> Files.exists(file.path()));
        if (!any) {
            throw new OperationalFailure(
                    WORDS.text(
                            "work.no-files",
                            slice.number(),
                            slice.files().get(0).path()),
                    null);
        }
    }

    private boolean stored(Slice slice, Path note, Set<String> refused, Runnable beat) {
        SubmissionWriter writer = store.submissions(job, slice.asOf());
        long[] last = {slice.first() - 1};
        boolean whole = Objects.requireNonNull(reader).read(slice.files(), refused, note, beat, read -> {
            writer.writeAfter(last[0], read, stored -> {});
            last[0] += read.size();
        });
        if (whole && writer.last() != slice.first() + slice.files().size() - 1) {
            throw new IllegalStateException("slice " + slice.number() + " does not hold all of its files");
        }
        return whole;
    }

    /**
     * Tables and reader are made for the first slice of a period: with thousands of units either takes longer than a
     * slice.
     */
    private void prepare(Period workedOn) {
        if (workedOn.equals(prepared)) {
            return;
        }
        store.define(job, List.of(workedOn), WorkingDays.china());
        if (reader != null) {
            reader.close();
        }
        Period ofRun = job.fileName().periodFromRun() ? workedOn : null;
        reader = new SliceReader(job, key, folder.resolve("entries"), ofRun, threads, progress);
        prepared = workedOn;
    }

    /** Reads one file alone that the program has often died with, and notes when it comes to its end. */
    private void probe(Slice slice, String suspect, SliceTries tries, Runnable beat) throws IOException {
        for (InboxFile file : slice.files()) {
            if (file.sha256().equals(suspect)) {
                tries.probing(suspect);
                alone(slice, file, beat);
                tries.probed(suspect);
            }
        }
    }

    /** Files that cannot be stored even alone: each costs itself, not the slice. */
    private Set<String> unstorable(Slice slice, Runnable beat) {
        Set<String> found = new HashSet<>();
        for (InboxFile file : slice.files()) {
            try {
                alone(slice, file, beat);
            } catch (RuntimeException e) {
                if (isOfMachine(e) || ClusterDatabase.isOfDatabase(e)) {
                    throw e;
                }
                found.add(file.sha256());
            }
        }
        return found;
    }

    private void alone(Slice slice, InboxFile file, Runnable beat) {
        Slice one = new Slice(slice.number(), slice.first(), slice.workedOn(), slice.asOf(), List.of(file));
        store.inTransactionThatIsUndone(() -> stored(one, folder.resolve("alone.reading"), Set.of(), beat));
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        store.close();
        TemporaryFolder.remove(folder);
    }
}
