package org.jibao.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jibao.guard.OwnFiles;
import org.jibao.mime.LeftPart.Why;

/** A file in a mail. Its bytes are decoded, and those on a server fetched, when they are asked for. */
public final class MailPart {

    private final int number;
    private final String name;
    private final String givenName;
    private final long size;
    private final long most;
    private final Content content;

    MailPart(int number, String name, String givenName, long size, long most, Content content) {
        this.number = number;
        this.name = name;
        this.givenName = givenName;
        this.size = size;
        this.most = most;
        this.content = content;
    }

    /** Its place among all parts of the mail that hold no others, from 1; the same each time the same mail is read. */
    public int number() {
        return number;
    }

    /** A safe file name with the ending that it was given. Two parts may have the same. */
    public String name() {
        return name;
    }

    /** As the sender called it, decoded; empty where it has no name. */
    public String givenName() {
        return givenName;
    }

    /** In bytes; of a part on a server, the best guess. */
    public long size() {
        return size;
    }

    /**
     * Its bytes. Reading fails with {@link PartDamage} where they are damaged or too many.
     *
     * @throws IOException where they cannot be had
     */
    public InputStream open() throws IOException {
        return new Bounded(content.open(), most);
    }

    /**
     * Writes its bytes to a file that only this user may read. A file that cannot be completed is removed.
     *
     * @throws PartDamage where the bytes are damaged or too many
     * @throws IOException where they cannot be had or written
     */
    public void writeTo(Path target) throws IOException {
        boolean complete = false;
        try (InputStream bytes = open();
                OutputStream file = OwnFiles.write(target)) {
            bytes.transferTo(file);
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(target);
            }
        }
    }

    /** Ends with a fault where there are more bytes than may be. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream stream, long most) {
            super(stream);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new PartDamage(Why.TOO_LARGE);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
