package org.jibao.summary.slip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jibao.checking.Verdict;
import org.jibao.finding.ReturnSlip;
import org.jibao.summary.sheet.SteadyZip;
import org.jibao.summary.slip.SlipWriter.Written;
import org.jspecify.annotations.Nullable;

/**
 * The unit's own workbook with our marks. Nothing in it is computed, followed or run; macros stay where they are, and the
 * file keeps its kind.
 */
final class MarkedCopy {

    private MarkedCopy() {}

    static Written of(Slip slip, byte[] file) throws IOException {
        return FileMagic.valueOf(file) == FileMagic.OLE2 ? binary(slip, file) : openXml(slip, file);
    }

    private static Written openXml(Slip slip, byte[] file) throws IOException {
        byte[] usual = StrictPackage.isOne(file) ? StrictPackage.usual(file) : file;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(usual));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet list = mark(workbook, slip);
            workbook.setSheetOrder(list.getSheetName(), 0);
            workbook.setActiveSheet(0);
            workbook.setSelectedTab(0);
            workbook.setFirstVisibleTab(0);
            workbook.write(bytes);
            return new Written(SteadyZip.of(bytes.toByteArray()), workbook.isMacroEnabled() ? ".xlsm" : ".xlsx");
        }
    }

    /** The list is moved to the front afterwards: POI would turn other sheets' references to the wrong sheets. */
    private static Written binary(Slip slip, byte[] file) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(file));
                HSSFWorkbook workbook = new HSSFWorkbook(system, true);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet list = mark(workbook, slip);
            int position = workbook.getSheetIndex(list);
            workbook.setActiveSheet(position);
            workbook.setSelectedTab(position);
            workbook.write(bytes);
            boolean last = position > 0 && position == workbook.getNumberOfSheets() - 1;
            return new Written(last ? BiffFile.lastSheetFirst(bytes.toByteArray()) : bytes.toByteArray(), ".xls");
        }
    }

    private static Sheet mark(Workbook workbook, Slip slip) {
        Sheet earlier = list(workbook);
        new Marks(workbook).replace(slip.findings());
        Sheet list = earlier == null ? workbook.createSheet(freeName(workbook)) : earlier;
        boolean named = slip.verdict() == Verdict.REJECTED;
        ListSheet sheet = new ListSheet(workbook, list);
        sheet.clear();
        sheet.fill(slip, SlipWords.COLOURS + SlipWords.SEND_BACK, named ? SlipWords.NAME.formatted(slip.name()) : "");
        return list;
    }

    /** The list of an earlier slip that was sent back. */
    private static @Nullable Sheet list(Workbook workbook) {
        for (Sheet sheet : workbook) {
            Row top = sheet.getRow(0);
            boolean ours = top != null
                    && top.getCell(0) != null
                    && top.getCell(0).toString().equals(ReturnSlip.LIST);
            if (ours && ReturnSlip.isList(sheet.getSheetName())) {
                return sheet;
            }
        }
        return null;
    }

    /** A unit's own sheet of that name stays what it is. */
    private static String freeName(Workbook workbook) {
        String name = ReturnSlip.LIST;
        for (int number = 2; workbook.getSheet(name) != null; number++) {
            name = ReturnSlip.LIST + " (" + number + ")";
        }
        return name;
    }
}
