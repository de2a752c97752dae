package org.jibao.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jibao.calendar.Period;

/** A unit's quarters, one after the other: what is carried out of one is carried into the next. */
final class UnitStory {

    private final long seed;
    private final SampleUnit unit;
    private final Predicate<Period> silent;

    /** @param silent quarters in which nothing at all happened in the unit */
    UnitStory(long seed, SampleUnit unit, Predicate<Period> silent) {
        this.seed = seed;
        this.unit = unit;
        this.silent = silent;
    }

    Map<Period, Figures> tell(List<Period> periods) {
        Map<Period, Figures> told = new LinkedHashMap<>();
        Figures previous = Figures.empty();
        for (Period period : periods) {
            Figures figures = silent.test(period) ? nothing() : quarter(period, previous);
            told.put(period, figures);
            previous = figures;
        }
        return told;
    }

    private Figures quarter(Period period, Figures previous) {
        Dice dice = new Dice(seed, unit.code() + period.code());
        Map<String, Object> values = new LinkedHashMap<>();
        List<Item> items = RegisterStory.items(dice, unit, period);
        ProactiveStory.tell(dice, period, items, previous, values);
        new RequestsStory(dice, values).tell(unit, period, previous, !silent.test(period.next()));
        new ResponsesStory(dice, values).tell(unit, period);
        DisputesStory.tell(dice, unit, values);
        return new Figures(values, items);
    }

    private static Figures nothing() {
        Map<String, Object> values = new LinkedHashMap<>();
        Indicators.all().forEach(key -> values.put(key, 0));
        return new Figures(values, List.of());
    }
}
