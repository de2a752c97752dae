package org.jibao.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jibao.calendar.Period;

/** Table 3: messages and cases; most answered and closed in time, and better so from year to year. */
final class ResponsesStory {

    private static final List<Named> COUNTS = Labels.RESPONSE_COLUMNS.subList(0, 8);
    private static final List<String> DAYS = List.of("days_taken", "days_promised", "days_statutory");

    private final Dice dice;
    private final Map<String, Object> values;

    ResponsesStory(Dice dice, Map<String, Object> values) {
        this.dice = dice;
        this.values = values;
    }

    void tell(SampleUnit unit, Period period) {
        int scale = unit.scale();
        int calls = unit.kind().equals("department") ? 4 * scale : 60 * scale;
        row("message", dice.between(scale / 2, 2 * scale), period, 5, 10, 15);
        row("consultation", dice.between(scale / 3, scale + 3), period, 3, 5, 15);
        row("hotline", dice.between(calls / 2, calls), period, 4, 5, 10);
        row("petition", dice.between(0, scale / 3), period, 25, 30, 60);
        Sums.rows(values, "responses", Labels.RESPONSES, COUNTS);
        DAYS.forEach(this::averageOverRows);
    }

    private void row(String row, int received, Period period, int usualDays, int promised, int statutory) {
        int better = Math.min(4, (period.year() - 2024) * 2);
        int valid = received - dice.successes(received, 4);
        int inTime = valid - dice.successes(valid, 8 - better);
        int late = dice.successes(valid - inTime, 60);
        int closed = dice.successes(inTime, 97) + late;
        int rated = dice.successes(closed, 70);
        put(
                row,
                List.of(
                        received,
                        valid,
                        inTime,
                        late,
                        closed,
                        dice.successes(closed, 55),
                        dice.successes(rated, 92),
                        rated));
        if (received == 0) {
            DAYS.forEach(day -> values.put(key(row, day), "/"));
            return;
        }
        values.put(key(row, "days_taken"), BigDecimal.valueOf(usualDays * 10L - dice.between(0, 9 * usualDays / 2), 1));
        values.put(key(row, "days_promised"), BigDecimal.valueOf(promised));
        values.put(key(row, "days_statutory"), BigDecimal.valueOf(statutory));
    }

    /** @param counts in the order of the printed columns, the last being rated */
    private void put(String row, List<Integer> counts) {
        for (int i = 0; i < counts.size(); i++) {
            values.put(key(row, COUNTS.get(i).id()), counts.get(i));
        }
    }

    /** Weighted by what was received, to one decimal. */
    private void averageOverRows(String day) {
        BigDecimal sum = BigDecimal.ZERO;
        int weight = 0;
        for (String row : Labels.parts(Labels.RESPONSES)) {
            if (values.get(key(row, day)) instanceof BigDecimal days) {
                int received = Sums.count(values, key(row, "received"));
                sum = sum.add(days.multiply(BigDecimal.valueOf(received)));
                weight += received;
            }
        }
        values.put(
                key("total", day), weight == 0 ? "/" : sum.divide(BigDecimal.valueOf(weight), 1, RoundingMode.HALF_UP));
    }

    private static String key(String row, String column) {
        return "responses." + row + "." + column;
    }
}
