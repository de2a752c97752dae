package org.jibao.reading.apart;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes small numbers and texts in few bytes. One thread. */
public final class WireOutput {

    private final DataOutputStream stream;

    public WireOutput(OutputStream stream) {
        this.stream = new DataOutputStream(stream);
    }

    public void tag(int tag) throws IOException {
        stream.writeByte(tag);
    }

    /** Seven bits a byte, the lowest first. Below zero: five bytes. */
    public void number(int number) throws IOException {
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            stream.writeByte(rest | 0x80);
            rest >>>= 7;
        }
        stream.writeByte(rest);
    }

    /** Few bytes for what is near zero, above or below. */
    public void signedNumber(int number) throws IOException {
        number(number << 1 ^ number >> 31);
    }

    public void longNumber(long number) throws IOException {
        stream.writeLong(number);
    }

    public void truth(boolean value) throws IOException {
        stream.writeBoolean(value);
    }

    /** Every character as it is, half surrogate pairs too: one byte each where all are of Latin 1, else two. */
    public void text(String text) throws IOException {
        boolean wide = isWide(text);
        number(text.length());
        truth(wide);
        if (wide) {
            ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
            bytes.asCharBuffer().put(text);
            stream.write(bytes.array());
        } else {
            stream.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return true;
            }
        }
        return false;
    }

    /** Their number, then they. */
    public void bytes(byte[] bytes) throws IOException {
        number(bytes.length);
        stream.write(bytes);
    }

    void flush() throws IOException {
        stream.flush();
    }
}
