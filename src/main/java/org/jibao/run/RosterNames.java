package org.jibao.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Problem;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.finding.Text;
import org.jibao.guard.SafeFileName;

/**
 * Finds units whose names no file can bear as they are: too long, or one with another's to some file system. Their files are
 * made under other names, by which a return that is sent back is not known.
 */
public final class RosterNames {

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
        return new Text(
                "单位“%s”的名称太长，作不了文件名（会被截短）；请在 name 中写简称，全称写入 aliases".formatted(unit.code()),
                "the name of unit \"%s\" is too long for the name of a file and would be cut; put a shorter one into name and the full one into aliases"
                        .formatted(unit.code()));
    }

    private static Text collides(Unit unit, Unit other) {
        return new Text(
                "单位“%s”与“%s”的名称作文件名时是同一个（大小写、文件名不能用的字符不计）；请改其中一个的 name".formatted(unit.code(), other.code()),
                "units \"%s\" and \"%s\" have one name as the name of a file, where case and signs that no file may bear do not count; change the name of one"
                        .formatted(unit.code(), other.code()));
    }
}
