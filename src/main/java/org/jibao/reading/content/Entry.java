package org.jibao.reading.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jibao.guard.PersonalNumbers;

/**
 * One entry of a register.
 *
 * @param row its row number in the sheet, 1-based, as Excel shows it
 * @param values by field id: a String, a java.time.LocalDate or a java.math.BigDecimal; an absent or unreadable field
 *     and every sensitive one has no key
 */
public record Entry(String form, String sheet, int row, Map<String, Object> values) {

    /** A number of a person is kept of no text. */
    public Entry {
        sheet = PersonalNumbers.masked(sheet);
        Map<String, Object> kept = new LinkedHashMap<>(values);
        kept.replaceAll((field, value) -> value instanceof String text ? PersonalNumbers.masked(text) : value);
        values = Collections.unmodifiableMap(kept);
    }
}
