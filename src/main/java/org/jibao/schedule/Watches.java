package org.jibao.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The inboxes that are watched, one a job; none where only the clock decides. */
final class Watches implements AutoCloseable {

    private final ScheduleSettings settings;
    private final Map<String, InboxWatch> watches = new HashMap<>();

    Watches(ScheduleSettings settings) {
        this.settings = settings;
    }

    /** Whether something new lies in the job's inbox and has been left alone long enough; says so once. */
    boolean arrived(String job, Instant now) {
        Optional<Duration> quiet = settings.quiet();
        return quiet.isPresent()
                && watches.computeIfAbsent(
                                job, name -> new InboxWatch(settings.inboxes().apply(name), quiet.get()))
                        .arrived(now);
    }

    @Override
    public void close() {
        watches.values().forEach(InboxWatch::close);
    }
}
