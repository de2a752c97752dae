package org.jibao.inbox;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** The bytes of a file: held in memory, or fetched from where they lie. */
interface Bytes {

    long size() throws IOException;

    /**
     * Some of them.
     *
     * @throws IndexOutOfBoundsException where there are not so many
     */
    byte[] read(long at, int length) throws IOException;

    /** The same, bit by bit. What comes after the last byte is left to the reader, who counts. */
    InputStream stream(long at) throws IOException;

    static Bytes of(byte[] bytes) {
        return new Bytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public byte[] read(long at, int length) {
                int from = java.util.Objects.checkFromIndexSize(
                        (int) Math.min(at, Integer.MAX_VALUE), length, bytes.length);
                return Arrays.copyOfRange(bytes, from, from + length);
            }

            @Override
            public InputStream stream(long at) {
                return new ByteArrayInputStream(bytes, (int) at, bytes.length - (int) at);
            }
        };
    }

    /** Nothing is kept open between calls, so that nobody need close it. */
    static Bytes of(Path file) {
        return new Bytes() {
            @Override
            public long size() throws IOException {
                return Files.size(file);
            }

            @Override
            public byte[] read(long at, int length) throws IOException {
                java.util.Objects.checkFromIndexSize(at, (long) length, size());
                ByteBuffer buffer = ByteBuffer.allocate(length);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    channel.position(at);
                    while (buffer.hasRemaining()) {
                        if (channel.read(buffer) < 0) {
                            throw new EOFException(file.toString());
                        }
                    }
                }
                return buffer.array();
            }

            @Override
            public InputStream stream(long at) throws IOException {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                channel.position(at);
                return Channels.newInputStream(channel);
            }
        };
    }
}
