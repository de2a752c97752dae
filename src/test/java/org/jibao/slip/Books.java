package org.jibao.slip;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.loading.JobLoader;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.opening.BookSource;

/** What files show, as the job of the sample county reads them. */
final class Books {

    private static final JobDefinition JOB = JobLoader.load(Path.of("jobs/quarterly-disclosure"));
    private static final BookSource SOURCE = new BookSource(JOB, () -> false);

    private Books() {}

    static SourceBook of(byte[] file) throws IOException {
        boolean packed = file.length > 1 && file[0] == 'P' && file[1] == 'K';
        Container container = packed ? Container.OOXML : Container.OLE2;
        return SOURCE.of(
                new InboxFile(Path.of("甲局.xlsx"), "甲局.xlsx", file.length, "00", Instant.EPOCH, container, null), file);
    }
}
