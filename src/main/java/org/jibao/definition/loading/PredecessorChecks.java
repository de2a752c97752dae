package org.jibao.definition.loading;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.Unit;

/** Who went into whom: every predecessor is on the roster, was closed, and nobody comes after itself. */
final class PredecessorChecks {

    private final DefinitionFile source;
    private final Map<String, Unit> units = new LinkedHashMap<>();

    private PredecessorChecks(DefinitionFile source, List<Unit> units) {
        this.source = source;
        units.forEach(unit -> this.units.putIfAbsent(unit.code(), unit));
    }

    /** @param lines the line of each unit, in the same order */
    static void report(DefinitionFile source, List<Unit> units, List<Integer> lines) {
        PredecessorChecks succession = new PredecessorChecks(source, units);
        for (int i = 0; i < units.size(); i++) {
            succession.report(units.get(i), lines.get(i));
        }
    }

    private void report(Unit unit, int line) {
        for (String code : unit.predecessors()) {
            Unit predecessor = units.get(code);
            if (predecessor == null) {
                source.report(line, Mistake.unknownName(Nouns.UNIT, code, units.keySet()));
            } else if (predecessor.activeTo() == null) {
                source.report(line, RosterMistake.predecessorStillActive(unit.code(), code));
            } else if (closedBy(unit, predecessor.activeTo())) {
                source.report(line, RosterMistake.predecessorOutlives(unit.code(), code));
            }
        }
        if (succeedsItself(unit)) {
            source.report(line, RosterMistake.succeedsItself(unit.code()));
        }
    }

    private static boolean closedBy(Unit unit, LocalDate day) {
        return unit.activeTo() != null && !unit.activeTo().isAfter(day);
    }

    private boolean succeedsItself(Unit unit) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(unit.predecessors());
        while (!open.isEmpty()) {
            String code = open.pop();
            Unit before = units.get(code);
            if (code.equals(unit.code())) {
                return true;
            }
            if (before != null && seen.add(code)) {
                open.addAll(before.predecessors());
            }
        }
        return false;
    }
}
