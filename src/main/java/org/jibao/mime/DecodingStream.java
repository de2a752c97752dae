package org.jibao.mime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads encoded bytes one by one and gives decoded ones. */
abstract class DecodingStream extends InputStream {

    final InputStream encoded;

    DecodingStream(InputStream encoded) {
        this.encoded = new BufferedInputStream(encoded, 1 << 14);
    }

    @Override
    public final int read(byte[] target, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                break;
            }
            target[offset + count++] = (byte) next;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public final void close() throws IOException {
        encoded.close();
    }
}
