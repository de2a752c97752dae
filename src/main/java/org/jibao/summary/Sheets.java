package org.jibao.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.SummaryDefinition.Sheet;

/** The names of the tabs: at most 31 characters, none that Excel forbids, none twice. */
final class Sheets {
    private static final int LONGEST = 31;

    private Sheets() {}

    /** Tab names by the ids of the sheets, in order. */
    static Map<String, String> names(List<Sheet> sheets, Localizer speech) {
        Map<String, String> names = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (Sheet sheet : sheets) {
            names.put(sheet.id(), unused(safe(speech.say(sheet.title())), used));
        }
        return names;
    }

    private static String safe(String title) {
        String safe = title.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
        safe = withoutQuotes(safe);
        return safe.isEmpty()
                ? "-"
                : safe.substring(0, Math.min(LONGEST, safe.length())).strip();
    }

    /** Excel takes none at either end of a name. */
    private static String withoutQuotes(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && name.charAt(from) == '\'') {
            from++;
        }
        while (to > from && name.charAt(to - 1) == '\'') {
            to--;
        }
        return name.substring(from, to);
    }

    private static String unused(String name, Set<String> used) {
        List<String> candidates = new ArrayList<>(List.of(name));
        for (int number = 2; !used.add(candidates.get(candidates.size() - 1).toLowerCase(Locale.ROOT)); number++) {
            String suffix = " " + number;
            candidates.add(name.substring(0, Math.min(name.length(), LONGEST - suffix.length())) + suffix);
        }
        return candidates.get(candidates.size() - 1);
    }
}
