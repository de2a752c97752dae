package org.jibao.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Totals over the parts of a grid. */
final class Sums {

    private Sums() {}

    /** Fills the row {@code total}, column by column. */
    static void rows(Map<String, Object> values, String form, List<Named> rows, List<Named> columns) {
        for (Named column : columns) {
            int sum = 0;
            for (String row : Labels.parts(rows)) {
                sum += count(values, form + "." + row + "." + column.id());
            }
            values.put(form + ".total." + column.id(), sum);
        }
    }

    static int count(Map<String, Object> values, String key) {
        return (Integer) Objects.requireNonNull(values.get(key), key);
    }
}
