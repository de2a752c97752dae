package org.jibao.inbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The names of the streams in an OLE2 compound file ([MS-CFB]), and their first bytes: enough to say what the file is,
 * without reading it.
 */
final class CompoundFile {

    private static final int HEADER_SIZE = 512;
    private static final int ENTRY_SIZE = 128;
    private static final int TABLES_IN_HEADER = 109;
    private static final long LARGEST_SECTOR = 0xFFFFFFFAL;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    /** Shorter streams lie together in one stream that belongs to the root, in sectors of 64 bytes. */
    private static final int SMALL_STREAM = 4096;

    private static final int SMALL_SECTOR = 64;
    private static final int SMALLEST_SHIFT = 7;
    private static final int LARGEST_SHIFT = 16;
    private static final int NOBODY = -1;

    private final ByteBuffer bytes;
    private final int sectorSize;
    private final List<Entry> entries = new ArrayList<>();
    private final NavigableMap<String, Entry> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private boolean complete = true;
    private long followed;

    /** One of the directory: a stream, or a folder with the tree of its own entries. */
    private record Entry(String name, int type, int left, int right, int child, long firstSector, long size) {}

    private CompoundFile(byte[] content) {
        bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int shift = content.length < HEADER_SIZE ? 0 : bytes.getShort(30);
        sectorSize = shift >= SMALLEST_SHIFT && shift <= LARGEST_SHIFT ? 1 << shift : 0;
    }

    /** Never fails: what cannot be followed leaves the file incomplete. */
    static CompoundFile of(byte[] content) {
        CompoundFile file = new CompoundFile(content);
        if (file.sectorSize == 0) {
            file.complete = false;
        } else {
            file.readDirectory();
            file.nameEntriesOfRoot();
            file.entries.forEach(file::followToItsEnd);
        }
        return file;
    }

    private void readDirectory() {
        long sector = unsigned(48);
        for (int steps = 0; sector < LARGEST_SECTOR; steps++) {
            int start = place(sector);
            if (start < 0 || steps > bytes.capacity() / sectorSize) {
                complete = false;
                return;
            }
            int end = Math.min(start + sectorSize, bytes.capacity());
            for (int at = start; at + ENTRY_SIZE <= end; at += ENTRY_SIZE) {
                entries.add(entry(at));
            }
            sector = next(sector);
        }
    }

    private Entry entry(int at) {
        int length = Math.min(Short.toUnsignedInt(bytes.getShort(at + 64)), 64);
        String name = new String(bytes.array(), at, Math.max(0, length - 2), StandardCharsets.UTF_16LE);
        return new Entry(
                name,
                bytes.get(at + 66),
                bytes.getInt(at + 68),
                bytes.getInt(at + 72),
                bytes.getInt(at + 76),
                unsigned(at + 116),
                unsigned(at + 120));
    }

    /** Only these say what the file is: a workbook that lies inside a letter has its streams in a folder. */
    private void nameEntriesOfRoot() {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(entries.isEmpty() ? NOBODY : entries.get(0).child());
        while (!open.isEmpty()) {
            int number = open.remove();
            if (number >= 0 && number < entries.size() && !seen.get(number)) {
                seen.set(number);
                Entry entry = entries.get(number);
                byName.put(entry.name(), entry);
                open.add(entry.left());
                open.add(entry.right());
            }
        }
    }

    private void followToItsEnd(Entry entry) {
        if (entry.type() != ROOT && (entry.type() != STREAM || entry.size() < SMALL_STREAM)) {
            return;
        }
        long sector = entry.firstSector();
        for (long left = entry.size(); left > 0; left -= sectorSize) {
            // Streams share no sectors: together they have no more than there are.
            if (place(sector) < 0 || followed++ > bytes.capacity() / sectorSize) {
                complete = false;
                return;
            }
            sector = next(sector);
        }
    }

    /** Where a sector begins, or -1 past the end of the file. */
    private int place(long sector) {
        if (sector >= LARGEST_SECTOR) {
            return -1;
        }
        long start = (sector + 1) * sectorSize;
        return start < bytes.capacity() ? (int) start : -1;
    }

    private long next(long sector) {
        int perTable = sectorSize / 4;
        int table = tablePlace((int) (sector / perTable));
        int at = table + (int) (sector % perTable) * 4;
        return table < 0 || at + 4 > bytes.capacity() ? LARGEST_SECTOR : unsigned(at);
    }

    /** Tables past the header's hundred and nine belong to files larger than those that are read. */
    private int tablePlace(int index) {
        if (index >= TABLES_IN_HEADER) {
            return tableBeyondHeader(index - TABLES_IN_HEADER);
        }
        return place(unsigned(76 + index * 4));
    }

    private int tableBeyondHeader(int index) {
        int perSector = sectorSize / 4 - 1;
        long sector = unsigned(68);
        for (int skipped = 0; skipped < index / perSector; skipped++) {
            int start = place(sector);
            if (start < 0) {
                return -1;
            }
            sector = unsigned(start + perSector * 4);
        }
        int start = place(sector);
        return start < 0 ? -1 : place(unsigned(start + index % perSector * 4));
    }

    private long unsigned(int at) {
        return at + 4 > bytes.capacity() ? LARGEST_SECTOR : Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** Where a stream's first sector begins, or -1. */
    private int start(Entry stream) {
        if (stream.size() >= SMALL_STREAM) {
            return place(stream.firstSector());
        }
        long inside = stream.firstSector() * SMALL_SECTOR;
        long container = entries.get(0).firstSector();
        boolean possible = inside < bytes.capacity();
        for (long skipped = 0; possible && skipped < inside / sectorSize && container < LARGEST_SECTOR; skipped++) {
            container = next(container);
        }
        int start = place(container);
        return start < 0 || !possible ? -1 : start + (int) (inside % sectorSize);
    }

    /** Whether the root has an entry of this name, in any case. */
    boolean has(String name) {
        return byName.containsKey(name);
    }

    boolean complete() {
        return complete;
    }

    /** The first bytes of a stream, fewer where there are no more; none where it is not there. */
    byte[] begin(String name, int length) {
        Entry stream = byName.get(name);
        int start = stream == null ? -1 : start(stream);
        if (start < 0) {
            return new byte[0];
        }
        return Arrays.copyOfRange(bytes.array(), start, Math.min(start + length, bytes.capacity()));
    }
}
