package org.jibao.reading.xls;

import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.WSBoolRecord;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.SheetListener;

/**
 * Reads {@code .xls}, and WPS {@code .et}, which is the same, with POI's model of the whole workbook: what a cell is depends on
 * records that stand far from it. See decision 0029.
 */
public final class XlsReader {

    /** In POI's model a cell takes twice the memory of ours, and both are there at once. */
    private static final int MODEL = 2;

    private final SheetListener listener;
    private final Budget budget;

    private XlsReader(SheetListener listener, Budget budget) {
        this.listener = listener;
        this.budget = budget;
    }

    /**
     * Tells the listener every sheet with cells.
     *
     * @throws EncryptedDocumentException where a password is needed
     * @throws IOException or RuntimeException where the records are damaged
     */
    public static void read(XlsStream stream, SheetListener listener, Budget budget) throws IOException {
        budget.expectCells(stream.cells(), MODEL);
        new XlsReader(listener, budget).read(stream);
    }

    private void read(XlsStream stream) throws IOException {
        try (HSSFWorkbook workbook = workbook(stream)) {
            XlsCells cells = new XlsCells(workbook, listener);
            for (int listed = 0; listed < stream.listed(); listed++) {
                int model = stream.modelOf(listed);
                if (model >= 0 && model < workbook.getNumberOfSheets()) {
                    read(workbook, cells, listed, workbook.getSheetAt(model));
                }
            }
        }
    }

    /** A dialog sheet has no cells. Names stand in the list, which may be longer than the sheets that POI makes. */
    private void read(HSSFWorkbook workbook, XlsCells cells, int listed, HSSFSheet sheet) {
        if (!isDialog(sheet)) {
            InternalWorkbook names = workbook.getInternalWorkbook();
            boolean hidden = names.isSheetHidden(listed) || names.isSheetVeryHidden(listed);
            listener.sheet(names.getSheetName(listed), hidden);
            cells.read(sheet);
            listener.endSheet();
        }
    }

    /** By a record that small programs leave out. */
    private static boolean isDialog(HSSFSheet sheet) {
        return sheet.getSheet().findFirstRecordBySid(WSBoolRecord.sid) instanceof WSBoolRecord options
                && options.getDialog();
    }

    /** What POI stumbles over is mostly a drawing, a name or a rule that no cell depends on. */
    private HSSFWorkbook workbook(XlsStream stream) throws IOException {
        boolean manyBlanks = !stream.encrypted() && !budget.fits(stream.cells() + stream.blanks(), MODEL);
        if (manyBlanks) {
            return workbook(stream.thinned());
        }
        budget.expectCells(stream.cells() + stream.blanks(), MODEL);
        try {
            return workbook(stream.alone());
        } catch (EncryptedDocumentException locked) {
            throw locked;
        } catch (IOException | RuntimeException damaged) {
            if (stream.encrypted()) {
                throw damaged;
            }
            return workbook(stream.thinned());
        }
    }

    private static HSSFWorkbook workbook(POIFSFileSystem file) throws IOException {
        return new HSSFWorkbook(file.getRoot(), false);
    }
}
