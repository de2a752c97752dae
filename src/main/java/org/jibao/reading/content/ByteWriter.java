package org.jibao.reading.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** Writes small numbers and texts to a file in as few bytes as they need. */
final class ByteWriter implements AutoCloseable {

    static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 5;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    ByteWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Seven bits a byte, the lowest first; those below zero take five bytes. */
    void number(int number) throws IOException {
        room(LONGEST_NUMBER);
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Their number, then they. */
    void bytes(byte[] bytes) throws IOException {
        number(bytes.length);
        if (bytes.length > BUFFER) {
            flush();
            write(ByteBuffer.wrap(bytes));
        } else {
            room(bytes.length);
            buffer.put(bytes);
        }
    }

    private void room(int length) throws IOException {
        if (buffer.remaining() < length) {
            flush();
        }
    }

    private void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try (FileChannel closing = channel) {
            if (closing.isOpen()) {
                flush();
            }
        }
    }
}
