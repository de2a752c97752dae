package org.jibao.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jibao.batch.Progress;
import org.jibao.batch.Stage;
import org.jspecify.annotations.Nullable;

/** Passes progress on, and adds up how long each stage took. */
final class Timings implements Progress {

    private final TerminalProgress next;
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private @Nullable Stage current;
    private long since = System.nanoTime();

    Timings(TerminalProgress next) {
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

    synchronized void print(Screen screen) {
        settle();
        current = null;
        next.close();
        TextTable table = new TextTable(screen.say("timings.title"), "s");
        nanos.forEach((stage, spent) ->
                table.row(screen.say(stage.label()), String.format(Locale.ROOT, "%.2f", spent / 1e9)));
        screen.err().print(table.render());
        screen.err().println(screen.say("timings.memory", peakHeap() >> 20, peakProcess()));
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** MiB by the kernel's own account, with the engine's memory in it; {@code —} where there is no such account. */
    private static String peakProcess() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) >> 10);
                }
            }
        } catch (IOException e) {
            return "—";
        }
        return "—";
    }
}
