package org.jibao.reading.opening;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jibao.definition.JobDefinition;
import org.jibao.guard.PersonalNumbers;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.InboxFile.Container;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.StoppedException;
import org.jibao.reading.book.BookReader;
import org.jibao.reading.book.SensitiveAreas;
import org.jibao.reading.book.ShownBook;
import org.jibao.reading.book.SourceBook;
import org.jibao.reading.book.SourceBook.Cell;
import org.jibao.reading.book.SourceBook.Kind;
import org.jibao.reading.book.SourceBook.Row;
import org.jibao.reading.book.SourceBook.Run;
import org.jibao.reading.book.SourceBook.Sheet;
import org.jibao.reading.workbook.OneLargeFile;
import org.jibao.reading.workbook.ReadProgress;
import org.jibao.reading.workbook.SourceFile;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a file of a job shows, for a copy that may be handed on: without what is in sensitive columns, and without the
 * numbers of persons wherever they stand. What libraries open is read in a process apart, which lasts until it is closed.
 */
public final class BookSource implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BookSource.class);

    /** No number of a person has an exponent; written out, one may have a billion digits. */
    private static final int MOST_DIGITS = 64;

    private final Limits limits;
    private final JobDefinition job;
    private final CellReading here;
    private final ApartReader apart;
    private @Nullable SensitiveAreas sensitive;

    /** Reads the cells of a file in this process. */
    @FunctionalInterface
    interface CellReading {
        WorkbookCells read(SourceFile source) throws UnreadableException;
    }

    /** @param stopAsked whether the run is to stop, and a file that is read in a process apart is to be let go */
    public BookSource(JobDefinition job, BooleanSupplier stopAsked) {
        this(job, here(job), new ApartReader(Limits.of(job.limits()), ReadProgress.NOBODY, stopAsked));
    }

    BookSource(JobDefinition job, CellReading here, ApartReader apart) {
        this.limits = Limits.of(job.limits());
        this.job = job;
        this.here = here;
        this.apart = apart;
    }

    static CellReading here(JobDefinition job) {
        return new WorkbookReader(Limits.of(job.limits()), ReadProgress.NOBODY)::read;
    }

    /**
     * Reads everything.
     *
     * @throws IOException where the file cannot be read in full, for whatever reason
     * @throws StoppedException where the run is to stop and the file was being read in a process apart
     */
    public SourceBook of(InboxFile file, byte[] bytes) throws IOException {
        SourceFile source = new SourceFile(file, bytes);
        return guarded(() -> read(source)).book();
    }

    /**
     * Reads what the cells of a file of any kind show, as texts.
     *
     * @throws IOException where the file cannot be read in full, for whatever reason
     * @throws StoppedException where the run is to stop and the file was being read in a process apart
     */
    public ShownBook shown(InboxFile file, byte[] bytes) throws IOException {
        SourceFile source = new SourceFile(file, bytes);
        return guarded(() -> {
            if (file.container() == Container.CSV) {
                WorkbookCells cells = here.read(source);
                return ShownBook.of(cells, sensitive().in(cells.sheets()));
            }
            Cleared read = read(source);
            return ShownBook.of(read.book(), read.found());
        });
    }

    /** What is shown of a file without what is sensitive, and where that stood. */
    private record Cleared(SourceBook book, SensitiveAreas.Found found) {}

    /** A way to read. */
    @FunctionalInterface
    private interface Attempt<T> {
        T read() throws UnreadableException;
    }

    private static <T> T guarded(Attempt<T> attempt) throws IOException {
        try {
            return attempt.read();
        } catch (StoppedException stop) {
            throw stop;
        } catch (UnreadableException
                | RuntimeException
                | StackOverflowError
                | OutOfMemoryError
                | LinkageError unreadable) {
            throw new IOException(unreadable);
        } finally {
            OneLargeFile.leave();
        }
    }

    private Cleared read(SourceFile source) throws UnreadableException {
        return source.file().container() == Container.OLE2 ? apart(source) : hereOrApart(source);
    }

    private Cleared apart(SourceFile source) throws UnreadableException {
        SensitiveAreas.Found found = sensitive().in(apart.open(source).sheets());
        return new Cleared(cleared(apart.book(source), found), found);
    }

    /** Where the memory or the stack of this process does not suffice, another may do better. */
    private Cleared hereOrApart(SourceFile source) throws UnreadableException {
        try {
            return readHere(source);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError tooMuch) {
            LOG.atWarn()
                    .addKeyValue("event", "slip-reading-stopped")
                    .addKeyValue("sha256", source.file().sha256())
                    .addKeyValue("kind", tooMuch.getClass().getName())
                    .log("memory or stack do not suffice for a file");
            return apart(source);
        }
    }

    /** Of any kind in this process. */
    SourceBook here(SourceFile source) throws UnreadableException {
        return readHere(source).book();
    }

    private Cleared readHere(SourceFile source) throws UnreadableException {
        SensitiveAreas.Found found = sensitive().in(here.read(source).sheets());
        return new Cleared(cleared(BookReader.read(source, limits), found), found);
    }

    /** The forms of a job are read when a file is, and not where there is none. */
    private synchronized SensitiveAreas sensitive() {
        SensitiveAreas known = sensitive;
        if (known == null) {
            known = new SensitiveAreas(job);
            sensitive = known;
        }
        return known;
    }

    /** Ends the process apart, if there is one. */
    @Override
    public void close() {
        apart.close();
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
        String shown = number ? written(new BigDecimal(cell.text())) : cell.text();
        String masked = masked(shown);
        if (!masked.equals(shown)) {
            return cell.saying(masked);
        }
        boolean inPart = cell.runs().stream().map(Run::text).anyMatch(part -> !masked(part)
                .equals(part));
        return inPart ? cell.saying(masked("***")) : cell;
    }

    private static String written(BigDecimal number) {
        boolean usual = Math.abs((long) number.scale()) <= MOST_DIGITS;
        return usual ? number.toPlainString().replaceFirst("\\.0*$", "") : number.toString();
    }

    /** What the store keeps of such a text. */
    private static String masked(String text) {
        return PersonalNumbers.masked(text);
    }
}
