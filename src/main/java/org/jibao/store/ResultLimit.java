package org.jibao.store;

import java.util.ArrayList;
import java.util.List;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;

/**
 * How much of a result may be kept at once.
 *
 * @param rows at most
 * @param bytes held in memory at most, as estimated
 * @param inFile at most, where the rows that are too many to be held go to a temporary file; 0 where none may
 */
public record ResultLimit(long rows, long bytes, long inFile) {

    private static final Wording WORDS = Wording.of(ResultLimit.class);

    /** What a sheet of Excel takes below its heading. */
    static final long SHEET_ROWS = 1_000_000;

    /** What a table takes that is continued on further sheets: a row for each of 300 cells of 200,000 returns. */
    static final long LONG_TABLE_ROWS = 60_000_000;

    /** A summary has some dozens of tables. */
    private static final long HELD = 1L << 20;

    private static final long IN_FILE = 16L << 30;

    /** What an object takes beside its text, with the place that refers to it. */
    private static final int OVERHEAD = 32;

    /** In memory alone. */
    public ResultLimit(long rows, long bytes) {
        this(rows, bytes, 0);
    }

    /** A table that stands on one sheet. */
    public static ResultLimit ofSheet() {
        return new ResultLimit(SHEET_ROWS, HELD, IN_FILE);
    }

    /** A table that may be continued on further sheets. */
    public static ResultLimit ofLongTable() {
        return new ResultLimit(LONG_TABLE_ROWS, HELD, IN_FILE);
    }

    void checkRows(long count) {
        if (count > rows) {
            throw new ResultTooLarge(WORDS.text("result.too-many-rows", "%,d".formatted(count), "%,d".formatted(rows)));
        }
    }

    /** Takes rows one by one, until they are too many. */
    Kept keeping() {
        return new Kept();
    }

    /** Rows in memory, or in a file once they take too much of it. */
    final class Kept {

        private List<List<@Nullable Object>> rows = new ArrayList<>();
        private long held;
        private @Nullable RowFile file;

        void add(List<@Nullable Object> row) {
            if (file != null) {
                addTo(file, row);
                return;
            }
            held += size(row);
            if (held <= bytes) {
                rows.add(row);
                return;
            }
            if (inFile == 0) {
                throw tooMuch("result.too-much-memory", bytes);
            }
            RowFile started = new RowFile();
            rows.forEach(started::add);
            rows = started;
            file = started;
            addTo(started, row);
        }

        private void addTo(RowFile to, List<@Nullable Object> row) {
            to.add(row);
            if (to.bytes() > inFile) {
                throw tooMuch("result.too-much-disk", inFile);
            }
        }

        private static ResultTooLarge tooMuch(String what, long bytes) {
            return new ResultTooLarge(WORDS.text(what, "%,d".formatted(bytes >> 20)));
        }

        /** All of them, in their order. */
        List<List<@Nullable Object>> all() {
            if (file != null) {
                file.end();
            }
            return rows;
        }
    }

    private static long size(List<@Nullable Object> row) {
        long size = OVERHEAD;
        for (Object value : row) {
            size += OVERHEAD + (value instanceof String text ? 2L * text.length() : 0);
        }
        return size;
    }

    /** A statement selects more than may be held in memory at once. */
    public static final class ResultTooLarge extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Text text;

        ResultTooLarge(Text text) {
            super(text.en());
            this.text = text;
        }

        /** What is too large, without what to do about it. */
        public Text text() {
            return text;
        }
    }
}
