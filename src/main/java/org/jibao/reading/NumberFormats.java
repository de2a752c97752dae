package org.jibao.reading;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jibao.reading.Cell.Kind;
import org.jspecify.annotations.Nullable;

/** What a number is by the format in which it is shown: a date, a share or plainly a number. Each format is judged once. */
final class NumberFormats {

    private final Map<String, Kind> kinds = new HashMap<>();

    /** The kind of a number in a format, which is null for General. */
    Kind kind(@Nullable Short index, @Nullable String format) {
        if (format == null || format.isEmpty() || format.equals("General")) {
            return Kind.NUMBER;
        }
        Kind known = kinds.get(format);
        if (known == null) {
            known = judge(index == null ? -1 : index, format);
            kinds.put(format, known);
        }
        return known;
    }

    private static Kind judge(int index, String format) {
        if (DateUtil.isADateFormat(index, format)) {
            return Kind.DATE;
        }
        return percent(format) ? Kind.SHARE : Kind.NUMBER;
    }

    /** A percent sign that is neither quoted nor escaped. */
    private static boolean percent(String format) {
        boolean quoted = false;
        for (int i = 0; i < format.length(); i++) {
            char sign = format.charAt(i);
            if (sign == '\\') {
                i++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (sign == '%' && !quoted) {
                return true;
            }
        }
        return false;
    }
}
