package org.jibao.reading.workbook;

/** Is told how far a long sheet has been read. */
public interface ReadProgress {

    ReadProgress NOBODY = (rows, bytes, size) -> {};

    /**
     * @param rows so far
     * @param bytes of the sheet so far, unpacked
     * @param size of the sheet in bytes, as the file says
     */
    void at(long rows, long bytes, long size);
}
