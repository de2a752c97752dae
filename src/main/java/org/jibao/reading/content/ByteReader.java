package org.jibao.reading.content;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteWriter} wrote. */
final class ByteReader implements AutoCloseable {

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(ByteWriter.BUFFER).flip();

    ByteReader(FileChannel channel) {
        this.channel = channel;
    }

    int number() throws IOException {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = next();
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private byte next() throws IOException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer.get();
    }

    String text() throws IOException {
        int length = number();
        if (length <= buffer.remaining()) {
            String text = new String(
                    buffer.array(), buffer.arrayOffset() + buffer.position(), length, StandardCharsets.UTF_8);
            buffer.position(buffer.position() + length);
            return text;
        }
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
        return bytes(number());
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            if (!buffer.hasRemaining()) {
                fill();
            }
            int part = Math.min(length - done, buffer.remaining());
            buffer.get(bytes, done, part);
            done += part;
        }
        return bytes;
    }

    private void fill() throws IOException {
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        if (read <= 0) {
            throw new EOFException("the file with the entries of a register is cut off");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
