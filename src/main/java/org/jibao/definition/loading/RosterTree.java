package org.jibao.definition.loading;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.Unit;
import org.jspecify.annotations.Nullable;

/** The tree of units: every upper unit is on the roster, and nobody stands above itself. */
final class RosterTree {

    private RosterTree() {}

    /** @param lines the line of each unit, in the same order */
    static void report(DefinitionFile source, List<Unit> units, List<Integer> lines) {
        Map<String, @Nullable String> parents = new LinkedHashMap<>();
        units.forEach(unit -> parents.putIfAbsent(unit.code(), unit.parent()));
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            int line = lines.get(i);
            if (unit.parent() != null && !parents.containsKey(unit.parent())) {
                source.report(line, Mistake.unknownName(Nouns.UNIT, unit.parent(), parents.keySet()));
            }
            if (standsAboveItself(unit.code(), parents)) {
                source.report(line, RosterMistake.cycle(unit.code()));
            }
        }
    }

    private static boolean standsAboveItself(String code, Map<String, @Nullable String> parents) {
        Set<String> seen = new HashSet<>();
        String upper = parents.get(code);
        while (upper != null && seen.add(upper)) {
            if (upper.equals(code)) {
                return true;
            }
            upper = parents.get(upper);
        }
        return false;
    }
}
