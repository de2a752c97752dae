package org.jibao.reading.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.xls.XlsReader;
import org.jibao.reading.xls.XlsStream;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.StreamingXlsxReader;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;

/** Reads workbooks in every way there is, and tells what their cells hold in short. */
public final class Workbooks {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbooks() {}

    /** With the fast parser and the patient one, which must give the same. */
    static List<SheetCells> xlsx(byte[] bytes) {
        List<SheetCells> fast = thin(bytes, false);
        List<SheetCells> patient = thin(bytes, true);
        if (!dump(fast).equals(dump(patient))) {
            throw new AssertionError(dump(fast) + "\nbut patiently\n" + dump(patient));
        }
        return fast;
    }

    private static List<SheetCells> thin(byte[] bytes, boolean patiently) {
        try {
            PackageParts fast = new PackageParts(ZipPackage.of(bytes), new Budget(Limits.standard()));
            PackageParts parts = patiently ? fast.patiently() : fast;
            SheetCollector collector = SheetCollector.ofHeads(parts.budget());
            new StreamingXlsxReader(parts, collector, ReadProgress.NOBODY).read();
            return collector.sheets();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static List<SheetCells> xls(byte[] bytes) throws IOException {
        Budget budget = new Budget(Limits.standard());
        SheetCollector collector = SheetCollector.ofAll(budget);
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            XlsReader.read(XlsStream.of(file.getRoot()), collector, budget);
        }
        return collector.sheets();
    }

    /** A workbook of one sheet with these rows, written as XML. */
    public static Zips withRows(String rows) {
        return withSheet("<sheetData>" + rows + "</sheetData>");
    }

    /** A workbook of one sheet with this inside. */
    static Zips withSheet(String inside) {
        return Zips.of(Sheets.of("表一", "| 一 | 1 | @2026-07-03 | 45% |").xlsx())
                .with(
                        SHEET,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns="
                                + "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + inside
                                + "</worksheet>");
    }

    /** The cells of the first sheet, one after another. */
    public static String first(List<SheetCells> sheets) {
        return cells(sheets.get(0));
    }

    public static String cells(SheetCells sheet) {
        return sheet.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Workbooks::cell)
                .collect(Collectors.joining(", "));
    }

    private static String cell(Cell cell) {
        return cell.address() + " " + cell.kind() + " " + cell.text()
                + (cell.format() == null ? "" : " [" + cell.format() + "]")
                + (cell.mark() == null ? "" : " " + cell.mark());
    }

    /** Everything. */
    public static String dump(List<SheetCells> sheets) {
        return sheets.stream()
                .map(sheet -> "[" + sheet.name() + (sheet.hidden() ? " hidden" : "") + " " + sheet.hiddenColumns() + " "
                        + hiddenRows(sheet) + "] " + cells(sheet))
                .collect(Collectors.joining("\n"));
    }

    static List<Integer> hiddenRows(SheetCells sheet) {
        return sheet.rows().stream().filter(CellRow::hidden).map(CellRow::index).toList();
    }
}
