package org.jibao.plausibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Units from which spreads and growths are learnt: all of a small kind, evenly spread ones of a large kind, always the
 * same.
 */
final class PeerSample {

    /** So many units in five periods give a spread to within a twentieth; more take time only. */
    static final int LARGEST = 100;

    /** A kind of fewer units is compared with all units: a median of four is no measure. */
    static final int LEAST = 5;

    private final List<UnitFigures> all;
    private final Map<String, List<UnitFigures>> byKind = new LinkedHashMap<>();

    PeerSample(List<UnitFigures> units) {
        all = spread(units);
        Map<String, List<UnitFigures>> kinds = new LinkedHashMap<>();
        units.forEach(unit ->
                kinds.computeIfAbsent(unit.kind(), any -> new ArrayList<>()).add(unit));
        kinds.forEach((kind, members) -> byKind.put(kind, members.size() < LEAST ? all : spread(members)));
    }

    private static List<UnitFigures> spread(List<UnitFigures> units) {
        int number = Math.min(units.size(), LARGEST);
        List<UnitFigures> chosen = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            chosen.add(units.get((int) ((long) i * units.size() / number)));
        }
        return List.copyOf(chosen);
    }

    List<UnitFigures> all() {
        return all;
    }

    Map<String, List<UnitFigures>> byKind() {
        return byKind;
    }
}
