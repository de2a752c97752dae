package org.jibao.reading;

import java.io.IOException;
import java.util.List;

/** Reads {@code .xls}, and WPS {@code .et}, which is the same: EasyExcel's rows, set right where it cannot say. */
final class XlsReader implements SheetListener {

    private final XlsRecords records;
    private final SheetListener listener;
    private int sheet = -1;

    private XlsReader(XlsRecords records, SheetListener listener) {
        this.records = records;
        this.listener = listener;
    }

    /** Gives the records beside the rows: they hold the properties. */
    static XlsRecords read(byte[] bytes, SheetListener listener) throws IOException {
        XlsRecords records = XlsRecords.of(bytes);
        PatientReader.readXls(bytes, new XlsReader(records, listener), records.date1904());
        return records;
    }

    @Override
    public void sheet(String name) {
        sheet++;
        listener.sheet(name);
    }

    @Override
    public void row(int index, List<Cell> cells) {
        cells.replaceAll(this::corrected);
        listener.row(index, cells);
    }

    private Cell corrected(Cell cell) {
        Cell correction = records.correction(sheet, cell.row(), cell.column());
        if (correction == null) {
            return cell;
        }
        // The formula's words are EasyExcel's to know; of an uncalculated one it has told us the zero only.
        return correction;
    }
}
