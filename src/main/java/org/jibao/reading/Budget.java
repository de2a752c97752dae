package org.jibao.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jibao.inbox.Archive;
import org.jibao.inbox.Limits;

/** What is left for one file of its {@link Limits}. One file, one thread. */
final class Budget {

    private static final int ROWS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;

    /** POI opens no package with more. */
    private static final int MOST_PARTS = 1000;

    private final Limits limits;
    private final long started;
    private long unpacked;
    private int sheets;
    private int rows;
    private int cells;

    Budget(Limits limits) {
        this(limits, System.nanoTime());
    }

    private Budget(Limits limits, long started) {
        this.limits = limits;
        this.started = started;
    }

    /** For a second reading of the same file: everything anew but the time. */
    Budget again() {
        return new Budget(limits, started);
    }

    /** Bytes of text that the shared strings of the workbook may have. */
    int strings() {
        return limits.stringBytes();
    }

    void sheet() {
        sheets++;
        rows = 0;
        check("sheets", limits.sheets(), sheets);
        checkTime();
    }

    /** A row that is held. */
    void row(int index, int cellsInRow) {
        cells += cellsInRow;
        check("cells", limits.cells(), cells);
        passingRow(index);
    }

    /**
     * Before cells are held that another library has counted.
     *
     * @param weight how many of our cells one of that library's takes the place of
     */
    void expectCells(int expected, int weight) {
        check("cells", limits.cells() / weight, expected);
    }

    /** Whether {@link #expectCells} would let so many pass. */
    boolean fits(int expected, int weight) {
        return expected <= limits.cells() / weight;
    }

    /** A row of which nothing is held. */
    void passingRow(int index) {
        check("rows", limits.rows(), index + 1L);
        rows++;
        if (rows % ROWS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
            checkTime();
        }
    }

    /** For a package that a library has refused as a bomb: says by which of its parts, or by how many there are. */
    void refuseDense(Archive archive) {
        long densest = 0;
        for (String name : archive.names()) {
            densest = Math.max(densest, archive.unpackedSize(name) / Math.max(1, archive.packedSize(name)));
        }
        check("ratio", limits.ratio(), densest);
        throw new LimitExceededException("parts", MOST_PARTS, archive.names().size());
    }

    private static void check(String limit, long allowed, long found) {
        if (found > allowed) {
            throw new LimitExceededException(limit, allowed, found);
        }
    }

    void checkTime() {
        check("seconds", limits.readingTime().toSeconds(), (System.nanoTime() - started) / 1_000_000_000L);
    }

    /** A part as it is inflated, counted: what a directory declares may be a lie. */
    InputStream part(InputStream part, long packed) {
        return new Counted(part, packed);
    }

    private final class Counted extends FilterInputStream {
        private final long packed;
        private long count;

        Counted(InputStream part, long packed) {
            super(part);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            add(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            add(Math.max(0, read));
            checkTime();
            return read;
        }

        private void add(int read) {
            count += read;
            unpacked += read;
            check("unpacked-size", limits.unpackedBytes(), unpacked);
            if (limits.tooDense(packed, count)) {
                throw new LimitExceededException("ratio", limits.ratio(), count / Math.max(1, packed));
            }
        }
    }
}
