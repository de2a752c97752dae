package org.jibao.testkit.generated;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One record of an {@code .xls}, which is a chain of them. */
record BiffRecord(int sid, byte[] body) {

    static final int BOF = 0x809;
    static final int EOF = 0x0A;
    static final int BOUND_SHEET = 0x85;
    static final int DATE_MODE = 0x22;
    static final int WINDOW2 = 0x23E;
    static final int NUMBER = 0x203;
    static final int RK = 0x27E;
    static final int MUL_RK = 0xBD;
    static final int LABEL = 0x204;
    static final int LABEL_SST = 0xFD;

    /** Records that hold where others are; readers do without them. */
    static final Set<Integer> INDEXES = Set.of(0x20B, 0xD7);

    private static final int FORMULA = 0x06;
    private static final Set<Integer> CELLS =
            Set.of(NUMBER, RK, MUL_RK, LABEL, LABEL_SST, FORMULA, 0x201, 0xBE, 0x205, 0xD6);
    private static final Set<Integer> AFTER_FORMULAS = Set.of(0x207, 0x221, 0x4BC, 0x236, 0x3C);

    static List<BiffRecord> chain(byte[] stream) {
        List<BiffRecord> chain = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= 4) {
            int sid = Short.toUnsignedInt(bytes.getShort());
            byte[] body = new byte[Short.toUnsignedInt(bytes.getShort())];
            if (sid == 0) {
                break;
            }
            bytes.get(body);
            chain.add(new BiffRecord(sid, body));
        }
        return chain;
    }

    int size() {
        return 4 + body.length;
    }

    void writeTo(ByteArrayOutputStream stream) {
        stream.writeBytes(
                buffer(4).putShort((short) sid).putShort((short) body.length).array());
        stream.writeBytes(body);
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    ByteBuffer read() {
        return ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean cell() {
        return CELLS.contains(sid);
    }

    /** Whether it belongs to the formula before it. */
    boolean followsFormula() {
        return AFTER_FORMULAS.contains(sid);
    }

    int row() {
        return Short.toUnsignedInt(read().getShort(0));
    }

    int column() {
        return Short.toUnsignedInt(read().getShort(2));
    }

    short style() {
        return read().getShort(4);
    }

    static BiffRecord number(int row, int column, short style, long bits) {
        return new BiffRecord(NUMBER, cell(row, column, style, 8).putLong(bits).array());
    }

    static BiffRecord label(int row, int column, short style, String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer body = cell(row, column, style, 3 + letters.length);
        return new BiffRecord(
                LABEL,
                body.putShort((short) text.length()).put((byte) 1).put(letters).array());
    }

    private static ByteBuffer cell(int row, int column, short style, int size) {
        return buffer(6 + size).putShort((short) row).putShort((short) column).putShort(style);
    }

    /** The object of a sheet to which the chart after it belongs. */
    static BiffRecord chartObject() {
        ByteBuffer body = buffer(26).putShort((short) 0x15).putShort((short) 18);
        body.putShort((short) 5).putShort((short) 77).putShort((short) 0x6011);
        return new BiffRecord(0x5D, body.array());
    }

    /** A number in four bytes, where it fits: a whole one or hundredths of one. Else the record itself. */
    BiffRecord packed() {
        double number = read().getDouble(6);
        for (int hundredths = 0; hundredths < 2; hundredths++) {
            double whole = hundredths == 0 ? number : number * 100;
            boolean fits = whole == Math.rint(whole) && Math.abs(whole) < (1 << 29) && Math.abs(whole) > 0;
            if (fits && (hundredths == 0 || (int) whole / 100.0 == number)) {
                int rk = (int) whole << 2 | 2 | hundredths;
                return new BiffRecord(
                        RK, cell(row(), column(), style(), 4).putInt(rk).array());
            }
        }
        return this;
    }

    /** Two or more of neighbouring columns as one record. */
    static BiffRecord joined(List<BiffRecord> packed) {
        BiffRecord first = packed.get(0);
        ByteBuffer body =
                buffer(6 + 6 * packed.size()).putShort((short) first.row()).putShort((short) first.column());
        packed.forEach(one -> body.putShort(one.style()).putInt(one.read().getInt(6)));
        return new BiffRecord(
                MUL_RK,
                body.putShort((short) packed.get(packed.size() - 1).column()).array());
    }
}
