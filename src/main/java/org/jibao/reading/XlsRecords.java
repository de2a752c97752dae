package org.jibao.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hpsf.CustomProperties;
import org.apache.poi.hpsf.DocumentSummaryInformation;
import org.apache.poi.hpsf.PropertySetFactory;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jibao.reading.Cell.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What EasyExcel does not say of an {@code .xls}: which formulas have never been calculated (it gives 0), which cells hold
 * an error (it gives false, or always {@code #VALUE!}), from which year days count, and the custom properties.
 */
final class XlsRecords {

    private final Map<Long, Cell> corrections = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private boolean date1904;
    private int sheet = -1;

    private XlsRecords() {}

    static XlsRecords of(byte[] bytes) throws IOException {
        XlsRecords records = new XlsRecords();
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            records.readProperties(file);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(records::take);
            new HSSFEventFactory().processWorkbookEvents(request, file);
        }
        return records;
    }

    private void readProperties(POIFSFileSystem file) {
        try {
            DocumentSummaryInformation summary = (DocumentSummaryInformation)
                    PropertySetFactory.create(file.getRoot(), DocumentSummaryInformation.DEFAULT_STREAM_NAME);
            CustomProperties custom = summary == null ? null : summary.getCustomProperties();
            if (custom != null) {
                custom.nameSet().forEach(name -> properties.put(name, String.valueOf(custom.get(name))));
            }
        } catch (Exception absentOrBroken) {
            // A file without them is an ordinary file: who sent it then stands on the cover or in the name.
            properties.clear();
        }
    }

    private void take(Record entry) {
        if (entry instanceof BOFRecord begin && begin.getType() == BOFRecord.TYPE_WORKSHEET) {
            sheet++;
        } else if (entry instanceof DateWindow1904Record window) {
            date1904 = window.getWindowing() == 1;
        } else if (entry instanceof BoolErrRecord cell && cell.isError()) {
            correct(error(cell.getRow(), cell.getColumn(), cell.getErrorValue()));
        } else if (entry instanceof FormulaRecord cell) {
            takeFormula(cell);
        }
    }

    /** A program that writes a formula without calculating it writes 0 and asks for calculation on loading. */
    private void takeFormula(FormulaRecord cell) {
        CellType type = cell.getCachedResultTypeEnum();
        if (type == CellType.ERROR) {
            correct(error(cell.getRow(), cell.getColumn(), (byte) cell.getCachedErrorValue()));
        } else if (type == CellType.NUMERIC && cell.isCalcOnLoad() && cell.getValue() == 0) {
            correct(Cell.of(cell.getRow(), cell.getColumn(), Kind.NOT_CALCULATED, "=…"));
        }
    }

    private static Cell error(int row, int column, byte code) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!";
        return Cell.of(row, column, Kind.ERROR, text);
    }

    private void correct(Cell cell) {
        corrections.put(key(sheet, cell.row(), cell.column()), cell);
    }

    private static long key(int sheet, int row, int column) {
        return ((long) sheet << 40) | ((long) row << 16) | column;
    }

    /** The cell as it should have been read, or null where EasyExcel is right. */
    @Nullable
    Cell correction(int sheetNumber, int row, int column) {
        return corrections.get(key(sheetNumber, row, column));
    }

    Map<String, String> properties() {
        return properties;
    }

    boolean date1904() {
        return date1904;
    }
}
