package org.jibao.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jibao.collect.ReadingElsewhere.Wanted;
import org.jibao.inbox.FileLines;
import org.jibao.inbox.InboxFile;
import org.jibao.store.SubmissionWriter.KnownFile;
import org.jibao.support.Sha256;

/**
 * How the new files are cut into slices. The same files, time, job folder and program give the same plan and the same
 * name of it, so that a run that is gone on with finds what was read for it.
 *
 * @param name a digest of all that the slices say
 * @param texts of the slices, by number
 * @param here the numbers of slices that only this process can reach
 */
record SlicePlan(String name, List<String> texts, List<Slice> slices, Set<Integer> here) {

    /** Files of a slice, at least: a slice costs some tenths of a second. */
    static final int FEWEST = 5;

    /**
     * Slices of a run, as long as one has not {@link #MOST} files. The job repository is asked for all of them every
     * few seconds.
     */
    static final int SLICES = 100;

    /** Files of a slice, at most: what is lost with a worker. */
    static final int MOST = 2000;

    /** Packed bytes of a slice: what one that reads slowly is done with in a minute. */
    static final long BYTES = 128L * 1024 * 1024;

    SlicePlan {
        texts = List.copyOf(texts);
        slices = List.copyOf(slices);
        here = Set.copyOf(here);
    }

    /** @param last the highest number of a submission in the store */
    static SlicePlan of(Wanted wanted, long last, FileLines lines, Participant manager) {
        List<InboxFile> files = withoutRepeated(wanted.files());
        int size = Math.min(MOST, Math.max(FEWEST, (files.size() + SLICES - 1) / SLICES));
        List<Slice> slices = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Set<Integer> here = new HashSet<>();
        StringBuilder all = new StringBuilder(manager.region());
        int from = 0;
        while (from < files.size()) {
            int to = end(files, from, size, lines);
            Slice slice = new Slice(
                    slices.size(), last + from + 1, wanted.workedOn(), wanted.asOf(), files.subList(from, to));
            if (lines.reachable(files.get(from))) {
                texts.add(slice.written(lines));
            } else {
                texts.add("");
                here.add(slice.number());
                slice.files()
                        .forEach(file ->
                                all.append('\n').append(file.name()).append(' ').append(file.sha256()));
            }
            slices.add(slice);
            all.append('\n').append(Sha256.of(texts.get(slice.number())));
            from = to;
        }
        return new SlicePlan(Sha256.of(all.toString()), texts, slices, here);
    }

    private static int end(List<InboxFile> files, int from, int size, FileLines lines) {
        boolean reachable = lines.reachable(files.get(from));
        long bytes = files.get(from).size();
        int to = from + 1;
        while (to < files.size()
                && to - from < size
                && lines.reachable(files.get(to)) == reachable
                && bytes + files.get(to).size() <= BYTES) {
            bytes += files.get(to++).size();
        }
        return to;
    }

    /** The same bytes under the same name count once, as in a run on one machine. */
    private static List<InboxFile> withoutRepeated(List<InboxFile> files) {
        Set<KnownFile> seen = new HashSet<>();
        return files.stream()
                .filter(file -> seen.add(new KnownFile(file.name(), file.sha256())))
                .toList();
    }

    int files() {
        return slices.stream().mapToInt(slice -> slice.files().size()).sum();
    }
}
