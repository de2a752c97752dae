package org.jibao.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units, in the order of {@code units.csv}, which is the order of every list that a person sees. */
public record Roster(List<Unit> units) {

    public Roster {
        units = List.copyOf(units);
    }

    public Optional<Unit> byCode(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** Every name and alias to its units; a name that two units share maps to both. */
    public Map<String, List<Unit>> byName() {
        Map<String, List<Unit>> names = new LinkedHashMap<>();
        for (Unit unit : units) {
            names.merge(unit.name(), List.of(unit), Roster::concatenation);
            unit.aliases().forEach(alias -> names.merge(alias, List.of(unit), Roster::concatenation));
        }
        return names;
    }

    private static List<Unit> concatenation(List<Unit> some, List<Unit> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream())
                .distinct()
                .toList();
    }
}
