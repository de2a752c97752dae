package org.jibao.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jibao.inbox.Archive;
import org.jibao.inbox.InboxFile;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being read.
 *
 * @param held its bytes, or null where they are too many to be held
 */
record Source(InboxFile file, byte @Nullable [] held) {

    Archive archive() throws IOException {
        return held == null ? Archive.of(file.path()) : Archive.of(held);
    }

    /** All of them, for libraries that take no less. */
    byte[] bytes() throws IOException {
        return held == null ? file.bytes() : held;
    }

    /** The same one after another; may be called again. */
    InputStream stream() throws IOException {
        return held == null ? Files.newInputStream(file.path()) : new ByteArrayInputStream(held);
    }
}
