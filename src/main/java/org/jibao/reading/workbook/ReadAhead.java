package org.jibao.reading.workbook;

import java.io.IOException;
import java.util.function.Consumer;
import org.jibao.reading.workbook.SheetCells.LongSheet;
import org.jibao.support.Ahead;
import org.xml.sax.SAXException;

/** Parses a long sheet ahead of who judges its rows, on a thread of its own. */
public final class ReadAhead implements LongSheet {

    private final LongSheet sheet;

    private ReadAhead(LongSheet sheet) {
        this.sheet = sheet;
    }

    public static LongSheet of(LongSheet sheet) {
        return new ReadAhead(sheet);
    }

    @Override
    public void rest(Consumer<CellRow> taker) throws IOException, SAXException {
        try {
            Ahead.<CellRow, RuntimeException>each(this::parse, taker::accept);
        } catch (Damaged e) {
            if (e.getCause() instanceof IOException damage) {
                throw damage;
            }
            throw (SAXException) e.getCause();
        }
    }

    private void parse(Consumer<CellRow> rows) {
        try {
            sheet.rest(rows);
        } catch (IOException | SAXException e) {
            throw new Damaged(e);
        }
    }

    /** Carries to the taker's thread what the parser said. */
    private static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(Exception cause) {
            super(cause);
        }
    }
}
