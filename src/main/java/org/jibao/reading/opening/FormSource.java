package org.jibao.reading.opening;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.finding.Finding;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.inbox.Unreadable;
import org.jibao.reading.book.BookReader;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.Page;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.OneLargeFile;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a file shows that belongs to no job yet, such as a blank form: cells, formulas, formats and what cells
 * take. The same doors and limits as for returns; what libraries open is read in a process apart, which lasts until it
 * is closed.
 */
public final class FormSource implements AutoCloseable {

    private static final Page PLAIN = new Page(
            false, false, Set.of(), 0, 0, false, 0, false, 0, 0, 100, false, List.of(), null, null, null, null, null);

    private final Limits limits = Limits.standard();
    private final ApartReader apart = new ApartReader(limits, ReadProgress.NOBODY, () -> false);

    /**
     * What came of opening a file.
     *
     * @param book what it shows, or null
     * @param refusal why there is nothing, or null
     */
    public record Opened(
            @Nullable SourceBook book, @Nullable Finding refusal) {}

    /** Reads everything. Never throws for what lies in a file. */
    public Opened open(InboxFile file) {
        Finding defect = file.defect();
        if (defect != null) {
            return new Opened(null, defect);
        }
        try {
            return new Opened(book(new SourceFile(file, file.bytes())), null);
        } catch (UnreadableException e) {
            return new Opened(null, e.reason());
        } catch (LimitExceededException e) {
            return new Opened(null, e.reason());
        } catch (IOException e) {
            return new Opened(null, Unreadable.of(e).finding());
        } finally {
            OneLargeFile.leave();
        }
    }

    private SourceBook book(SourceFile source) throws UnreadableException {
        return switch (source.file().container()) {
            case OLE2 -> apart.book(source);
            case CSV -> ofText(source);
            case OOXML -> hereOrApart(source);
            case PACKAGE, OTHER ->
                throw new IllegalArgumentException(source.file().name() + " is not a workbook");
        };
    }

    /** Where the memory or the stack of this process does not suffice, another may do better. */
    private SourceBook hereOrApart(SourceFile source) throws UnreadableException {
        try {
            return BookReader.read(source, limits);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError tooMuch) {
            return apart.book(source);
        }
    }

    /** A text file has cells and nothing else. */
    private SourceBook ofText(SourceFile source) throws UnreadableException {
        List<Sheet> sheets = new ArrayList<>();
        for (SheetCells sheet :
                new WorkbookReader(limits, ReadProgress.NOBODY).read(source).sheets()) {
            List<Row> rows = sheet.rows().stream()
                    .map(row -> new Row(
                            row.index(),
                            null,
                            row.hidden(),
                            row.cells().stream().map(FormSource::cell).toList()))
                    .toList();
            sheets.add(new Sheet(sheet.name(), false, List.of(), rows, List.of(), List.of(), PLAIN));
        }
        return new SourceBook(sheets, List.of(), false, Map.of(), Set.of(), Set.of());
    }

    private static Cell cell(org.jibao.reading.workbook.Cell cell) {
        boolean number = cell.kind() == org.jibao.reading.workbook.Cell.Kind.NUMBER;
        return new Cell(cell.column(), number ? Kind.NUMBER : Kind.TEXT, cell.text(), List.of(), null, -1);
    }

    /** Whether the file is a text file, whose only sheet is named after it. */
    public static boolean isText(InboxFile file) {
        return file.container() == Container.CSV;
    }

    @Override
    public void close() {
        apart.close();
    }
}
