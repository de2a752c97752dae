package org.jibao.sample;

import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;

/**
 * Figures as somebody published them, on a return.
 *
 * @param parts by {@code form.row.column}; of {@code proactive.<category>} the number of items; all else is 0
 * @param must what the tool has to make of it
 */
record Published(String code, String name, Period period, Map<String, Integer> parts, List<Outcome> must) {

    /**
     * One figure that must come out.
     *
     * @param scope the code of a unit or upper unit
     * @param figure of the table {@code mart.figure}
     * @param item of its breakdown, such as a category; empty for the whole
     * @param value a number, or a share as printed, with two decimals
     */
    record Outcome(String scope, String figure, String item, String column, String value) {}

    static Period quarter(String code) {
        return Period.parse(code).orElseThrow();
    }
}
