package org.jibao.inbox;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The parts of a ZIP that has been read into memory. Only its directory at the end is believed, as Excel does; a part is
 * inflated when it is asked for, and its checksum is compared at its end.
 */
public final class Archive {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long IN_EXTRA_FIELD = 0xFFFFFFFFL;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer bytes;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** A part's entry in the directory. */
    private record Part(int method, int flags, long crc, long packed, long unpacked, long offset) {}

    /** The bytes are no whole ZIP. */
    public static final class DamagedException extends IOException {
        DamagedException(String detail) {
            super(detail);
        }
    }

    private Archive(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads the directory.
     *
     * @throws DamagedException where it is missing, cut off, or names a part twice
     */
    public static Archive of(byte[] bytes) throws DamagedException {
        Archive archive = new Archive(bytes);
        try {
            archive.readDirectory(archive.endRecord());
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new DamagedException("zip-directory");
        }
        return archive;
    }

    private int endRecord() throws DamagedException {
        int last = bytes.capacity() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new DamagedException("zip-end");
    }

    private void readDirectory(int end) throws DamagedException {
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        long at = Integer.toUnsignedLong(bytes.getInt(end + 16));
        for (int i = 0; i < count; i++) {
            at += readEntry(Math.toIntExact(at));
        }
    }

    private int readEntry(int at) throws DamagedException {
        if (bytes.getInt(at) != ENTRY_SIGNATURE) {
            throw new DamagedException("zip-directory");
        }
        int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(bytes.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(bytes.getShort(at + 32));
        String name = new String(bytes.array(), at + ENTRY_SIZE, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
        WideFields wide = new WideFields(bytes, at + ENTRY_SIZE + nameLength, extraLength);
        long unpacked = wide.widen(Integer.toUnsignedLong(bytes.getInt(at + 24)));
        long packed = wide.widen(Integer.toUnsignedLong(bytes.getInt(at + 20)));
        long offset = wide.widen(Integer.toUnsignedLong(bytes.getInt(at + 42)));
        Part part = new Part(
                Short.toUnsignedInt(bytes.getShort(at + 10)),
                Short.toUnsignedInt(bytes.getShort(at + 8)),
                Integer.toUnsignedLong(bytes.getInt(at + 16)),
                packed,
                unpacked,
                offset);
        if (parts.put(name, part) != null) {
            throw new DamagedException("zip-twins");
        }
        return ENTRY_SIZE + nameLength + extraLength + commentLength;
    }

    /** The 8-byte values that stand in for those of 4 bytes (ZIP64); some writers use them for small files too. */
    private static final class WideFields {
        private static final int ID = 1;
        private final ByteBuffer bytes;
        private int next = -1;

        WideFields(ByteBuffer bytes, int start, int length) {
            this.bytes = bytes;
            for (int at = start; at + 4 <= start + length; at += 4 + Short.toUnsignedInt(bytes.getShort(at + 2))) {
                if (bytes.getShort(at) == ID) {
                    next = at + 4;
                    return;
                }
            }
        }

        long widen(long value) {
            if (value != IN_EXTRA_FIELD || next < 0) {
                return value;
            }
            long wide = bytes.getLong(next);
            next += 8;
            return wide;
        }
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(parts.keySet());
    }

    public boolean has(String name) {
        return parts.containsKey(name);
    }

    /** As the directory says; a liar is found out while inflating. */
    public long unpackedSize(String name) {
        return part(name).unpacked();
    }

    public long packedSize(String name) {
        return part(name).packed();
    }

    /** Whether a part is locked with a password (ZIP's own encryption, not Excel's). */
    boolean encrypted() {
        return parts.values().stream().anyMatch(part -> (part.flags() & 1) != 0);
    }

    /**
     * The part's content.
     *
     * @throws DamagedException where it is cut off or packed in a way no workbook is; also while reading, when the
     *     checksum does not hold
     */
    public InputStream open(String name) throws DamagedException {
        Part part = part(name);
        try {
            int local = Math.toIntExact(part.offset());
            if (bytes.getInt(local) != LOCAL_SIGNATURE) {
                throw new DamagedException("zip-part");
            }
            int start = local
                    + LOCAL_SIZE
                    + Short.toUnsignedInt(bytes.getShort(local + 26))
                    + Short.toUnsignedInt(bytes.getShort(local + 28));
            int length = Math.toIntExact(part.packed());
            if (start + (long) length > bytes.capacity()) {
                throw new DamagedException("zip-part");
            }
            return new CheckedPart(unpack(part, new ByteArrayInputStream(bytes.array(), start, length)), part);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new DamagedException("zip-part");
        }
    }

    private static InputStream unpack(Part part, InputStream packed) throws DamagedException {
        return switch (part.method()) {
            case STORED -> packed;
            case DEFLATED -> new Inflating(packed);
            default -> throw new DamagedException("zip-method");
        };
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no part " + name);
        }
        return part;
    }

    /** Frees the inflater's native memory at once. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream packed) {
            super(packed, new Inflater(true), 8192);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /** Compares the checksum at the end of the part. */
    private static final class CheckedPart extends FilterInputStream {
        private final CheckedInputStream checked;
        private final long crc;

        CheckedPart(InputStream stream, Part part) {
            super(new CheckedInputStream(stream, new CRC32()));
            this.checked = (CheckedInputStream) in;
            this.crc = part.crc();
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            return value < 0 ? end() : value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            return count < 0 ? end() : count;
        }

        private int end() throws DamagedException {
            if (checked.getChecksum().getValue() != crc) {
                throw new DamagedException("zip-checksum");
            }
            return -1;
        }
    }
}
