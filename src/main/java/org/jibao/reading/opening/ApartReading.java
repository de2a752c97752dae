package org.jibao.reading.opening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jibao.inbox.InboxFile;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.ChildLoop;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireOutput;
import org.jibao.reading.book.BookReader;
import org.jibao.reading.workbook.Budget;
import org.jibao.reading.workbook.LimitExceededException;
import org.jibao.reading.workbook.SheetCells;
import org.jibao.reading.workbook.SheetCells.LongSheet;
import org.jibao.reading.workbook.SheetListener;
import org.jibao.reading.workbook.UnreadableException;
import org.jibao.reading.workbook.WorkbookCells;
import org.jibao.reading.xlsx.ReadFailure;

/** The program of the process apart: reads files as {@link WorkbookReader} does, and writes what they hold to the pipe. */
public final class ApartReading {

    /** What POI's model takes, measured with a million numbers: 27 MB with 1.4 million cells are read in 256 MiB, not in 224. */
    private static final long BYTES_A_CELL = 105;

    /** A file is in memory as it came, as a stream and as the model's own. */
    private static final long COPIES = 3;

    private static final long PROGRAM = 20L << 20;

    /** So many are tried in any case. */
    private static final long FEW_CELLS = 100_000;

    /** In the limits a cell of that model counts as so many of ours. */
    private static final int MODEL = 2;

    private ApartReading() {}

    /** Never returns. */
    public static void main(String[] none) {
        ChildLoop.serve(ApartReading::answer);
    }

    static void answer(WireInput head, byte[] body, WireOutput out) throws IOException {
        ReadQuestion question = ReadQuestion.read(head, body);
        CellWriter writer = new CellWriter(out);
        Limits limits = within(Runtime.getRuntime().maxMemory(), question);
        try {
            switch (question.sheet()) {
                case ReadQuestion.BOOK -> new BookWriter(out).book(BookReader.read(question.source(), limits));
                case ReadQuestion.WHOLE -> {
                    new WorkbookReader(limits, writer::progress).read(question.source(), new Whole(writer));
                    writer.done();
                }
                default -> {
                    rest(question, writer);
                    writer.done();
                }
            }
        } catch (UnreadableException e) {
            writer.rejected(e.reason(), e.causes());
        } catch (LimitExceededException e) {
            writer.rejected(e.reason(), "");
        } catch (UncheckedIOException pipe) {
            throw pipe.getCause();
        }
    }

    /** A compound file that our memory cannot hold is refused with the number of its cells, before it ends us. */
    static Limits within(long memory, ReadQuestion question) {
        Limits limits = question.limits();
        InboxFile file = question.source().file();
        if (file.container() != InboxFile.Container.OLE2) {
            return limits;
        }
        long room = memory - PROGRAM - COPIES * file.size();
        long cells = MODEL * Math.max(FEW_CELLS, room / BYTES_A_CELL);
        return new Limits(
                limits.packedBytes(),
                limits.unpackedBytes(),
                limits.ratio(),
                limits.sheets(),
                limits.rows(),
                (int) Math.min(limits.cells(), cells),
                limits.stringBytes(),
                limits.readingTime());
    }

    private static void rest(ReadQuestion question, CellWriter writer) throws UnreadableException {
        WorkbookCells cells = new WorkbookReader(question.limits(), writer::progress).read(question.source());
        SheetCells sheet = cells.sheets().get(question.sheet());
        LongSheet more = sheet.more();
        if (more == null) {
            throw new IllegalStateException("the sheet has no more rows");
        }
        writer.sheet(sheet.name(), sheet.hidden());
        try {
            more.rest(row -> writer.row(row.index(), row.cells(), row.hidden()));
        } catch (UncheckedIOException pipe) {
            throw pipe;
        } catch (IOException | org.xml.sax.SAXException | RuntimeException damaged) {
            throw ReadFailure.ofSheet(damaged);
        }
        writer.endSheet();
    }

    /** Passes on what comes. */
    private record Whole(CellWriter writer) implements WorkbookReader.WorkbookConsumer {

        @Override
        public SheetListener listener(Budget budget) {
            return writer;
        }

        @Override
        public void properties(Map<String, String> properties) throws IOException {
            writer.properties(properties);
        }

        @Override
        public void heads(WorkbookCells cells) throws IOException {
            writer.all(cells.sheets());
            writer.properties(cells.properties());
        }
    }
}
