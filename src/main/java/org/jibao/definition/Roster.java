package org.jibao.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jibao.finding.Text;

/**
 * The units, in the order of {@code units.csv}, which is the order of every list that a person sees.
 *
 * @param origin where each of them stands
 */
public record Roster(List<Unit> units, Origin origin) {

    /**
     * Where units stand.
     *
     * @param file the path within the job folder
     * @param lines by place of the unit in the list
     */
    public record Origin(String file, List<Integer> lines) {

        static final Origin NONE = new Origin("units.csv", List.of());

        public Origin {
            lines = List.copyOf(lines);
        }
    }

    public Roster {
        units = List.copyOf(units);
    }

    public Roster(List<Unit> units) {
        this(units, Origin.NONE);
    }

    /** What is wrong with a unit, at its line. */
    public Problem problem(Unit unit, Text message) {
        int place = units.indexOf(unit);
        boolean known = place >= 0 && place < origin.lines().size();
        return new Problem(origin.file(), known ? origin.lines().get(place) : 1, message);
    }

    public Optional<Unit> byCode(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The units that a code, a name or an alias may mean: none, one, or several of one name. */
    public List<Unit> find(String word) {
        String stripped = word.strip();
        return byCode(stripped).map(List::of).orElseGet(() -> byName().getOrDefault(stripped, List.of()));
    }

    /** The name or alias that somebody may have meant by one that is not known. */
    public Optional<String> nearest(String word) {
        return Nearest.to(word.strip(), byName().keySet());
    }

    public List<String> codes() {
        return units.stream().map(Unit::code).toList();
    }

    /** The codes level by level, the units farthest below the root first: every unit after all that stand below it. */
    public List<List<String>> levels() {
        Map<String, Unit> byCode = new LinkedHashMap<>();
        units.forEach(unit -> byCode.put(unit.code(), unit));
        TreeMap<Integer, List<String>> levels = new TreeMap<>(Comparator.reverseOrder());
        for (Unit unit : units) {
            levels.computeIfAbsent(depth(unit, byCode), level -> new ArrayList<>())
                    .add(unit.code());
        }
        return List.copyOf(levels.values());
    }

    private static int depth(Unit unit, Map<String, Unit> byCode) {
        int depth = 0;
        Unit upper = unit.parent() == null ? null : byCode.get(unit.parent());
        while (upper != null) {
            depth++;
            upper = upper.parent() == null ? null : byCode.get(upper.parent());
        }
        return depth;
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
