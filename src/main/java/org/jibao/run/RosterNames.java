package org.jibao.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Problem;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.SafeFileName;

/**
 * Finds units whose names no file can bear as they are: too long, or one with another's to some file system. Their files are
 * made under other names, by which a return that is sent back is not known.
 */
public final class RosterNames {
    private static final Wording WORDS = Wording.of(RosterNames.class);

    /** The longest that stands behind a unit's name in the name of a file. */
    private static final String LONGEST_ENDING = "_2026年第三季度_退回说明.xlsx";

    private RosterNames() {}

    public static List<Problem> problems(Roster roster) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Unit> first = new HashMap<>();
        for (Unit unit : roster.units()) {
            if (SafeFileName.isTooLong(unit.name(), LONGEST_ENDING)) {
                problems.add(roster.problem(unit, tooLong(unit)));
            }
            Unit other = first.putIfAbsent(SafeFileName.key(SafeFileName.plain(unit.name())), unit);
            if (other != null) {
                problems.add(roster.problem(unit, collides(unit, other)));
            }
        }
        return problems;
    }

    private static Text tooLong(Unit unit) {
        return WORDS.text("unit.name-too-long", unit.code());
    }

    private static Text collides(Unit unit, Unit other) {
        return WORDS.text("unit.same-name", unit.code(), other.code());
    }
}
