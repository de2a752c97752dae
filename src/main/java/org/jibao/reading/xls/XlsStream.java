package org.jibao.reading.xls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;

/** The records of a BIFF8 workbook ([MS-XLS]), by their heads, which are legible even where the file is encrypted. */
public final class XlsStream {

    /** The name that POI knows; Excel takes any case, and {@code Book} too. */
    private static final String NAME = "Workbook";

    private static final String OLD_NAME = "book";
    private static final int BIFF8 = 0x600;
    private static final int HEAD = 4;
    private static final int BEGIN = 0x809;
    private static final int END = 0x0A;
    private static final int FILE_PASS = 0x2F;
    private static final int CONTINUE = 0x3C;
    private static final int BOUND_SHEET = 0x85;
    private static final int MANY_NUMBERS = 0xBD;
    private static final int MANY_BLANKS = 0xBE;
    private static final int BLANK = 0x201;
    private static final int WORKSHEET = 0x10;

    /** POI makes a sheet of worksheets, charts and macro sheets, and passes over the others. */
    private static final Set<Integer> MODELLED = Set.of(WORKSHEET, 0x20, 0x40);

    /** FORMULA, LABELSST, NUMBER, LABEL, BOOLERR and RK: one cell each. */
    private static final Set<Integer> CELLS = Set.of(0x06, 0xFD, 0x203, 0x204, 0x205, 0x27E);

    /** What the content of cells depends on, and how it is shown; without pictures, names, links, rules and printing. */
    private static final Set<Integer> NEEDED = Set.of(
            BEGIN,
            END,
            BOUND_SHEET,
            MANY_NUMBERS,
            0x06,
            0x22,
            0x31,
            0x3D,
            0x42,
            0x55,
            0x7D,
            0x81,
            0xE0,
            0xE5,
            0xFC,
            0xFD,
            0x200,
            0x203,
            0x204,
            0x205,
            0x207,
            0x208,
            0x221,
            0x225,
            0x236,
            0x23E,
            0x27E,
            0x41E,
            0x4BC);

    private final byte[] bytes;
    private final List<Substream> substreams = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private boolean encrypted;
    private int cells;
    private int blanks;

    /** What comes after the records of the workbook as such: where it begins and what it is. */
    private record Substream(int place, int type) {}

    private XlsStream(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IOException where there is no whole stream of a workbook */
    public static XlsStream of(DirectoryNode root) throws IOException {
        String name = root.getEntryNames().stream()
                .filter(entry -> entry.equalsIgnoreCase(NAME))
                .findFirst()
                .orElseGet(() -> root.getEntryNames().stream()
                        .filter(entry -> entry.toLowerCase(Locale.ROOT).equals(OLD_NAME))
                        .findFirst()
                        .orElse(NAME));
        try (InputStream stream = root.createDocumentInputStream(name)) {
            XlsStream records = new XlsStream(stream.readAllBytes());
            records.walk();
            return records;
        }
    }

    private void walk() throws IOException {
        if (bytes.length < 2 * HEAD || sid(0) != BEGIN || LittleEndian.getUShort(bytes, HEAD) != BIFF8) {
            throw new IOException("no records of a BIFF8 workbook");
        }
        int depth = 0;
        int at = 0;
        while (at + HEAD <= bytes.length && (depth > 0 || sid(at) == BEGIN)) {
            int next = next(at);
            if (sid(at) == BEGIN) {
                if (depth++ == 0 && at > 0) {
                    substreams.add(new Substream(at, LittleEndian.getUShort(bytes, at + HEAD + 2)));
                }
            } else if (sid(at) == END) {
                depth--;
            } else {
                take(at, next - at - HEAD);
            }
            at = next;
        }
        if (depth > 0) {
            throw new IOException("records without an end");
        }
    }

    private int sid(int at) {
        return LittleEndian.getUShort(bytes, at);
    }

    private int next(int at) throws IOException {
        int next = at + HEAD + LittleEndian.getUShort(bytes, at + 2);
        if (next > bytes.length || sid(at) == BEGIN && next < at + 2 * HEAD) {
            throw new IOException("a record is cut off");
        }
        return next;
    }

    private void take(int at, int length) throws IOException {
        switch (sid(at)) {
            case FILE_PASS -> encrypted = true;
            case BOUND_SHEET -> {
                if (length < HEAD) {
                    throw new IOException("a sheet without a place");
                }
                places.add(LittleEndian.getInt(bytes, at + HEAD));
            }
            case MANY_NUMBERS -> cells += length / 6;
            case MANY_BLANKS -> blanks += length / 2;
            case BLANK -> blanks++;
            default -> cells += CELLS.contains(sid(at)) ? 1 : 0;
        }
    }

    /** How many cells hold something. */
    public int cells() {
        return cells;
    }

    /** How many cells have a format only. */
    public int blanks() {
        return blanks;
    }

    boolean encrypted() {
        return encrypted;
    }

    /** Which of POI's sheets is the one that the workbook lists at a place, in the order of the list; -1 where it has none. */
    public int modelOf(int listed) {
        int model = -1;
        boolean found = false;
        for (Substream substream : substreams) {
            if (MODELLED.contains(substream.type())) {
                model++;
            }
            if (listed < places.size() && substream.place() == places.get(listed)) {
                return substream.type() == WORKSHEET ? model : -1;
            }
        }
        return -1;
    }

    /** How many sheets the workbook lists. */
    public int listed() {
        return places.size();
    }

    /** The file with this stream only, under the name that POI knows. */
    public POIFSFileSystem alone() throws IOException {
        return file(bytes);
    }

    /** The same with those records only that cells need: what is damaged in others does no harm then. Not if encrypted. */
    POIFSFileSystem thinned() throws IOException {
        ByteArrayOutputStream thin = new ByteArrayOutputStream(bytes.length);
        int depth = 0;
        boolean kept = false;
        for (int at = 0; at + HEAD <= bytes.length && (depth > 0 || sid(at) == BEGIN); at = next(at)) {
            depth += sid(at) == BEGIN ? 1 : 0;
            boolean wanted = sid(at) == CONTINUE ? kept : NEEDED.contains(sid(at));
            kept = wanted && depth == 1;
            if (kept) {
                thin.write(bytes, at, next(at) - at);
            }
            depth -= sid(at) == END ? 1 : 0;
        }
        return file(thin.toByteArray());
    }

    private static POIFSFileSystem file(byte[] stream) throws IOException {
        POIFSFileSystem file = new POIFSFileSystem();
        file.createDocument(new ByteArrayInputStream(stream), NAME);
        return file;
    }
}
