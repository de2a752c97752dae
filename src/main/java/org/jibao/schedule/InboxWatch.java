package org.jibao.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notices that files have arrived and that nobody is writing any more. The file system's own events only say when to look, and
 * not every one sends them (network drives do not): what counts is sizes and times, looked at anew while something is going on.
 */
final class InboxWatch implements AutoCloseable {

    private static final Duration LOOKS = Duration.ofSeconds(10);
    private static final Duration LOOKS_BESIDE_EVENTS = Duration.ofMinutes(1);

    private final Path folder;
    private final Duration quiet;
    private Map<String, String> known = Map.of();
    private Map<String, String> seen = Map.of();
    private Instant seenAt = Instant.EPOCH;
    private @Nullable Instant looked;
    private @Nullable FolderEvents events;

    /** What lies there already counts as arrived: it may have come while nobody watched. */
    InboxWatch(Path folder, Duration quiet) {
        this.folder = folder;
        this.quiet = quiet;
    }

    /** Whether there is something new and nothing has changed for the quiet time; says so once. */
    boolean arrived(Instant now) {
        if (seen.equals(known) && !timeToLook(now)) {
            return false;
        }
        looked = now;
        Map<String, String> files = InboxState.of(folder);
        if (!files.equals(seen) || now.isBefore(seenAt)) {
            seen = files;
            seenAt = now;
            return false;
        }
        if (seen.equals(known) || Duration.between(seenAt, now).compareTo(quiet) < 0) {
            return false;
        }
        boolean fresh = !known.entrySet().containsAll(seen.entrySet());
        known = seen;
        return fresh;
    }

    private boolean timeToLook(Instant now) {
        if (looked == null) {
            return true;
        }
        boolean told = events != null && events.any();
        Duration looks = events == null ? LOOKS : LOOKS_BESIDE_EVENTS;
        boolean time = Duration.between(looked, now).abs().compareTo(looks) >= 0;
        if (time && events == null) {
            events = FolderEvents.of(folder).orElse(null);
        }
        return told || time;
    }

    @Override
    public void close() {
        if (events != null) {
            events.close();
        }
    }
}
