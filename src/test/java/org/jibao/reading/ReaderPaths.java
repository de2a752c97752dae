package org.jibao.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jibao.inbox.Archive;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.PackageLayout.Parts;
import org.jibao.testkit.generated.GeneratedWorkbook;
import org.xml.sax.SAXException;

/** Reads a workbook in each of the ways in which Jibao can, through the inbox as it comes. One thread. */
final class ReaderPaths {

    private final Path inbox;
    private final Limits limits = Limits.standard();

    /** @param inbox an empty folder */
    ReaderPaths(Path inbox) {
        this.inbox = inbox;
    }

    /** As every file is read. */
    List<SheetCells> opened(GeneratedWorkbook workbook) throws IOException, SAXException, UnreadableException {
        try (Stream<Path> before = Files.list(inbox)) {
            for (Path file : before.toList()) {
                Files.delete(file);
            }
        }
        Files.write(inbox.resolve(workbook.fileName()), workbook.bytes());
        InboxFile file = Inbox.list(inbox, limits).files().get(0);
        if (file.defect() != null) {
            throw new IOException("refused as " + file.defect().code() + " " + file.defect().arguments());
        }
        return whole(new WorkbookOpener(limits, RowsRead.NOBODY)
                .open(new Source(file, workbook.bytes()))
                .sheets());
    }

    /** With the reader for unusual packages. */
    List<SheetCells> patient(GeneratedWorkbook workbook) throws IOException, SAXException {
        Budget budget = new Budget(limits);
        SheetCollector collector = SheetCollector.ofAll(budget);
        boolean date1904 = PackageLayout.date1904(new Parts(Archive.of(workbook.bytes()), budget));
        PatientReader.readXlsx(workbook.bytes(), collector, date1904);
        return whole(collector.sheets());
    }

    /** Of a long sheet the rows that are not held too. */
    private static List<SheetCells> whole(List<SheetCells> sheets) throws IOException, SAXException {
        List<SheetCells> whole = new ArrayList<>();
        for (SheetCells sheet : sheets) {
            LongSheet more = sheet.more();
            if (more == null) {
                whole.add(sheet);
            } else {
                List<Row> rows = new ArrayList<>(sheet.rows());
                more.rest(rows::add);
                whole.add(new SheetCells(sheet.name(), rows, null, sheet.hidden(), sheet.hiddenColumns()));
            }
        }
        return whole;
    }
}
