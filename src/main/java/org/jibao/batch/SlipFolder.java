package org.jibao.batch;

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
import org.jibao.delivery.Manifest.HashedFile;
import org.jibao.delivery.Outbox;
import org.jibao.delivery.SlipLedger;
import org.jibao.delivery.SlipLedger.Line;
import org.jibao.summary.slip.SlipWriter;
import org.jibao.summary.slip.SlipWriter.Written;

/**
 * The folder of one period's slips. Brought from what it holds to what it should hold: slips that say the same stay as they
 * are, byte for byte; those no longer owed are removed; what is not ours is left alone.
 */
final class SlipFolder {

    static final String NAME = "return-slips";

    /** How the state of slips begins that were made for a time before the store's last decision. */
    static final String HISTORY = "history ";

    private final Path period;
    private final Path folder;
    private final Progress progress;

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

    /** @param state over everything that decides what the drafts are */
    void bring(String state, List<SlipDraft> drafts) throws IOException {
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
            new SlipLedger(state, after).deliver(Outbox.open(period));
        } else if (!drafts.isEmpty() || SlipLedger.in(period).isPresent()) {
            new SlipLedger(state, before).deliver(Outbox.open(period));
        }
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
        new SlipLedger(state, lines).deliver(Outbox.open(period));
    }

    private List<Line> write(List<SlipDraft> drafts, Map<String, Line> standing, int all) throws IOException {
        List<Line> after = new ArrayList<>();
        Outbox outbox = Outbox.open(folder);
        int done = 0;
        for (SlipDraft draft : drafts) {
            Line there = standing.get(draft.digest());
            if (there == null) {
                progress.at(Stage.SLIPS, done++, all);
                there = write(outbox, draft);
            }
            after.add(there);
        }
        progress.at(Stage.SLIPS, all, all);
        return after;
    }

    private Line write(Outbox outbox, SlipDraft draft) throws IOException {
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
        Outbox outbox = Outbox.open(folder);
        for (Line line : before) {
            if (!names.contains(line.name())) {
                outbox.remove(line.name());
                RunLog.removed(NAME, code(), folder.resolve(line.name()));
            }
        }
    }

    private String code() {
        return period.getFileName().toString();
    }
}
