package org.jibao.status;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** What a reader sees in a workbook, cell by cell, read by POI's event reader: not by what wrote it. */
public final class WorkbookText {
    private WorkbookText() {}

    /** A line a sheet, {@code # name}, then a line a cell, {@code A1 text as shown}; at most so many rows a sheet. */
    public static List<String> of(Path workbook, int rows) throws IOException {
        List<String> lines = new ArrayList<>();
        try (OPCPackage container = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(container);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(container);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    lines.add("# " + sheets.getSheetName());
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), strings, new Lines(lines, rows), new DataFormatter(), true));
                    parser.parse(new InputSource(sheet));
                }
            }
        } catch (OpenXML4JException | SAXException | ParserConfigurationException broken) {
            throw new IOException(broken);
        }
        return lines;
    }

    /** Notes what has a value. */
    private record Lines(List<String> lines, int rows) implements XSSFSheetXMLHandler.SheetContentsHandler {

        @Override
        public void startRow(int row) {}

        @Override
        public void endRow(int row) {}

        @Override
        public void cell(String address, @Nullable String shown, @Nullable XSSFComment comment) {
            int row = Integer.parseInt(address.replaceAll("\\D", ""));
            if (row <= rows && shown != null && !shown.isEmpty()) {
                lines.add(address + " " + shown.replace("\n", "\\n"));
            }
        }
    }
}
