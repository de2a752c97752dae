package org.jibao.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jibao.inbox.Limits;
import org.jibao.reading.apart.ChildLoop;
import org.jibao.reading.apart.WireInput;
import org.jibao.reading.apart.WireOutput;

/** The program of the process apart: reads files as {@link WorkbookReader} does, and writes what they hold to the pipe. */
public final class ApartReading {

    /** Of POI's model, with all that is in memory beside it; measured at 180 to 240. */
    private static final long BYTES_A_CELL = 250;

    private ApartReading() {}

    /** Never returns. */
    public static void main(String[] none) {
        ChildLoop.serve(ApartReading::answer);
    }

    static void answer(WireInput in, WireOutput out) throws IOException {
        ReadQuestion question = ReadQuestion.read(in);
        CellWriter writer = new CellWriter(out);
        try {
            if (question.sheet() == ReadQuestion.WHOLE) {
                new WorkbookReader(question.limits(), writer::progress).read(question.source(), new Whole(writer));
            } else {
                rest(question, writer);
            }
            writer.done();
        } catch (UnreadableException e) {
            writer.rejected(e.reason(), e.causes());
        } catch (LimitExceededException e) {
            writer.rejected(e.reason(), "");
        } catch (UncheckedIOException pipe) {
            throw pipe.getCause();
        }
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
            throw Refusal.ofSheet(damaged);
        }
        writer.endSheet();
    }

    /** Passes on what comes. */
    private record Whole(CellWriter writer) implements WorkbookReader.Taker {

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
