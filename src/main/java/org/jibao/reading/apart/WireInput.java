package org.jibao.reading.apart;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link WireOutput} writes. Each length is held against the most that is allowed before anything is kept. */
public final class WireInput {

    private final DataInputStream stream;

    public WireInput(InputStream stream) {
        this.stream = new DataInputStream(stream);
    }

    public int tag() throws IOException {
        return stream.readUnsignedByte();
    }

    /**
     * A number from 0.
     *
     * @param most that it may be
     * @throws WireException where it is less or more
     */
    public int number(int most) throws IOException {
        int number = anyNumber();
        if (number < 0 || number > most) {
            throw new WireException("number " + number + " of at most " + most);
        }
        return number;
    }

    /** The same above and below zero: never how many there are of something. */
    public int signedNumber() throws IOException {
        int folded = anyNumber();
        return folded >>> 1 ^ -(folded & 1);
    }

    private int anyNumber() throws IOException {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = stream.readUnsignedByte();
            number |= (next & 0x7F) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new WireException("a number without an end");
    }

    public long longNumber() throws IOException {
        return stream.readLong();
    }

    public boolean truth() throws IOException {
        return stream.readBoolean();
    }

    /** @param longest how many characters it may have */
    public String text(int longest) throws IOException {
        int length = number(longest);
        boolean wide = truth();
        byte[] bytes = exactly(wide ? Math.multiplyExact(2, length) : length);
        return wide ? ByteBuffer.wrap(bytes).asCharBuffer().toString() : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** @param most how many there may be */
    public byte[] bytes(int most) throws IOException {
        return exactly(number(most));
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = stream.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the pipe ended");
        }
        return bytes;
    }

    /** What came through the pipe is not what is agreed upon. */
    public static final class WireException extends IOException {

        private static final long serialVersionUID = 1L;

        public WireException(String what) {
            super(what);
        }
    }
}
