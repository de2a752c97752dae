package org.jibao.collect;

import java.nio.file.Path;
import org.jibao.definition.JobDefinition;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;
import org.jibao.run.Progress;
import org.jspecify.annotations.Nullable;

/** Made for the first file that is new: where there is none, no form is looked at. */
public final class LazyReader implements Collector.ReturnReading, AutoCloseable {

    private final JobDefinition job;
    private final Path temporary;
    private final Progress progress;
    private @Nullable ReturnReader reader;

    public LazyReader(JobDefinition job, Path temporary, Progress progress) {
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
            reader = new ReturnReader(
                    job, Limits.of(job.limits()), temporary, LongRegister.reading(progress), progress::stopAsked);
        }
        return reader;
    }

    @Override
    public synchronized void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
