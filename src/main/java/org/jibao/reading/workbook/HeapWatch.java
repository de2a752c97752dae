package org.jibao.reading.workbook;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whether the memory is nearly full of what is in use. A parser holds what no budget counts, such as millions of names
 * that differ; this is seen before there is no memory left.
 */
final class HeapWatch {

    private static final double NEARLY = 0.85;

    private static final Optional<MemoryPoolMXBean> OLD_OBJECTS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));

    private HeapWatch() {}

    /** Of the objects that outlive others, as the last collection left them; asks for one before it says yes. */
    static boolean isNearlyFull() {
        if (!isHigh()) {
            return false;
        }
        System.gc();
        return isHigh();
    }

    private static boolean isHigh() {
        return OLD_OBJECTS
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage.getMax() > 0)
                .map(HeapWatch::isHigh)
                .orElse(false);
    }

    private static boolean isHigh(MemoryUsage usage) {
        return usage.getUsed() > NEARLY * usage.getMax();
    }
}
