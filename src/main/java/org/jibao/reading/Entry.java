package org.jibao.reading;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of a register.
 *
 * @param row its row number in the sheet, 1-based, as Excel shows it
 * @param values by field id: a String, a java.time.LocalDate or a java.math.BigDecimal; an absent or unreadable field
 *     and every sensitive one has no key
 */
public record Entry(String form, String sheet, int row, Map<String, Object> values) {

    public Entry {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
