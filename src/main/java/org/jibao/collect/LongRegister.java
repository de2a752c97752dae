package org.jibao.collect;

import java.util.List;
import java.util.function.LongConsumer;
import org.jibao.reading.content.Entries;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.run.Progress;
import org.jibao.run.Stage;

/** The way of a long register, told row by row: a run would else seem to stand still for half a minute. */
final class LongRegister {

    private static final int ROWS_BETWEEN_REPORTS = 4096;

    private LongRegister() {}

    /** How many rows there are is known at the end only: until then from the bytes that are left. */
    static ReadProgress reading(Progress progress) {
        return (rows, bytes, size) -> {
            long total = bytes <= 0 ? rows : (long) ((double) rows * Math.max(size, bytes) / bytes);
            progress.at(Stage.LONG_REGISTER, rows, Math.max(rows, total));
        };
    }

    /** For the writer, which says how many of these it has stored. Nothing is told where none of them is long. */
    static LongConsumer storing(Progress progress, List<Entries> returns) {
        long total = returns.stream().mapToLong(Entries::size).sum();
        return returns.stream().allMatch(entries -> entries.size() <= Entries.HELD)
                ? stored -> {}
                : stored -> {
                    if (stored % ROWS_BETWEEN_REPORTS == 0 || stored == total) {
                        progress.at(Stage.STORING, stored, total);
                    }
                };
    }
}
