package org.jibao.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jibao.mime.LeftPart.Why;

/** The decoded bytes of a part, each time from the beginning. */
interface Content {

    /** A stream that throws {@link PartDamage} at the first byte that is not as it was sent. */
    InputStream open() throws IOException;

    /** All of them. */
    default byte[] bytes(long most) throws IOException {
        try (InputStream stream = open()) {
            byte[] bytes = stream.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
            if (bytes.length > most) {
                throw new PartDamage(Why.TOO_LARGE);
            }
            return bytes;
        }
    }

    /** As many of the first as there are, up to the first that is damaged. */
    default byte[] beginning(int most) throws IOException {
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        try (InputStream stream = open()) {
            for (int next = stream.read(); next >= 0 && held.size() < most; next = stream.read()) {
                held.write(next);
            }
        } catch (PartDamage damage) {
            return held.toByteArray();
        }
        return held.toByteArray();
    }

    /** How many there are. */
    default long measure(long most) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long size = 0;
        try (InputStream stream = open()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                size += count;
                if (size > most) {
                    throw new PartDamage(Why.TOO_LARGE);
                }
            }
        }
        return size;
    }
}
