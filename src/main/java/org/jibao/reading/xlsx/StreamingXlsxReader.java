package org.jibao.reading.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import org.jibao.reading.workbook.CellMaker;
import org.jibao.reading.workbook.CountingStream;
import org.jibao.reading.workbook.MergedRanges;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.RestOfSheet;
import org.jibao.reading.workbook.Row;
import org.jibao.reading.workbook.SheetCollector;
import org.jibao.reading.xlsx.PackageLayout.SheetPart;
import org.xml.sax.SAXException;

/**
 * Reads {@code .xlsx}: of a package only the parts that hold cells, each once from top to bottom. What is held is the head of a
 * sheet; the rest of a long one is read when it is asked for.
 */
public final class StreamingXlsxReader {

    private final PackageParts parts;
    private final SheetCollector heads;
    private final CompactStrings strings;

    /** Once for every sheet after another: reading a long one again is counted apart from reading its head. */
    private final PackageParts again;

    private final ReadProgress progress;

    public StreamingXlsxReader(PackageParts parts, SheetCollector heads, ReadProgress progress) {
        this.parts = parts;
        this.again = parts.again();
        this.heads = heads;
        this.progress = progress;
        this.strings = new CompactStrings(parts.budget().strings());
    }

    public void read() throws IOException, XMLStreamException, SAXException {
        PackageLayout layout = PackageLayout.of(parts);
        readStrings(layout);
        CellMaker maker = new CellMaker(layout.date1904());
        for (SheetPart sheet : layout.sheets()) {
            readHead(sheet, new CellElement(strings, layout.styles(), maker));
        }
    }

    private void readStrings(PackageLayout layout) throws IOException, SAXException {
        String part = layout.sharedStrings();
        if (part != null && parts.has(part)) {
            try (InputStream xml = parts.open(part)) {
                parts.xml().parse(xml, new StringsHandler(strings));
            }
        }
    }

    private void readHead(SheetPart sheet, CellElement cell) throws IOException, SAXException {
        heads.sheet(sheet.name(), sheet.hidden());
        try (InputStream xml = parts.open(sheet.part())) {
            parts.xml().parse(xml, new WorksheetHandler(cell, heads));
            heads.endSheet();
        } catch (RuntimeException | SAXException stopped) {
            if (!SheetCollector.HeadIsFull.isCause(stopped)) {
                throw stopped;
            }
            goOn(sheet, cell);
        }
    }

    private void goOn(SheetPart sheet, CellElement cell) throws IOException {
        MergedRanges merged;
        try (InputStream xml = again.again().open(sheet.part())) {
            merged = SheetTail.mergedRanges(xml);
        }
        heads.goesOn(merged, taker -> readRest(sheet, cell, merged, taker));
    }

    private void readRest(SheetPart sheet, CellElement cell, MergedRanges merged, Consumer<Row> taker)
            throws IOException, SAXException {
        long size = again.unpackedSize(sheet.part());
        try (CountingStream xml = new CountingStream(again.open(sheet.part()))) {
            RestOfSheet rest =
                    new RestOfSheet(again.budget(), merged, taker, rows -> progress.at(rows, xml.count(), size));
            parts.xml().parse(xml, new WorksheetHandler(cell, rest));
            rest.endSheet();
            progress.at(rest.rows(), size, size);
        }
    }
}
