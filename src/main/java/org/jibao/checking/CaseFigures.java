package org.jibao.checking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rules saw of one return at one verdict.
 *
 * @param number of the case
 * @param periodNumber in its year, or null
 * @param previousThere whether a return counted for the period before
 * @param figures by the number of the cell less one; null where none stands there
 * @param previous the same of the period before; empty where no rule looks at it
 * @param unusual the status of the cells that have neither a value nor zero, by their numbers
 */
record CaseFigures(
        long number,
        @Nullable Long periodNumber,
        @Nullable Long periodYear,
        boolean previousThere,
        List<@Nullable BigDecimal> figures,
        List<@Nullable BigDecimal> previous,
        Map<Integer, String> unusual) {

    /** @param row as {@code probable-figures.sql} gives it */
    static CaseFigures of(List<@Nullable Object> row) {
        return new CaseFigures(
                ((Number) Objects.requireNonNull(row.get(0))).longValue(),
                row.get(1) instanceof Number number ? (Long) number.longValue() : null,
                row.get(2) instanceof Number year ? (Long) year.longValue() : null,
                Boolean.TRUE.equals(row.get(3)),
                list(row.get(4)),
                list(row.get(5)),
                statuses(row.get(6)));
    }

    /** A list as the engine writes it. */
    private static List<@Nullable BigDecimal> list(@Nullable Object text) {
        List<@Nullable BigDecimal> numbers = new ArrayList<>();
        if (text != null) {
            String written = text.toString();
            for (String one : written.substring(1, written.length() - 1).split(", ")) {
                numbers.add(one.equals("NULL") || one.isEmpty() ? null : new BigDecimal(one));
            }
        }
        return numbers;
    }

    private static Map<Integer, String> statuses(@Nullable Object text) {
        Map<Integer, String> statuses = new HashMap<>();
        if (text != null) {
            for (String one : text.toString().split(",")) {
                String[] parts = one.split(" ");
                statuses.put(Integer.valueOf(parts[0]), parts[1]);
            }
        }
        return statuses;
    }

    @Nullable
    BigDecimal figure(int cell) {
        return figures.get(cell - 1);
    }

    @Nullable
    BigDecimal before(int cell) {
        return previous.isEmpty() ? null : previous.get(cell - 1);
    }
}
