package org.jibao.batch;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes progress on, and adds up how long each stage took. Stages may take turns. */
public final class StageTimes implements Progress {

    private final Progress next;
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private @Nullable Stage current;
    private long since = System.nanoTime();

    public StageTimes(Progress next) {
        this.next = next;
    }

    @Override
    public synchronized void at(Stage stage, long done, long total) {
        if (stage != current) {
            settle();
            current = stage;
        }
        next.at(stage, done, total);
    }

    private void settle() {
        long now = System.nanoTime();
        if (current != null) {
            nanos.merge(current, now - since, Long::sum);
        }
        since = now;
    }

    /** Nanoseconds by stage, up to now; stages that were not reached are absent. */
    public synchronized Map<Stage, Long> nanos() {
        settle();
        return new EnumMap<>(nanos);
    }
}
