package org.jibao.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jibao.definition.JobDefinition;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.Archive;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.SourceBook.Cell;
import org.jibao.reading.SourceBook.Kind;
import org.jibao.reading.SourceBook.Row;
import org.jibao.reading.SourceBook.Run;
import org.jibao.reading.SourceBook.Sheet;
import org.xml.sax.SAXException;

/**
 * Reads what a file of a job shows, for a copy that may be handed on: without what is in sensitive columns, and without the
 * numbers of persons wherever they stand.
 */
public final class BookSource {

    private final Limits limits;
    private final SensitiveAreas sensitive;

    public BookSource(JobDefinition job) {
        this.limits = Limits.of(job.limits());
        this.sensitive = new SensitiveAreas(job);
    }

    /** @throws IOException where the file cannot be read in full, for whatever reason */
    public SourceBook of(InboxFile file, byte[] bytes) throws IOException {
        try {
            WorkbookCells cells = new WorkbookReader(limits, RowsRead.NOBODY).read(new Source(file, bytes));
            SensitiveAreas.Found found = sensitive.in(cells.sheets());
            return cleared(book(file, bytes), found);
        } catch (XMLStreamException
                | SAXException
                | UnreadableException
                | RuntimeException
                | StackOverflowError unreadable) {
            throw new IOException(unreadable);
        }
    }

    private SourceBook book(InboxFile file, byte[] bytes) throws IOException, XMLStreamException, SAXException {
        if (file.container() == InboxFile.Container.OOXML) {
            return packed(Archive.of(bytes));
        }
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return DefaultPassword.isEncryptedPackage(system.getRoot())
                    ? packed(Archive.of(DefaultPassword.unlocked(system)))
                    : XlsBook.read(system.getRoot(), new Budget(limits));
        }
    }

    private SourceBook packed(Archive archive) throws IOException, XMLStreamException, SAXException {
        PackageParts parts = new PackageParts(archive, new Budget(limits));
        Set<String> names = new HashSet<>();
        archive.names().forEach(names::add);
        try {
            return PackageBook.read(parts, names);
        } catch (IOException | XMLStreamException | SAXException | RuntimeException surprise) {
            Refusal.rethrowLimit(surprise);
            return PackageBook.read(parts.patiently(), names);
        }
    }

    private static SourceBook cleared(SourceBook book, SensitiveAreas.Found found) {
        Map<String, List<SensitiveAreas.Area>> areas = SensitiveAreas.bySheet(found.areas());
        List<Sheet> sheets = new ArrayList<>();
        Set<String> emptied = new HashSet<>();
        for (Sheet sheet : book.sheets()) {
            List<Columns> columns = areas.getOrDefault(sheet.name(), List.of()).stream()
                    .map(area -> new Columns(area, sheet))
                    .toList();
            boolean figures = found.grids().contains(sheet.name());
            List<Row> rows = sheet.rows().stream()
                    .map(row -> new Row(
                            row.index(),
                            row.height(),
                            row.hidden(),
                            row.cells().stream()
                                    .map(cell -> cleared(cell, row.index(), columns, figures, emptied))
                                    .toList()))
                    .toList();
            sheets.add(new Sheet(
                    sheet.name(), sheet.hidden(), sheet.columns(), rows, sheet.merged(), sheet.rules(), sheet.page()));
        }
        return new SourceBook(sheets, book.styles(), book.date1904(), book.mark(), book.leftOut(), emptied);
    }

    /** A label may stand over several columns. */
    private record Columns(SensitiveAreas.Area area, int lastColumn) {

        Columns(SensitiveAreas.Area area, Sheet sheet) {
            this(
                    area,
                    sheet.merged().stream()
                            .filter(block -> block.top() <= area.labelRow()
                                    && block.bottom() >= area.labelRow()
                                    && block.left() == area.column())
                            .mapToInt(SourceBook.Block::right)
                            .max()
                            .orElse(area.column()));
        }

        boolean hold(int row, int column) {
            return row >= area.first() && row <= area.last() && column >= area.column() && column <= lastColumn;
        }
    }

    private static Cell cleared(Cell cell, int row, List<Columns> columns, boolean figures, Set<String> emptied) {
        for (Columns one : columns) {
            if (one.hold(row, cell.column())) {
                if (cell.kind() != Kind.BLANK) {
                    emptied.add(one.area().label());
                }
                return cell.emptied();
            }
        }
        boolean text = cell.kind() == Kind.TEXT;
        boolean number = cell.kind() == Kind.NUMBER && cell.formula() == null && !figures;
        if (!text && !number) {
            return cell;
        }
        String shown = number ? new BigDecimal(cell.text()).toPlainString().replaceFirst("\\.0*$", "") : cell.text();
        String masked = masked(shown);
        if (!masked.equals(shown)) {
            return cell.saying(masked);
        }
        boolean inPart = cell.runs().stream().map(Run::text).anyMatch(part -> !masked(part)
                .equals(part));
        return inPart ? cell.saying(masked("***")) : cell;
    }

    /** What the store keeps of such a text. */
    private static String masked(String text) {
        return PersonalNumbers.masked(text);
    }
}
