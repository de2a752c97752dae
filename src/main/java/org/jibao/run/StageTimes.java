package org.jibao.run;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes progress on, adds up how long each stage took, and says when the run is to stop. Stages may take turns. */
public final class StageTimes implements Progress {

    private final Progress next;
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private final StageLog log = new StageLog();
    private @Nullable Stage current;
    private long since = System.nanoTime();
    private volatile boolean stop;

    public StageTimes(Progress next) {
        this.next = next;
    }

    @Override
    public synchronized void at(Stage stage, long done, long total) {
        if (stage != current) {
            settle();
            current = stage;
        }
        log.at(stage, done, total);
        next.at(stage, done, total);
        if (done >= total) {
            // What comes between two stages is neither's.
            settle();
            current = null;
        }
    }

    public void askToStop() {
        stop = true;
    }

    @Override
    public boolean stopAsked() {
        return stop;
    }

    /**
     * A place between two works, where a run can end.
     *
     * @throws RunStopped where it is to
     */
    public void stopBefore(Stage stage) {
        if (stop) {
            throw RunStopped.before(stage);
        }
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

    /** Tells the log when a stage begins and ends; one that comes again, for another period say, is told again. */
    static final class StageLog {

        private final Map<Stage, Long> begun = new EnumMap<>(Stage.class);

        void at(Stage stage, long done, long total) {
            if (begun.putIfAbsent(stage, System.nanoTime()) == null) {
                RunLog.stageBegun(stage, total);
            }
            if (done >= total) {
                Long since = begun.remove(stage);
                RunLog.stageEnded(stage, done, since == null ? 0 : (System.nanoTime() - since) / 1_000_000);
            }
        }
    }
}
