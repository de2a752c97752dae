package org.jibao.reading.opening;

/** What {@link BookWriter} and {@link BookStream} agree upon; a reason for a rejection goes as {@link CellWire} has it. */
final class BookWire {

    static final int BOOK = 11;

    static final int MOST_ROWS = 1 << 20;
    static final int MOST_COLUMNS = 1 << 14;

    /** Of what a workbook may have many of, such as merged ranges; what is held of them counts besides. */
    static final int MOST_ITEMS = 1 << 20;

    /** Of what has a fixed number of parts, such as the edges of a cell. */
    static final int FEW = 16;

    private BookWire() {}
}
