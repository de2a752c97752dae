package org.jibao.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jibao.calendar.Period;

/** Every unit's figures, quarter by quarter. */
final class Stories {

    private final Map<SampleUnit, Map<Period, Figures>> told = new LinkedHashMap<>();

    /** @param silent in which unit and quarter nothing at all happened */
    Stories(long seed, List<SampleUnit> units, List<Period> periods, BiPredicate<SampleUnit, Period> silent) {
        for (SampleUnit unit : units) {
            told.put(unit, new UnitStory(seed, unit, period -> silent.test(unit, period)).tell(periods));
        }
    }

    List<SampleUnit> units() {
        return List.copyOf(told.keySet());
    }

    SampleUnit unit(String code) {
        return told.keySet().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit " + code + " on the roster"));
    }

    Figures of(SampleUnit unit, Period period) {
        return Objects.requireNonNull(
                Objects.requireNonNull(told.get(unit), unit.code()).get(period), period.code());
    }
}
