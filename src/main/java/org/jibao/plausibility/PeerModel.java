package org.jibao.plausibility;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What all kinds say of all cells, and the forecasts that follow for one unit. */
final class PeerModel {

    /** The judged period and as many before it as a year of quarters has: older ones are forecast from too little. */
    private static final int MOST_TARGETS = 5;

    /** The judged period and eight before it: two years of quarters. */
    static final int MOST_AGES = 9;

    private final PlausibilityInput input;
    private final Scaling scaling;
    private final int ages;
    private final int targets;
    private final Map<String, PeerCell[]> byKind = new LinkedHashMap<>();

    PeerModel(PlausibilityInput input, PeerSample sample) {
        this.input = input;
        this.scaling = new Scaling(input, sample);
        this.ages = Math.min(MOST_AGES, longest(input));
        this.targets = Math.max(1, Math.min(MOST_TARGETS, ages - 1));
        Map<List<UnitFigures>, PeerCell[]> known = new IdentityHashMap<>();
        sample.byKind().forEach((kind, units) -> byKind.put(kind, known.computeIfAbsent(units, any -> cells(units))));
    }

    private static int longest(PlausibilityInput input) {
        return input.units().stream()
                .mapToInt(unit -> unit.values().size())
                .max()
                .orElse(1);
    }

    private PeerCell[] cells(List<UnitFigures> units) {
        PeerCell[] cells = new PeerCell[input.cells().size()];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = PeerFit.of(scaling, units, cell, ages, targets, input.periodsInYear());
        }
        return cells;
    }

    /** So many periods can be judged: the judged one, and earlier ones to learn from. */
    int targets() {
        return targets;
    }

    JudgedReturn judged(UnitFigures unit, int age) {
        PeerCell[] peers = Objects.requireNonNull(byKind.get(unit.kind()));
        Forecast[] forecasts = new Forecast[peers.length];
        for (int cell = 0; cell < forecasts.length; cell++) {
            CellPast past = CellPast.of(scaling.series(unit, cell, ages), age, input.periodsInYear());
            forecasts[cell] = Forecast.of(
                    past,
                    peers[cell],
                    age,
                    scaling.base(unit, age, cell),
                    input.cells().get(cell),
                    scaling.unitSize(cell));
        }
        return new JudgedReturn(input, unit, age, peers, forecasts);
    }
}
