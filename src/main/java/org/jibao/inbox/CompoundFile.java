package org.jibao.inbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names of the streams in an OLE2 compound file ([MS-CFB]), and the first bytes of the workbook's: enough to say what
 * the file is, without reading it.
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
    private static final String SMALL_STREAMS = "/";
    private static final int RECORD_FILE_PASS = 0x2F;
    private static final int RECORDS_LOOKED_AT = 8;

    private final ByteBuffer bytes;
    private final int sectorSize;
    private final Map<String, Long> firstSectors = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private boolean complete = true;

    private CompoundFile(byte[] content) {
        bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        sectorSize = content.length < HEADER_SIZE ? 0 : 1 << Math.min(bytes.getShort(30), 16);
    }

    /** Never fails: what cannot be followed leaves the file incomplete. */
    static CompoundFile of(byte[] content) {
        CompoundFile file = new CompoundFile(content);
        if (content.length < HEADER_SIZE) {
            file.complete = false;
        } else {
            file.readDirectory();
            file.firstSectors.keySet().forEach(file::followToItsEnd);
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
                readEntry(at);
            }
            sector = next(sector);
        }
    }

    private void readEntry(int at) {
        int length = Math.min(Short.toUnsignedInt(bytes.getShort(at + 64)), 64);
        int type = bytes.get(at + 66);
        if (length > 2 && (type == STREAM || type == ROOT)) {
            String name =
                    type == ROOT ? SMALL_STREAMS : new String(bytes.array(), at, length - 2, StandardCharsets.UTF_16LE);
            firstSectors.put(name, unsigned(at + 116));
            sizes.put(name, unsigned(at + 120));
        }
    }

    private void followToItsEnd(String name) {
        long size = sizes.getOrDefault(name, 0L);
        if (size < SMALL_STREAM && !name.equals(SMALL_STREAMS)) {
            return;
        }
        long sector = firstSectors.getOrDefault(name, LARGEST_SECTOR);
        for (long left = size; left > 0; left -= sectorSize) {
            if (place(sector) < 0) {
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
    private int start(String name) {
        long sector = firstSectors.getOrDefault(name, LARGEST_SECTOR);
        if (sizes.getOrDefault(name, 0L) >= SMALL_STREAM) {
            return place(sector);
        }
        long inside = sector * SMALL_SECTOR;
        long container = firstSectors.getOrDefault(SMALL_STREAMS, LARGEST_SECTOR);
        for (long skipped = 0; skipped < inside / sectorSize && container < LARGEST_SECTOR; skipped++) {
            container = next(container);
        }
        int start = place(container);
        return start < 0 ? -1 : start + (int) (inside % sectorSize);
    }

    Set<String> names() {
        return firstSectors.keySet();
    }

    boolean complete() {
        return complete;
    }

    /** Whether the workbook's own records are encrypted: the record FILEPASS stands among the first few. */
    boolean workbookEncrypted() {
        int at = start("Workbook");
        for (int i = 0; at >= 0 && at + 4 <= bytes.capacity() && i < RECORDS_LOOKED_AT; i++) {
            if (bytes.getShort(at) == RECORD_FILE_PASS) {
                return true;
            }
            at += 4 + Short.toUnsignedInt(bytes.getShort(at + 2));
        }
        return false;
    }
}
