package org.jibao.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's log of what was committed since its last checkpoint, which a killed run leaves beside the store. The engine
 * takes the first entry that does not fit the file for the torn end of a kill, goes on without it and all that follows it,
 * and deletes the log. A flipped bit in an entry's length or in the log's head would so lose committed returns, and
 * nothing be said. Behind a torn end, however, there is never an intact entry.
 *
 * <p>Layout, as engine 2.0 writes it: a head, then entries, each with its length and its checksum (8 bytes, little-endian).
 */
public final class WriteAheadLog {

    private static final Logger LOG = LoggerFactory.getLogger(WriteAheadLog.class);

    /** Larger ones are left to the engine: it makes a checkpoint at 16 MiB. */
    private static final long LIMIT = 64L * 1024 * 1024;

    private static final byte[] HEAD = {0x64, 0, 0x62, 0x65, 0, 2, 0x66, 0, 0x10};
    private static final int IDENTIFIER = 16;
    private static final int FRAME = 16;

    /** An entry begins with its kind and ends with this. */
    private static final byte END = (byte) 0xff;

    private final byte[] bytes;
    private final ByteBuffer words;

    WriteAheadLog(byte[] bytes) {
        this.bytes = bytes;
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static Path beside(Path store) {
        return store.resolveSibling(store.getFileName() + ".wal");
    }

    /** Those that are there: a kill during a checkpoint or a recovery leaves more than one. */
    public static List<Path> allBeside(Path store) {
        return Stream.of(".wal", ".wal.checkpoint", ".wal.recovery")
                .map(ending -> store.resolveSibling(store.getFileName() + ending))
                .filter(Files::isRegularFile)
                .toList();
    }

    /**
     * Refuses a store whose log is damaged, before the engine can cut it short. Another process that has the store is
     * writing its log; whoever comes second is told of that by the engine.
     */
    public static void check(Path store, Faults faults) {
        for (Path log : allBeside(store)) {
            try {
                if (Files.size(log) <= LIMIT && damaged(log) && StoreLock.isFree(store)) {
                    throw faults.damagedLog(log);
                }
            } catch (IOException e) {
                // The engine meets it too, and says so.
                LOG.debug("{} cannot be looked at", log, e);
            }
        }
    }

    private static boolean damaged(Path log) throws IOException {
        return new WriteAheadLog(Files.readAllBytes(log)).damaged();
    }

    /** Whether something intact lies behind what the engine would take for the end. */
    boolean damaged() {
        int at = endOfHead();
        while (at >= 0 && at + FRAME <= bytes.length && fits(at)) {
            at += FRAME + (int) words.getLong(at);
        }
        return at != bytes.length && intactFrom(Math.max(0, at));
    }

    /** Where the first entry begins; -1 where this is no head. */
    private int endOfHead() {
        for (int i = 0; i < HEAD.length; i++) {
            if (i >= bytes.length || bytes[i] != HEAD[i]) {
                return -1;
            }
        }
        int at = HEAD.length;
        for (int i = 0; i < IDENTIFIER; i++) {
            at = afterNumber(at);
        }
        at = afterNumber(after(at, (byte) 0x67, (byte) 0));
        return after(at, END, END);
    }

    /** Numbers go on as long as their highest bit is set. */
    private int afterNumber(int from) {
        int at = from;
        while (at >= 0 && at < bytes.length && bytes[at] < 0) {
            at++;
        }
        return at >= 0 && at < bytes.length ? at + 1 : -1;
    }

    private int after(int at, byte first, byte second) {
        return at >= 0 && at + 1 < bytes.length && bytes[at] == first && bytes[at + 1] == second ? at + 2 : -1;
    }

    private boolean fits(int at) {
        long length = words.getLong(at);
        return length > 0 && length <= bytes.length - at - FRAME;
    }

    /** The entry at the place itself may be whole but for its length. */
    private boolean intactFrom(int from) {
        if (from + FRAME < bytes.length && intact(from, bytes.length - from - FRAME)) {
            return true;
        }
        for (int at = from; at + FRAME < bytes.length; at++) {
            if (fits(at) && intact(at, (int) words.getLong(at))) {
                return true;
            }
        }
        return false;
    }

    private boolean intact(int at, int length) {
        int begin = at + FRAME;
        int end = begin + length;
        return length >= 5
                && bytes[begin] == 0x64
                && bytes[begin + 1] == 0
                && bytes[end - 1] == END
                && bytes[end - 2] == END
                && words.getLong(at + 8) == checksum(begin, length);
    }

    /** As the engine computes it: a product for each eight bytes, MurmurHash64A for what remains. */
    private long checksum(int begin, int length) {
        long sum = 5381;
        int at = begin;
        for (; at + 8 <= begin + length; at += 8) {
            sum ^= words.getLong(at) * 0xbf58476d1ce4e5b9L;
        }
        int rest = begin + length - at;
        return rest == 0 ? sum : sum ^ murmur(at, rest);
    }

    private long murmur(int begin, int length) {
        long factor = 0xc6a4a7935bd1e995L;
        long tail = 0;
        for (int i = length - 1; i >= 0; i--) {
            tail = tail << 8 | bytes[begin + i] & 0xff;
        }
        long hash = (0xe17a1465L ^ length * factor ^ tail) * factor;
        hash = (hash ^ hash >>> 47) * factor;
        return hash ^ hash >>> 47;
    }
}
