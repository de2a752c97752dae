package org.jibao.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jibao.calendar.Period;
import org.jspecify.annotations.Nullable;

/** What one unit of one of the jobs from the field tells of one period: cells and entries by the forms' ids. */
final class FieldStory {

    private final Map<String, Number> cells = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Object>>> entries = new LinkedHashMap<>();
    private final Period period;
    private final @Nullable FieldStory before;

    /** @param before what the unit told of the period before, or null for the first */
    FieldStory(Period period, @Nullable FieldStory before) {
        this.period = period;
        this.before = before;
    }

    Period period() {
        return period;
    }

    /** Of the period before; 0 for the first. */
    int before(String key) {
        return before == null ? 0 : before.count(key);
    }

    /** Entries of the period before that are told on. */
    List<Map<String, Object>> entriesBefore(String form) {
        return before == null ? List.of() : before.entries(form);
    }

    void put(String key, Number value) {
        cells.put(key, value);
    }

    /** A row, column by column. */
    void row(String formAndRow, List<String> columns, Number... values) {
        for (int i = 0; i < values.length; i++) {
            put(formAndRow + "." + columns.get(i), values[i]);
        }
    }

    int count(String key) {
        return Objects.requireNonNull(cells.get(key), key).intValue();
    }

    /** The sums of these rows in each of the columns. */
    void total(String form, List<String> rows, List<String> columns) {
        for (String column : columns) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String row : rows) {
                sum = sum.add(new BigDecimal(
                        Objects.requireNonNull(cells.get(form + "." + row + "." + column), row + "." + column)
                                .toString()));
            }
            put(form + ".total." + column, sum);
        }
    }

    void entry(String form, Map<String, Object> entry) {
        entries.computeIfAbsent(form, name -> new ArrayList<>()).add(entry);
    }

    List<Map<String, Object>> entries(String form) {
        return entries.getOrDefault(form, List.of());
    }

    @Nullable
    Number cell(String key) {
        return cells.get(key);
    }
}
