package org.jibao.reading.workbook;

import com.alibaba.excel.constant.BuiltinFormats;
import java.util.Locale;
import org.jibao.reading.workbook.Cell.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What matters of how a cell is shown.
 *
 * @param format the code of its number format; null for General
 * @param mark how its font is set
 */
public record CellStyle(@Nullable String format, @Nullable Mark mark) {

    public static final CellStyle PLAIN = new CellStyle(null, null);

    /**
     * The code of a number format: the file's own, or the built-in one as a Chinese Excel shows it; number 31 is 年月日 there
     * and has no meaning elsewhere.
     */
    static @Nullable public String format(int number, @Nullable String own) {
        boolean builtIn = own == null && number > 0 && number <= Short.MAX_VALUE;
        String code = builtIn ? BuiltinFormats.getBuiltinFormat((short) number, null, Locale.CHINA) : own;
        Budget.format(code == null ? 0 : code.length());
        return code == null || code.isEmpty() || code.equalsIgnoreCase("General") ? null : code;
    }

    /** What is struck out is deleted, wherever it stands on the line. */
    static @Nullable public Mark mark(boolean struckOut, boolean raised, boolean lowered) {
        if (struckOut) {
            return Mark.STRUCK_OUT;
        }
        return raised ? Mark.RAISED : lowered ? Mark.LOWERED : null;
    }
}
