package org.jibao.summary.slip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of the sheets in the stream of an {@code .xls} (MS-XLS). POI can change it too, but takes the number of an entry
 * in the table of referenced sheets for the number of a sheet: a sum over another sheet then adds up a third one. Here the
 * formulas stay as they are, and that table (EXTERNSHEET) is put right, with everything else that counts sheets or bytes.
 */
final class SheetOrder {

    private static final int NAME = 0x0018;
    private static final int EXTERNSHEET = 0x0017;
    private static final int CONTINUE = 0x003C;
    private static final int WINDOW1 = 0x003D;
    private static final int BOUNDSHEET = 0x0085;
    private static final int SUPBOOK = 0x01AE;
    private static final int INDEX = 0x020B;
    private static final int BOF = 0x0809;
    private static final int EOF = 0x000A;
    private static final int THIS_WORKBOOK = 0x0401;

    private final ByteBuffer stream;
    private final List<Entry> globals = new ArrayList<>();
    private final List<Entry> sheets = new ArrayList<>();
    private int ownBook = -1;

    /** A record: its type, where its contents begin, and their length. */
    private record Entry(int type, int start, int length) {

        int begin() {
            return start - 4;
        }

        int end() {
            return start + length;
        }
    }

    SheetOrder(byte[] stream) {
        this.stream = ByteBuffer.wrap(stream.clone()).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] lastFirst() throws IOException {
        readGlobals();
        int first = stream.getInt(sheets.get(0).start());
        int last = stream.getInt(sheets.get(sheets.size() - 1).start());
        int end = end(last);
        putReferencesRight();
        shiftIndexes(first, last, end - last);
        shiftIndexes(last, end, first - last);
        shiftSheets(first, last, end - last);
        ByteBuffer moved = ByteBuffer.allocate(stream.capacity());
        boundSheets(moved, first);
        moved.put(stream.array(), last, end - last);
        moved.put(stream.array(), first, last - first);
        moved.put(stream.array(), end, stream.capacity() - end);
        return moved.array();
    }

    private void readGlobals() throws IOException {
        int supBooks = 0;
        for (Entry entry = at(0); ; entry = at(entry.end())) {
            globals.add(entry);
            switch (entry.type()) {
                case BOUNDSHEET -> sheets.add(entry);
                case SUPBOOK -> {
                    boolean own = entry.length() == 4 && unsigned(entry.start() + 2) == THIS_WORKBOOK;
                    ownBook = own ? supBooks : ownBook;
                    supBooks++;
                }
                case EOF -> {
                    return;
                }
                default -> {}
            }
        }
    }

    private void putReferencesRight() throws IOException {
        for (Entry entry : globals) {
            switch (entry.type()) {
                case NAME -> put(entry.start() + 8, inFront(unsigned(entry.start() + 8) - 1) + 1);
                case SUPBOOK -> {
                    if (unsigned(entry.start() + 2) == THIS_WORKBOOK && entry.length() == 4) {
                        put(entry.start(), sheets.size());
                    }
                }
                case EXTERNSHEET -> externSheet(entry);
                case WINDOW1 -> {
                    put(entry.start() + 10, 0);
                    put(entry.start() + 12, 0);
                }
                default -> {}
            }
        }
    }

    private void externSheet(Entry entry) throws IOException {
        if (at(entry.end()).type() == CONTINUE) {
            throw new IOException("more references between sheets than one record holds");
        }
        int count = unsigned(entry.start());
        for (int number = 0; number < count; number++) {
            int reference = entry.start() + 2 + 6 * number;
            if (unsigned(reference) == ownBook) {
                put(reference + 2, inFront(unsigned(reference + 2)));
                put(reference + 4, inFront(unsigned(reference + 4)));
            }
        }
    }

    /** A sheet's new number; what is no sheet's number (-1 for the workbook, 0xFFFE, 0xFFFF) stays. */
    private int inFront(int sheet) {
        if (sheet < 0 || sheet >= sheets.size()) {
            return sheet;
        }
        return (sheet + 1) % sheets.size();
    }

    /** INDEX holds places in the stream; places in DBCELL are relative. */
    private void shiftIndexes(int from, int to, int by) throws IOException {
        for (int place = from; place < to; ) {
            Entry entry = at(place);
            if (entry.type() == INDEX) {
                for (int offset = 12; offset + 4 <= entry.length(); offset += 4) {
                    int old = stream.getInt(entry.start() + offset);
                    stream.putInt(entry.start() + offset, old == 0 ? 0 : old + by);
                }
            }
            place = entry.end();
        }
    }

    private void shiftSheets(int first, int last, int by) {
        for (Entry sheet : sheets) {
            int old = stream.getInt(sheet.start());
            stream.putInt(sheet.start(), old == last ? first : old + by);
        }
    }

    /** The globals, the entry of the last sheet before those of the others. */
    private void boundSheets(ByteBuffer moved, int end) {
        Entry top = sheets.get(0);
        Entry bottom = sheets.get(sheets.size() - 1);
        moved.put(stream.array(), 0, top.begin());
        moved.put(stream.array(), bottom.begin(), bottom.end() - bottom.begin());
        moved.put(stream.array(), top.begin(), bottom.begin() - top.begin());
        moved.put(stream.array(), bottom.end(), end - bottom.end());
    }

    /** Where the part that begins here ends: parts may hold parts, such as charts. */
    private int end(int begin) throws IOException {
        int depth = 0;
        for (Entry entry = at(begin); ; entry = at(entry.end())) {
            depth += entry.type() == BOF ? 1 : entry.type() == EOF ? -1 : 0;
            if (depth == 0) {
                return entry.end();
            }
        }
    }

    private Entry at(int place) throws IOException {
        if (place < 0 || place + 4 > stream.capacity()) {
            throw new IOException("the stream of sheets ends too early");
        }
        Entry entry = new Entry(unsigned(place), place + 4, unsigned(place + 2));
        if (entry.end() > stream.capacity()) {
            throw new IOException("a record reaches beyond the stream of sheets");
        }
        return entry;
    }

    private int unsigned(int place) {
        return stream.getShort(place) & 0xFFFF;
    }

    private void put(int place, int value) {
        stream.putShort(place, (short) value);
    }
}
