package org.jibao.inbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jibao.finding.Finding;

/**
 * The parts of a ZIP, in memory or on disk. Only its directory at the end is believed, as Excel does; a part is
 * inflated when it is asked for, and its checksum is compared at its end.
 */
public final class ZipPackage {

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

    /** Fifty thousand parts; a workbook has dozens. */
    static final int LARGEST_DIRECTORY = 4 * 1024 * 1024;

    private final Bytes bytes;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** A part's entry in the directory. */
    private record Part(int method, int flags, long crc, long packed, long unpacked, long offset) {}

    /** The bytes are no whole ZIP. */
    public static class DamagedException extends IOException {
        DamagedException(String detail) {
            super(detail);
        }

        /** Which damage it is, in a word of our own. */
        public String detail() {
            return String.valueOf(getMessage());
        }
    }

    /** It lists more parts than any workbook has. */
    public static final class OversizedException extends DamagedException {
        private final long found;

        OversizedException(long found) {
            super("zip-directory");
            this.found = found;
        }

        Finding reason() {
            return Sniffer.exceeded("directory", LARGEST_DIRECTORY, found);
        }
    }

    private ZipPackage(Bytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the directory.
     *
     * @throws DamagedException where it is missing, cut off, or names a part twice
     */
    public static ZipPackage of(byte[] bytes) throws DamagedException {
        ZipPackage archive = new ZipPackage(Bytes.of(bytes));
        try {
            archive.readDirectory();
        } catch (DamagedException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
        return archive;
    }

    /**
     * The same for a file that is too large to be held. It is opened anew for every part.
     *
     * @throws DamagedException likewise
     * @throws IOException where the file cannot be read
     */
    public static ZipPackage of(Path file) throws IOException {
        ZipPackage archive = new ZipPackage(Bytes.of(file));
        archive.readDirectory();
        return archive;
    }

    private void readDirectory() throws IOException {
        try {
            long tailLength = Math.min(bytes.size(), END_SIZE + (long) LONGEST_COMMENT);
            ByteBuffer tail = read(bytes.size() - tailLength, (int) tailLength);
            int end = endRecord(tail);
            int count = Short.toUnsignedInt(tail.getShort(end + 10));
            long start = Integer.toUnsignedLong(tail.getInt(end + 16));
            long length = bytes.size() - tailLength + end - start;
            if (length > LARGEST_DIRECTORY) {
                if (read(start, Integer.BYTES).getInt() == ENTRY_SIGNATURE) {
                    throw new OversizedException(length);
                }
                throw new DamagedException("zip-directory");
            }
            readEntries(read(start, Math.toIntExact(length)), count);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw new DamagedException("zip-directory");
        }
    }

    private ByteBuffer read(long at, int length) throws IOException {
        return ByteBuffer.wrap(bytes.read(at, length)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int endRecord(ByteBuffer tail) throws DamagedException {
        for (int at = tail.capacity() - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new DamagedException("zip-end");
    }

    private void readEntries(ByteBuffer directory, int count) throws DamagedException {
        int at = 0;
        for (int i = 0; i < count; i++) {
            at += readEntry(directory, at);
        }
    }

    private int readEntry(ByteBuffer bytes, int at) throws DamagedException {
        if (bytes.getInt(at) != ENTRY_SIGNATURE) {
            throw new DamagedException("zip-directory");
        }
        int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
        int extraLength = Short.toUnsignedInt(bytes.getShort(at + 30));
        int commentLength = Short.toUnsignedInt(bytes.getShort(at + 32));
        int flags = Short.toUnsignedInt(bytes.getShort(at + 8));
        String name =
                PartName.of(bytes.array(), at + ENTRY_SIZE, nameLength, flags).replace('\\', '/');
        WideFields wide = new WideFields(bytes, at + ENTRY_SIZE + nameLength, extraLength);
        long unpacked = wide.widen(Integer.toUnsignedLong(bytes.getInt(at + 24)));
        long packed = wide.widen(Integer.toUnsignedLong(bytes.getInt(at + 20)));
        long offset = wide.widen(Integer.toUnsignedLong(bytes.getInt(at + 42)));
        Part part = new Part(
                Short.toUnsignedInt(bytes.getShort(at + 10)),
                flags,
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

    /** Whether this one is. */
    boolean encrypted(String name) {
        return (part(name).flags() & 1) != 0;
    }

    /**
     * The part's content.
     *
     * @throws DamagedException where it is cut off or packed in a way no workbook is; also while reading, when the
     *     checksum does not hold
     * @throws IOException where the file cannot be read any more
     */
    public InputStream open(String name) throws IOException {
        Part part = part(name);
        try {
            ByteBuffer local = read(part.offset(), LOCAL_SIZE);
            if (local.getInt(0) != LOCAL_SIGNATURE) {
                throw new DamagedException("zip-part");
            }
            long start = part.offset()
                    + LOCAL_SIZE
                    + Short.toUnsignedInt(local.getShort(26))
                    + Short.toUnsignedInt(local.getShort(28));
            if (part.packed() < 0 || part.packed() > bytes.size() - start) {
                throw new DamagedException("zip-part");
            }
            return new CheckedPart(unpack(part, new PackedPart(bytes.stream(start), part.packed())), part);
        } catch (IndexOutOfBoundsException e) {
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

    /** Ends where the part does. */
    private static final class PackedPart extends FilterInputStream {
        private long left;

        PackedPart(InputStream stream, long length) {
            super(stream);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int value = left == 0 ? -1 : super.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    /** Frees the inflater's native memory at once. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream packed) {
            super(packed, new Inflater(true), 1 << 14);
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
