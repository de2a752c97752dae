package org.jibao.slip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jibao.delivery.AtomicFiles;
import org.jibao.delivery.DeliveryException;
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.delivery.SlipLedger;
import org.jibao.delivery.SlipLedger.Line;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.SafeFileName;
import org.jibao.reading.apart.StoppedException;
import org.jibao.run.Progress;
import org.jibao.run.RedactedException;
import org.jibao.run.RunLog;
import org.jibao.run.RunStopped;
import org.jibao.run.Stage;
import org.jibao.slip.SlipBatch.SlipDraft;
import org.jibao.slip.SlipWriter.Written;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one period's slips. Brought from what it holds to what it should hold: slips that say the same stay as they
 * are, byte for byte; those no longer owed are removed; what is not ours is left alone.
 */
public final class SlipFolder {
    private static final Wording WORDS = Wording.of(SlipFolder.class);

    public static final String NAME = "return-slips";

    private static final Logger LOG = LoggerFactory.getLogger(SlipFolder.class);

    /** How the state of slips begins that were made for a time before the store's last decision. */
    static final String HISTORY = "history ";

    private final Path period;
    private final Path folder;
    private final Progress progress;
    private final List<Text> unwritten = new ArrayList<>();

    SlipFolder(Path period, Progress progress) {
        this.period = period;
        this.folder = period.resolve(NAME);
        this.progress = progress;
    }

    /** Whether the slips that stand there were made for this state, and nobody has touched them since. */
    boolean says(String state) throws IOException {
        Optional<SlipLedger> ledger = SlipLedger.in(period);
        return ledger.isPresent() && ledger.get().says(state, folder);
    }

    /** Whether there are no slips of the present, which those of an earlier time must not replace. */
    boolean isOfHistory() {
        return SlipLedger.in(period)
                .map(ledger -> ledger.state().startsWith(HISTORY))
                .orElse(true);
    }

    /**
     * @param state over everything that decides what the drafts are
     * @return which slips could not be written, and why; they are tried again next time
     * @throws IOException where the disk or the folder is at fault, and no slip would fare better
     */
    List<Text> bring(String state, List<SlipDraft> drafts) throws IOException {
        unwritten.clear();
        List<Line> before = SlipLedger.in(period).map(SlipLedger::lines).orElse(List.of());
        Map<String, Line> standing = standing(before);
        List<SlipDraft> missing = drafts.stream()
                .filter(draft -> !standing.containsKey(draft.digest()))
                .toList();
        Set<String> kept = new HashSet<>();
        drafts.forEach(draft -> kept.add(draft.digest()));
        boolean same = missing.isEmpty() && before.stream().allMatch(line -> kept.contains(line.digest()));
        if (!same) {
            begin(state.startsWith(HISTORY) ? HISTORY : "", before, missing);
            List<Line> after = write(drafts, standing, missing.size());
            remove(before, after);
            new SlipLedger(unwritten.isEmpty() ? state : state.startsWith(HISTORY) ? HISTORY : "", after)
                    .deliver(AtomicFiles.open(period));
        } else if (!drafts.isEmpty() || SlipLedger.in(period).isPresent()) {
            new SlipLedger(state, before).deliver(AtomicFiles.open(period));
        }
        return List.copyOf(unwritten);
    }

    /** Those that nobody has touched since, by their digest. */
    private Map<String, Line> standing(List<Line> lines) throws IOException {
        Map<String, Line> standing = new HashMap<>();
        for (Line line : lines) {
            if (line.untouched(folder)) {
                standing.put(line.digest(), line);
            }
        }
        return standing;
    }

    /** Claims the names of what will be written and is not there, so that a later run knows them if this one is killed. */
    private void begin(String state, List<Line> before, List<SlipDraft> missing) throws IOException {
        List<Line> lines = new ArrayList<>(before);
        for (SlipDraft draft : missing) {
            SlipWriter.ENDINGS.stream()
                    .map(ending -> draft.stem() + ending)
                    .filter(name -> !Files.exists(folder.resolve(name)))
                    .forEach(name -> lines.add(Line.begun(name)));
        }
        new SlipLedger(state, lines).deliver(AtomicFiles.open(period));
    }

    private List<Line> write(List<SlipDraft> drafts, Map<String, Line> standing, int all) throws IOException {
        List<Line> after = new ArrayList<>();
        AtomicFiles outbox = AtomicFiles.open(folder);
        int done = 0;
        for (SlipDraft draft : drafts) {
            Line there = standing.get(draft.digest());
            if (there == null) {
                progress.at(Stage.SLIPS, done++, all);
                there = attempt(outbox, draft);
            }
            if (there != null) {
                after.add(there);
            }
        }
        progress.at(Stage.SLIPS, all, all);
        return after;
    }

    /** What is wrong with one slip alone, such as that somebody has it open, must not cost the others theirs. */
    private @Nullable Line attempt(AtomicFiles outbox, SlipDraft draft) throws IOException {
        try {
            return write(outbox, draft);
        } catch (DeliveryException e) {
            if (!e.concernsOneFile()) {
                throw e;
            }
            unwritten.add(e.text());
        } catch (StoppedException stop) {
            throw RunStopped.before(Stage.SLIPS);
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("event", "slip-not-written")
                    .addKeyValue("file", draft.file())
                    .setCause(RedactedException.of(e))
                    .log("slip not written");
            unwritten.add(WORDS.text("slip.fault", draft.file()));
        }
        return null;
    }

    private Line write(AtomicFiles outbox, SlipDraft draft) throws IOException {
        Written slip = draft.writing().written();
        String name = draft.stem() + slip.ending();
        outbox.write(name, path -> Files.write(path, slip.bytes()));
        Path delivered = outbox.deliver(name);
        HashedFile file = HashedFile.of(delivered);
        RunLog.published(NAME, code(), delivered, file.sha256());
        return new Line(name, file.sha256(), draft.digest(), draft.file(), draft.sha256());
    }

    private void remove(List<Line> before, List<Line> after) throws IOException {
        Set<String> names = new HashSet<>();
        after.forEach(line -> names.add(line.name()));
        AtomicFiles outbox = AtomicFiles.open(folder);
        for (Line line : before) {
            if (!names.contains(line.name()) && !isOneOf(after, line)) {
                remove(outbox, line);
            }
        }
    }

    /** Whether a name that is no longer owed is, to this file system, another way of writing one that is. */
    private boolean isOneOf(List<Line> after, Line line) throws IOException {
        Path there = folder.resolve(line.name());
        String key = SafeFileName.key(line.name());
        for (Line other : after) {
            Path slip = folder.resolve(other.name());
            boolean alike = SafeFileName.key(other.name()).equals(key);
            if (alike && Files.exists(there) && Files.exists(slip) && Files.isSameFile(there, slip)) {
                return true;
            }
        }
        return false;
    }

    private void remove(AtomicFiles outbox, Line line) throws IOException {
        try {
            outbox.remove(line.name());
            RunLog.removed(NAME, code(), folder.resolve(line.name()));
        } catch (DeliveryException e) {
            if (!e.concernsOneFile()) {
                throw e;
            }
            unwritten.add(e.text());
        }
    }

    private String code() {
        return period.getFileName().toString();
    }
}
