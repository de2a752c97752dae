package org.jibao.reading.opening;

import org.jibao.reading.workbook.Cell;
import org.jibao.reading.workbook.Cell.Kind;
import org.jibao.reading.workbook.Cell.Mark;
import org.jibao.reading.workbook.CellMaker;
import org.jspecify.annotations.Nullable;

/** What {@link CellWriter} and {@link CellStream} agree upon. */
final class CellWire {

    static final int SHEET = 1;
    static final int ROW = 2;
    static final int HIDDEN_COLUMNS = 3;
    static final int MERGED = 4;
    static final int END_OF_SHEET = 5;
    /** The sheet has more rows, which are asked for by themselves. */
    static final int GOES_ON = 6;

    static final int PROPERTIES = 7;
    static final int PROGRESS = 8;
    static final int DONE = 9;
    static final int REJECTED = 10;

    /** Flags of a cell, above its kind. */
    static final int KIND = 0x07;

    static final int FORMAT = 0x08;
    static final int MARK = 0x10;
    /** The text is another than its number or date would be written as. */
    static final int OWN_TEXT = 0x20;

    /** A line of a .csv may be longer than a row of a workbook. */
    static final int MOST_COLUMNS = 1 << 20;

    /** No number of a cell has more digits, before or after the point: see {@link CellMaker}. */
    static final int MOST_DIGITS = 64;

    static final int LONGEST_NAME = 1 << 12;
    static final int LONGEST_TEXT = 1 << 20;
    static final int MOST_PROPERTIES = 1 << 12;

    /** Texts that both sides remember, each in the place that its hash gives it: a text of a thousand cells comes once. */
    static final int REMEMBERED = 1 << 13;

    static final Kind[] KINDS = Kind.values();
    static final Mark[] MARKS = Mark.values();

    private CellWire() {}

    static int place(String text) {
        int hash = text.hashCode();
        return (hash ^ hash >>> 13) & REMEMBERED - 1;
    }

    /** As a cell's text mostly is; null where its kind does not say. */
    static @Nullable String usualText(Cell cell) {
        return switch (cell.kind()) {
            case NUMBER -> cell.number() == null ? null : cell.number().toPlainString();
            case SHARE -> cell.number() == null ? null : CellMaker.share(cell.number());
            case DATE -> cell.date() == null ? null : cell.date().toString();
            default -> null;
        };
    }
}
