package org.jibao.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file of lines that is only ever added to. The caller holds its lock. */
public final class LineFile {

    private LineFile() {}

    /** Whether a kill has cut the last line off. */
    public static boolean endsInMidLine(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    /** Adds the bytes at the end; they are on the disk when this returns. */
    public static void append(FileChannel channel, byte[] lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines);
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }
}
