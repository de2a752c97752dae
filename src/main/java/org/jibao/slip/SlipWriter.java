package org.jibao.slip;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.inbox.ZipPackage;
import org.jibao.reading.book.SourceBook;
import org.jibao.slip.ListSheet.PlainSlip;
import org.jibao.workbook.ReproducibleZip;

/** Makes slips. The same slip of the same file has the same bytes. */
public final class SlipWriter {

    private static final Wording WORDS = Wording.of(SlipWriter.class);

    /** What a slip's name may end in. A plain one is named so that nobody takes it for a return. */
    public static final List<String> ENDINGS = List.of(".xlsx", "_退回说明.xlsx", "_return slip.xlsx");

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
    public static Written plain(Slip slip, Text reason) throws IOException {
        boolean chinese = slip.words().language() == Language.ZH;
        return new Written(ReproducibleZip.of(PlainSlip.of(slip, reason)), ENDINGS.get(chinese ? 1 : 2));
    }

    /** A workbook that was read and yet cannot be marked: rare, and no reason to fail a run. */
    public static final class NotMarkedException extends Exception {

        private static final long serialVersionUID = 1L;

        NotMarkedException(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Up to which size a workbook is marked. Marking holds the whole of it as objects, some twenty times as large as its XML; a
     * run has 512 MiB.
     */
    public static final class SlipLimits {

        private static final long MEBIBYTE = 1024L * 1024L;
        private static final long MARKUP = 6 * MEBIBYTE;
        private static final long UNPACKED = 32 * MEBIBYTE;
        private static final long COMPOUND = 6 * MEBIBYTE;

        /** What is judged by {@code Limits} when the slip comes back, less the list. */
        private static final int SHEETS = 63;

        private SlipLimits() {}

        /** Why an Office Open XML package is not marked, if it is not. */
        public static Optional<Text> refusal(ZipPackage archive) {
            long markup = 0;
            long unpacked = 0;
            int sheets = 0;
            for (String name : archive.names()) {
                long size = Math.max(0, archive.unpackedSize(name));
                unpacked += size;
                markup += name.endsWith(".xml") || name.endsWith(".vml") ? size : 0;
                sheets += name.startsWith("xl/worksheets/") && name.endsWith(".xml") ? 1 : 0;
            }
            if (markup > MARKUP || unpacked > UNPACKED) {
                return Optional.of(tooLarge(Math.max(markup, unpacked)));
            }
            return sheets > SHEETS ? Optional.of(WORDS.text("refusal.sheets", sheets)) : Optional.empty();
        }

        /** The same of an {@code .xls}. */
        public static Optional<Text> refusal(long bytes) {
            return bytes > COMPOUND ? Optional.of(tooLarge(bytes)) : Optional.empty();
        }

        private static Text tooLarge(long bytes) {
            return WORDS.text("refusal.large", Math.max(1, bytes / MEBIBYTE));
        }
    }
}
