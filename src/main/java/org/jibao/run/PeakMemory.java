package org.jibao.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much memory this process has taken at most, in MiB. */
public final class PeakMemory {

    private PeakMemory() {}

    /** Of Java's own objects. */
    public static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    /** By the kernel's own account, with the engine's memory in it; empty where there is no such account. */
    public static OptionalLong whole() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")) >> 10);
                }
            }
        } catch (IOException noSuchAccount) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }
}
