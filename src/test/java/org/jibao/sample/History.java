package org.jibao.sample;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.calendar.Period;

/** The quarters before the last: returns in order, a few of them late, one missing now and then. */
final class History {

    /** Units by position that sent nothing; none of them has a part in the last quarter's faults. */
    private static final Map<String, Set<Integer>> MISSING = Map.of(
            "2024Q4",
            Set.of(44, 46),
            "2025Q1",
            Set.of(45),
            "2025Q2",
            Set.of(20),
            "2025Q4",
            Set.of(45),
            "2026Q1",
            Set.of(48));

    private static final Map<String, Set<Integer>> LATE = Map.of(
            "2024Q4", Set.of(3, 13, 27, 40, 48),
            "2025Q1", Set.of(9, 27, 33, 46),
            "2025Q2", Set.of(13, 40, 45),
            "2025Q3", Set.of(3, 22, 44, 48),
            "2025Q4", Set.of(27, 46),
            "2026Q1", Set.of(13, 31, 44),
            "2026Q2", Set.of(9, 48));

    private final long seed;
    private final Stories stories;

    History(long seed, Stories stories) {
        this.seed = seed;
        this.stories = stories;
    }

    List<Sent> quarter(Period period) throws IOException {
        List<Sent> sent = new ArrayList<>();
        int position = 0;
        for (SampleUnit unit : stories.units()) {
            if (!MISSING.getOrDefault(period.code(), Set.of()).contains(position)) {
                sent.add(sent(unit, period, position));
            }
            position++;
        }
        return sent;
    }

    private Sent sent(SampleUnit unit, Period period, int position) throws IOException {
        Dice dice = new Dice(seed, "receipt" + unit.code() + period.code());
        boolean late = LATE.getOrDefault(period.code(), Set.of()).contains(position);
        OffsetDateTime received = late ? Receipt.late(dice, period) : Receipt.onTime(dice, period);
        Figures figures = stories.of(unit, period);
        SampleBook book = ReturnBook.of(unit, period, figures, received.toLocalDate());
        if (position % 2 == 0) {
            ReturnBook.mark(book, unit, period);
        }
        Expectation expectation = figures.items().isEmpty() ? Expectation.noted("return-zero") : Expectation.ACCEPTED;
        return new Sent(
                unit.code(),
                period,
                fileName(unit, period),
                BookWriter.xlsx(book),
                received,
                late ? expectation.andNote("return-late") : expectation);
    }

    static String fileName(SampleUnit unit, Period period) {
        return "%s/%s_%s.xlsx"
                .formatted(period.code(), unit.name(), period.label().zh());
    }
}
