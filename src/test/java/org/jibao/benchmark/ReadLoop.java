package org.jibao.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.Reading;
import org.jibao.reading.ReturnReader;

/**
 * The first two stages alone, in one thread: what Jibao's reading costs beside {@link PoiLoop}, though it also finds labels
 * and judges cells. Arguments: the job folder and the inbox.
 */
public final class ReadLoop {

    private ReadLoop() {}

    public static void main(String[] arguments) throws IOException {
        JobDefinition job = JobLoader.load(Path.of(arguments[0]));
        Limits limits = Limits.of(job.limits());
        ReturnReader reader = new ReturnReader(job, limits);
        long start = System.nanoTime();
        List<InboxFile> files = Inbox.list(Path.of(arguments[1]), limits).files();
        long observations = 0;
        long entries = 0;
        for (InboxFile file : files) {
            if (reader.read(file) instanceof Reading.Read read) {
                observations += read.document().observations().size();
                entries += read.document().entries().size();
                read.document().entries().close();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d files, %d observations, %d entries, %.2f s%n",
                files.size(),
                observations,
                entries,
                seconds);
    }
}
