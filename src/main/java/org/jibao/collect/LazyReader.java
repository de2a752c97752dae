package org.jibao.collect;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jibao.calendar.Period;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.reading.content.Entries;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.run.Progress;
import org.jibao.run.Stage;
import org.jspecify.annotations.Nullable;

/** Made for the first file that is new: where there is none, no form is looked at. */
final class LazyReader implements Collector.ReturnReading, AutoCloseable {

    private final JobDefinition job;
    private final Path temporary;
    private final Progress progress;
    private final @Nullable Period ofRun;
    private @Nullable ReturnReader reader;

    /** @param ofRun the period of returns that say none, or null */
    public LazyReader(JobDefinition job, Path temporary, Progress progress, @Nullable Period ofRun) {
        this.ofRun = ofRun;
        this.job = job;
        this.temporary = temporary;
        this.progress = progress;
    }

    @Override
    public Reading read(InboxFile file, boolean suspect) {
        return suspect ? reader().readSuspect(file) : reader().read(file);
    }

    private synchronized ReturnReader reader() {
        if (reader == null) {
            Limits limits = Limits.of(job.limits());
            ReadProgress rows = LongRegister.reading(progress);
            reader = new ReturnReader(job, limits, temporary, rows, progress::stopAsked, ofRun);
        }
        return reader;
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
        }
    }

    /** The way of a long register, told row by row: a run would else seem to stand still for half a minute. */
    static final class LongRegister {

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
}
