package org.jibao.summary.slip;

import java.io.IOException;
import java.util.List;
import org.jibao.summary.sheet.SteadyZip;

/** Makes slips. The same slip of the same file has the same bytes. */
public final class SlipWriter {

    /** What a slip's name may end in. A plain one is named so that nobody takes it for a return. */
    public static final List<String> ENDINGS = List.of(".xlsx", ".xlsm", ".xls", "_退回说明.xlsx");

    private static final String PLAIN_ENDING = ENDINGS.get(3);

    private SlipWriter() {}

    /**
     * A slip as a file.
     *
     * @param ending of its name, with the dot
     */
    public record Written(byte[] bytes, String ending) {}

    /**
     * The unit's own workbook, marked.
     *
     * @param file of at most {@link SlipLimits}
     * @throws NotMarkedException where the library cannot open this workbook or write it again
     */
    public static Written marked(Slip slip, byte[] file) throws NotMarkedException {
        try {
            return MarkedCopy.of(slip, file);
        } catch (IOException | RuntimeException e) {
            throw new NotMarkedException(e, reason(file));
        }
    }

    private static String reason(byte[] file) {
        try {
            return StrictPackage.isOne(file)
                    ? "工作簿存成了“严格 Open XML”格式，请另存为普通的 .xlsx（Excel 工作簿）"
                    : "这份工作簿含有标注时打不开的内容（多为其他软件生成），用 Excel 或 WPS 另存一次往往即可";
        } catch (IOException notPacked) {
            return "这份 .xls 工作簿的内部结构不寻常，另存为 .xlsx 往往即可";
        }
    }

    /** A workbook of our own with the list alone, saying why. */
    public static Written plain(Slip slip, String reason) throws IOException {
        return new Written(SteadyZip.of(PlainSlip.of(slip, reason)), PLAIN_ENDING);
    }

    /** A workbook that was read and yet cannot be marked: rare, and no reason to fail a run. */
    public static final class NotMarkedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;

        NotMarkedException(Exception cause, String reason) {
            super(cause);
            this.reason = reason;
        }

        /** As the slip says it. */
        public String reason() {
            return reason;
        }
    }
}
