package org.jibao.reading.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.ZipPackage;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being read.
 *
 * @param held its bytes, or null where they are too many to be held
 */
public record SourceFile(InboxFile file, byte @Nullable [] held) {

    public ZipPackage archive() throws IOException {
        return held == null ? ZipPackage.of(file.path()) : ZipPackage.of(held);
    }

    /** All of them, for libraries that take no less. */
    public byte[] bytes() throws IOException {
        return held == null ? file.bytes() : held;
    }

    /** The same one after another; may be called again. */
    public InputStream stream() throws IOException {
        return held == null ? Files.newInputStream(file.path()) : new ByteArrayInputStream(held);
    }
}
