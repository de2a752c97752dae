package org.jibao.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one unit has to report for one quarter.
 *
 * @param values by {@code form.row.column}: an Integer, a BigDecimal of days, or the text {@code /} for an average of
 *     nothing
 */
record Figures(Map<String, Object> values, List<Item> items) {

    Figures {
        items = List.copyOf(items);
    }

    static Figures empty() {
        return new Figures(new LinkedHashMap<>(), List.of());
    }

    Object get(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no figure " + key);
        }
        return value;
    }

    int count(String key) {
        return get(key) instanceof Integer count ? count : 0;
    }

    BigDecimal days(String key) {
        return get(key) instanceof BigDecimal days ? days : BigDecimal.ZERO;
    }
}
