package org.jibao.reading.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.reading.book.SourceBook.Block;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Rule;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.testkit.Sheets;
import org.jibao.testkit.Zips;
import org.junit.jupiter.api.Test;

/** What a worksheet part may hold in one way or another. */
class BookSheetTest {

    private static final String START =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    private static Sheet sheet(String content) throws UnreadableException {
        byte[] bytes = Zips.of(Sheets.of("Form", "| a |").xlsx())
                .with("xl/worksheets/sheet1.xml", START + content + "</worksheet>")
                .bytes();
        InboxFile file = new InboxFile(
                Path.of("form.xlsx"), "form.xlsx", bytes.length, "", Instant.EPOCH, Container.OOXML, null);
        return BookReader.read(new SourceFile(file, bytes), Limits.standard())
                .sheets()
                .get(0);
    }

    @Test
    void readsTextsThatStandInTheirCells() throws UnreadableException {
        Sheet sheet = sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><r><t>Num</t></r><r><t>ber</t></r></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>7</v></c></row></sheetData>");
        assertEquals(
                List.of("Name", "Number", "7"),
                sheet.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .map(Cell::text)
                        .toList());
    }

    /** A list on another sheet is written as an extension. */
    @Test
    void readsListsOnOtherSheets() throws UnreadableException {
        Sheet sheet = sheet(
                "<sheetData/><extLst><ext uri=\"{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}\""
                        + " xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\""
                        + " xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"><x14:dataValidations>"
                        + "<x14:dataValidation type=\"list\" allowBlank=\"1\"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f>"
                        + "</x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>");
        Rule rule = sheet.rules().get(0);
        assertEquals("list Lists!$A$1:$A$3", rule.kind() + " " + rule.first());
        assertEquals(List.of(new Block(1, 1, 8, 1), new Block(1, 3, 1, 3)), rule.cells());
        assertEquals(1, sheet.rules().size());
    }
}
