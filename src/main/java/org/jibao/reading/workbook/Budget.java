package org.jibao.reading.workbook;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jspecify.annotations.Nullable;

/** What is left for one file of its {@link Limits}. One file, one thread. */
public final class Budget {

    private static final int ROWS_BETWEEN_LOOKS_AT_THE_CLOCK = 256;

    /** What a cell takes of memory without its text. */
    private static final int CELL_BYTES = 104;

    private static final int NUMBER_BYTES = 40;

    /** Eight times what Excel takes. */
    private static final int LONGEST_NAME = 255;

    /** Four times what Excel takes. */
    private static final int LONGEST_FORMAT = 1020;

    /** Elements of a workbook lie ten deep; parsers hold what they have opened. */
    private static final int DEEPEST = 256;

    /** What Excel itself can hold. */
    private static final int MOST_COLUMNS = 16_384;

    /** Between looks at the memory, which cost a little each. */
    private static final long BYTES_BETWEEN_LOOKS = 1 << 22;

    /** POI opens no package with more. */
    private static final int MOST_PARTS = 1000;

    private final Limits limits;
    private long started;
    private long unpacked;
    private long memory;
    private long looksAtMemory;
    private int sheets;
    private int rows;
    private int cells;

    public Budget(Limits limits) {
        this(limits, System.nanoTime());
    }

    private Budget(Limits limits, long started) {
        this.limits = limits;
        this.started = started;
    }

    /** For a second reading of the same file: everything anew but the time. */
    public Budget again() {
        return new Budget(limits, started);
    }

    /** Bytes of text that the shared strings of the workbook may have. */
    public int strings() {
        return limits.stringBytes();
    }

    public void sheet() {
        sheets++;
        rows = 0;
        check("sheets", limits.sheets(), sheets);
        checkTime();
    }

    /** A name of a sheet, which findings and the store repeat. */
    static void name(String name) {
        check("name", LONGEST_NAME, name.length());
    }

    /** An attribute's value that is made use of. */
    public static String attribute(String value) {
        check("attribute", BoundedText.LONGEST, value.length());
        return value;
    }

    /** The code of a number format. */
    static void format(int length) {
        check("format", LONGEST_FORMAT, length);
    }

    /** Text of an element of a small part, such as a property's. */
    public static void text(int length) {
        check("markup", MarkupBound.LONGEST, length);
    }

    /** How far elements lie in one another; a parser remembers each that is open. */
    public static void depth(int depth) {
        check("depth", DEEPEST, depth);
    }

    /** Cells side by side, before the row is passed on. */
    public static void columns(int columns) {
        check("columns", MOST_COLUMNS, columns);
    }

    /** Cells that are held until the file has been read. */
    void hold(List<Cell> held) {
        for (Cell cell : held) {
            memory += CELL_BYTES + 2L * cell.text().length() + (cell.number() == null ? 0 : NUMBER_BYTES);
        }
        check("memory", Limits.mostHeld(), memory);
        if (memory > Limits.mostHeldAtOnce()) {
            started += OneLargeFile.enter();
        }
    }

    /** A row that is held. */
    public void row(int index, int cellsInRow) {
        cells += cellsInRow;
        check("cells", limits.cells(), cells);
        passingRow(index);
    }

    /**
     * Before cells are held that another library has counted.
     *
     * @param weight how many of our cells one of that library's takes the place of
     */
    public void expectCells(int expected, int weight) {
        check("cells", limits.cells() / weight, expected);
    }

    /** Whether {@link #expectCells} would let so many pass. */
    public boolean fits(int expected, int weight) {
        return expected <= limits.cells() / weight;
    }

    /** A row of which nothing is held. */
    public void passingRow(int index) {
        check("rows", limits.rows(), index + 1L);
        rows++;
        if (rows % ROWS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
            checkTime();
        }
    }

    /** For a package that a library has refused as a bomb: says by which of its parts, or by how many there are. */
    public void refuseDense(ZipPackage archive) {
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
    public InputStream part(InputStream part, long packed) {
        return new Counted(part, packed, new MarkupBound());
    }

    /** The same for a file without parts and markup. */
    public InputStream whole(InputStream file, long size) {
        return new Counted(file, size, null);
    }

    /** A file that has taken little so far is not the one that fills the memory. */
    private void checkMemory() {
        long looks = unpacked / BYTES_BETWEEN_LOOKS;
        if (looks > 3 && looks != looksAtMemory) {
            looksAtMemory = looks;
            if (HeapWatch.isNearlyFull()) {
                throw new LimitExceededException(
                        "memory", Limits.mostHeld(), Math.max(unpacked, Limits.mostHeld() + 1));
            }
        }
    }

    private final class Counted extends FilterInputStream {
        private final long packed;
        private final @Nullable MarkupBound markup;
        private long count;

        Counted(InputStream part, long packed, @Nullable MarkupBound markup) {
            super(part);
            this.packed = packed;
            this.markup = markup;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            add(Math.max(0, read));
            if (markup != null && read > 0) {
                markup.take(target, offset, read);
            }
            checkTime();
            checkMemory();
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

    /**
     * Whether the memory is nearly full of what is in use. A parser holds what no budget counts, such as millions of names
     * that differ; this is seen before there is no memory left.
     */
    static final class HeapWatch {

        private static final double NEARLY = 0.85;

        private static final Optional<MemoryPoolMXBean> OLD_OBJECTS = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));

        private HeapWatch() {}

        /** Of the objects that outlive others, as the last collection left them; asks for one before it says yes. */
        static boolean isNearlyFull() {
            if (!isHigh()) {
                return false;
            }
            System.gc();
            return isHigh();
        }

        private static boolean isHigh() {
            return OLD_OBJECTS
                    .map(MemoryPoolMXBean::getCollectionUsage)
                    .filter(usage -> usage.getMax() > 0)
                    .map(HeapWatch::isHigh)
                    .orElse(false);
        }

        private static boolean isHigh(MemoryUsage usage) {
            return usage.getUsed() > NEARLY * usage.getMax();
        }
    }
}
