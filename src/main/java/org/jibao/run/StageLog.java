package org.jibao.run;

import java.util.EnumMap;
import java.util.Map;

/** Tells the log when a stage begins and ends; one that comes again, for another period say, is told again. */
final class StageLog {

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
