package org.jibao.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jibao.run.Stage;

/**
 * The instants of an undisturbed run, from its first word on: what goes before is the start of the virtual machine, where
 * there is nothing to disturb.
 */
record Instants(List<Begun> stages, long ended) {

    /** A stage and when it began. */
    record Begun(Stage stage, long nanos) {}

    /** An instant of another run: so long after it has begun a stage. */
    record Blow(Stage after, long nanos) {}

    Instants {
        stages = List.copyOf(stages);
    }

    Instants(Map<Stage, Long> begun, long ended) {
        this(
                begun.entrySet().stream()
                        .map(entry -> new Begun(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Begun::nanos))
                        .toList(),
                ended);
    }

    /**
     * Chooses an instant: half of them anywhere in the run, the longest stages being hit most often, and half in any of its
     * stages, however short, delivery as often as reading.
     */
    Blow choose(Random random) {
        boolean anywhere = random.nextBoolean();
        int which = anywhere ? 0 : random.nextInt(stages.size());
        Begun from = stages.get(which);
        long until = anywhere ? ended : untils().get(which);
        return new Blow(from.stage(), random.nextLong(Math.max(1, until - from.nanos())));
    }

    /** In milliseconds. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        for (Begun begun : stages) {
            words.append(begun.stage())
                    .append(" at ")
                    .append(millis(begun.nanos()))
                    .append(", ");
        }
        return words + "ended at " + millis(ended);
    }

    private long millis(long nanos) {
        return stages.isEmpty()
                ? 0
                : TimeUnit.NANOSECONDS.toMillis(nanos - stages.get(0).nanos());
    }

    private List<Long> untils() {
        List<Long> untils = new ArrayList<>();
        stages.stream().skip(1).forEach(begun -> untils.add(begun.nanos()));
        untils.add(ended);
        return untils;
    }
}
