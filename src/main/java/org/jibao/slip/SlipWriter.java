package org.jibao.slip;

import java.io.IOException;
import java.util.List;
import org.jibao.reading.book.SourceBook;
import org.jibao.workbook.ReproducibleZip;

/** Makes slips. The same slip of the same file has the same bytes. */
public final class SlipWriter {

    /** What a slip's name may end in. A plain one is named so that nobody takes it for a return. */
    public static final List<String> ENDINGS = List.of(".xlsx", "_退回说明.xlsx");

    private SlipWriter() {}

    /**
     * A slip as a file.
     *
     * @param ending of its name, with the dot
     */
    public record Written(byte[] bytes, String ending) {}

    /**
     * What the unit's own workbook shows, marked.
     *
     * @param book of a file of at most {@link SlipLimits}
     * @throws NotMarkedException where the library cannot write such a workbook
     */
    public static Written marked(Slip slip, SourceBook book) throws NotMarkedException {
        try {
            return new Written(RebuiltCopy.of(slip, book), ENDINGS.get(0));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new NotMarkedException(e);
        }
    }

    /** A workbook of our own with the list alone, saying why. */
    public static Written plain(Slip slip, String reason) throws IOException {
        return new Written(ReproducibleZip.of(PlainSlip.of(slip, reason)), ENDINGS.get(1));
    }

    /** A workbook that was read and yet cannot be marked: rare, and no reason to fail a run. */
    public static final class NotMarkedException extends Exception {

        private static final long serialVersionUID = 1L;

        NotMarkedException(Throwable cause) {
            super(cause);
        }
    }
}
