package org.jibao.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How often a slice was begun, in a note that outlives the workers. One that many have died with is not given up: the
 * files that were being read then are read one by one, and a file that still ends the worker each time is rejected, so
 * that the others of the slice are taken in.
 */
final class SliceTries {

    /** Tries of a slice before its suspects are read one by one: a machine may be switched off at any time. */
    static final int MOST = 5;

    /**
     * The same of one file, read alone, before it is rejected: a file that is rejected by mistake is worse than a late
     * run.
     */
    static final int MOST_ALONE = 8;

    /** A note longer than this tells nothing more. */
    private static final int LONGEST = 1 << 20;

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final String TRY = "try";
    private static final String ALONE = "alone ";
    private static final String DONE = "done ";

    private final Path note;
    private final List<String> lines;

    private SliceTries(Path note, List<String> lines) {
        this.note = note;
        this.lines = lines;
    }

    /** Notes one more try. */
    static SliceTries begin(Path note) throws IOException {
        PartsFolder.note(note, TRY);
        List<String> lines = Files.size(note) > LONGEST
                ? List.of()
                : Files.readString(note, StandardCharsets.UTF_8).lines().toList();
        return new SliceTries(note, lines);
    }

    /** Fingerprints of files that have ended every worker that read them alone. */
    Set<String> refused() {
        Map<String, Integer> open = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith(ALONE)) {
                open.merge(line.substring(ALONE.length()), 1, Integer::sum);
            } else if (line.startsWith(DONE)) {
                open.remove(line.substring(DONE.length()));
            }
        }
        open.values().removeIf(times -> times < MOST_ALONE);
        return open.keySet();
    }

    /**
     * Those to be read alone first.
     *
     * @param reading the note of what was being read when a worker died
     */
    Set<String> toProbe(Path reading) throws IOException {
        Set<String> suspects = new LinkedHashSet<>();
        if (lines.stream().filter(TRY::equals).count() <= MOST || !Files.isRegularFile(reading)) {
            return suspects;
        }
        Files.readString(reading, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> FINGERPRINT.matcher(line).matches())
                .forEach(suspects::add);
        Set<String> known = new HashSet<>(refused());
        lines.stream().filter(line -> line.startsWith(DONE)).forEach(line -> known.add(line.substring(DONE.length())));
        suspects.removeAll(known);
        return suspects;
    }

    void probing(String fingerprint) throws IOException {
        PartsFolder.note(note, ALONE + fingerprint);
    }

    void probed(String fingerprint) throws IOException {
        PartsFolder.note(note, DONE + fingerprint);
    }
}
