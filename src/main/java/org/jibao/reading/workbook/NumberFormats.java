package org.jibao.reading.workbook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jibao.reading.workbook.Cell.Kind;
import org.jspecify.annotations.Nullable;

/** What a number is by the format in which it is shown: a date, a share or plainly a number. Each format is judged once. */
final class NumberFormats {

    private final Map<String, NumberFormat> known = new HashMap<>();

    /** The kind of a number in a format, which is null for General. */
    Kind kind(@Nullable String format, BigDecimal number) {
        if (format == null) {
            return Kind.NUMBER;
        }
        NumberFormat parsed = known.get(format);
        if (parsed == null) {
            parsed = NumberFormat.of(format);
            known.put(format, parsed);
        }
        return parsed.kind(number);
    }
}
