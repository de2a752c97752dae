package org.jibao.reading.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jibao.inbox.Inbox;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.opening.WorkbookReader;
import org.jibao.reading.workbook.SheetCells.LongSheet;
import org.jibao.reading.xlsx.PackageParts;
import org.jibao.reading.xlsx.StreamingXlsxReader;
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
            throw new IOException(
                    "refused as " + file.defect().code() + " " + file.defect().arguments());
        }
        return whole(new WorkbookReader(limits, ReadProgress.NOBODY)
                .read(new SourceFile(file, workbook.bytes()))
                .sheets());
    }

    /** With the parser that is tried first. */
    List<SheetCells> fast(GeneratedWorkbook workbook) throws IOException, XMLStreamException, SAXException {
        return read(new PackageParts(ZipPackage.of(workbook.bytes()), new Budget(limits)));
    }

    /** With the parser that is tried where the first gives up. */
    List<SheetCells> patient(GeneratedWorkbook workbook) throws IOException, XMLStreamException, SAXException {
        return read(new PackageParts(ZipPackage.of(workbook.bytes()), new Budget(limits)).patiently());
    }

    private static List<SheetCells> read(PackageParts parts) throws IOException, XMLStreamException, SAXException {
        SheetCollector heads = SheetCollector.ofHeads(parts.budget());
        new StreamingXlsxReader(parts, heads, ReadProgress.NOBODY).read();
        return whole(heads.sheets());
    }

    /** Of a long sheet the rows that are not held too. */
    private static List<SheetCells> whole(List<SheetCells> sheets) throws IOException, SAXException {
        List<SheetCells> whole = new ArrayList<>();
        for (SheetCells sheet : sheets) {
            LongSheet more = sheet.more();
            if (more == null) {
                whole.add(sheet);
            } else {
                List<CellRow> rows = new ArrayList<>(sheet.rows());
                more.rest(rows::add);
                whole.add(new SheetCells(sheet.name(), rows, null, sheet.hidden(), sheet.hiddenColumns()));
            }
        }
        return whole;
    }
}
