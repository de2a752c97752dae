package org.jibao.reading.opening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.workbook.SourceFile;

/**
 * What a reader apart is asked: to read a file, what comes after the held rows of one of its sheets, or how all of it looks.
 *
 * @param sheet 0-based, of which the rest is wanted; {@value #WHOLE} for the file, {@value #BOOK} for what it shows
 */
record ReadQuestion(SourceFile source, Limits limits, int sheet) {

    static final int WHOLE = -1;
    static final int BOOK = -2;

    private static final int LONGEST_PATH = 1 << 16;

    /** All but the bytes of the file, which may be many: these follow. */
    byte[] head() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        WireOutput out = new WireOutput(head);
        byte[] held = source.held();
        try {
            out.number(sheet - BOOK);
            out.longNumber(limits.packedBytes());
            out.longNumber(limits.unpackedBytes());
            out.number(limits.ratio());
            out.number(limits.sheets());
            out.number(limits.rows());
            out.number(limits.cells());
            out.number(limits.stringBytes());
            out.longNumber(limits.readingTime().toMillis());
            out.text(source.file().container().name());
            out.text(source.file().name());
            out.longNumber(source.file().size());
            out.truth(held != null);
            if (held == null) {
                out.text(source.file().path().toAbsolutePath().toString());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return head.toByteArray();
    }

    byte[] body() {
        byte[] held = source.held();
        return held == null ? new byte[0] : held;
    }

    /** On the other side. */
    static ReadQuestion read(WireInput in, byte[] body) throws IOException {
        int sheet = in.number(1 << 16) + BOOK;
        Limits limits = new Limits(
                in.longNumber(),
                in.longNumber(),
                in.number(Integer.MAX_VALUE),
                in.number(Integer.MAX_VALUE),
                in.number(Integer.MAX_VALUE),
                in.number(Integer.MAX_VALUE),
                in.number(Integer.MAX_VALUE),
                Duration.ofMillis(in.longNumber()));
        Container container = Container.valueOf(in.text(LONGEST_PATH));
        String name = in.text(LONGEST_PATH);
        long size = in.longNumber();
        boolean held = in.truth();
        Path path = Path.of(held ? "" : in.text(LONGEST_PATH));
        InboxFile file = new InboxFile(path, name, size, "", Instant.EPOCH, container, null);
        return new ReadQuestion(new SourceFile(file, held ? body : null), limits, sheet);
    }
}
