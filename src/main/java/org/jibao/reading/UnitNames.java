package org.jibao.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;

/** The roster by code, name and alias, whatever their width and punctuation. Made once a job. */
final class UnitNames {

    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Unit>> byName = new HashMap<>();
    private final List<Unit> units;

    UnitNames(Roster roster) {
        units = roster.units();
        units.forEach(unit -> byCode.put(LabelText.normalise(unit.code()), unit));
        roster.byName().forEach((name, named) -> byName.merge(LabelText.normalise(name), named, UnitNames::joined));
    }

    private static List<Unit> joined(List<Unit> some, List<Unit> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream())
                .distinct()
                .toList();
    }

    /** The units that a code, name or alias may mean: none, one, or several of one name. */
    List<Unit> find(String text) {
        String words = LabelText.normalise(text);
        Unit unit = byCode.get(words);
        return unit != null ? List.of(unit) : byName.getOrDefault(words, List.of());
    }

    /** The unit whose name is least different, for whoever has misspelt it; a dash where none is like it. */
    String nearest(String text) {
        String words = LabelText.normalise(text);
        String nearest = "—";
        int least = Math.max(2, words.length() / 2) + 1;
        for (Unit unit : units) {
            int distance = distance(words, LabelText.normalise(unit.name()), least);
            if (distance < least) {
                least = distance;
                nearest = unit.name();
            }
        }
        return nearest;
    }

    /** Insertions, removals and replacements from one to the other (Levenshtein); no more than {@code most} matters. */
    private static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) >= most) {
            return most;
        }
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
