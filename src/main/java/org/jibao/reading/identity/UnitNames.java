package org.jibao.reading.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jibao.definition.JobDefinition;
import org.jibao.definition.Roster;
import org.jibao.definition.Unit;
import org.jibao.reading.workbook.LabelText;

/** The roster by code, name and alias, whatever their width and punctuation. Made once a job. */
public final class UnitNames {

    private final Map<String, Unit> byCode = new HashMap<>();
    private final Map<String, List<Unit>> byName = new HashMap<>();
    private final Map<String, Unit> owing = new LinkedHashMap<>();
    private final List<String> upper = new ArrayList<>();

    public UnitNames(JobDefinition job) {
        Roster roster = job.roster();
        roster.units().forEach(unit -> byCode.put(LabelText.normalise(unit.code()), unit));
        roster.byName().forEach((name, named) -> byName.merge(LabelText.normalise(name), named, UnitNames::joined));
        Set<String> parents = new HashSet<>();
        roster.units().stream().map(Unit::parent).filter(Objects::nonNull).forEach(parents::add);
        roster.units().stream()
                .filter(unit -> parents.contains(unit.code()))
                .forEach(unit -> upper.add(LabelText.normalise(unit.name())));
        roster.byName().forEach((name, named) -> named.stream()
                .filter(job::owes)
                .findFirst()
                .ifPresent(unit -> owing.put(own(LabelText.normalise(name)), unit)));
    }

    private static List<Unit> joined(List<Unit> some, List<Unit> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream())
                .distinct()
                .toList();
    }

    /** The units that a code, name or alias may mean: none, one, or several of one name. */
    public List<Unit> find(String text) {
        String words = LabelText.normalise(text);
        Unit unit = byCode.get(words);
        return unit != null ? List.of(unit) : byName.getOrDefault(words, List.of());
    }

    /**
     * The unit that owes the return and whose name or alias is least different, for whoever has misspelt it. Empty where
     * none is like it: with more than a third of its letters changed a name is another name.
     */
    String nearest(String text) {
        String words = own(LabelText.normalise(text));
        String nearest = "";
        int least = Math.max(1, words.length() / 3) + 1;
        for (Map.Entry<String, Unit> known : owing.entrySet()) {
            int distance = distance(words, known.getKey(), least);
            if (distance < least) {
                least = distance;
                nearest = known.getValue().name();
            }
        }
        return nearest;
    }

    /** A name without that of the upper unit, which all share and which makes any two of them look alike. */
    private String own(String words) {
        for (String name : upper) {
            if (words.startsWith(name) && words.length() > name.length()) {
                return words.substring(name.length());
            }
        }
        return words;
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
