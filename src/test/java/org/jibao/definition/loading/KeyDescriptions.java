package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jibao.definition.loading.Shape.Keys;

/** What the tables of one section of {@code src/docs/job-folder.md} say of keys. */
final class KeyDescriptions {

    private static final Pattern ROW = Pattern.compile("^\\|(.+?)\\|(?:.*\\|)?(.+)\\|$");
    private static final Pattern KEY = Pattern.compile("`(?:\\w+: )?([a-z_-]+)`");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");

    private final List<Map<String, String>> tables = new ArrayList<>();

    private KeyDescriptions() {}

    /** @param heading begins the section, such as {@code ## forms/} */
    static KeyDescriptions of(String document, String heading) {
        KeyDescriptions descriptions = new KeyDescriptions();
        int from = document.indexOf("\n" + heading);
        if (from < 0) {
            throw new IllegalArgumentException("no section " + heading);
        }
        int to = document.indexOf("\n## ", from + 1);
        Map<String, String> table = new LinkedHashMap<>();
        for (String line :
                document.substring(from, to < 0 ? document.length() : to).split("\n")) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String text =
                        LINK.matcher(row.group(2).strip()).replaceAll("$1").replace("`", "");
                KEY.matcher(row.group(1)).results().forEach(key -> table.putIfAbsent(key.group(1), text));
            } else {
                descriptions.add(table);
            }
        }
        descriptions.add(table);
        return descriptions;
    }

    private void add(Map<String, String> table) {
        if (!table.isEmpty()) {
            tables.add(Map.copyOf(table));
            table.clear();
        }
    }

    /** What the table says that has most of the mapping's keys. */
    Optional<String> of(Keys mapping, String key) {
        return tables.stream()
                .filter(table -> table.containsKey(key))
                .filter(table -> fit(table, mapping) * 2 >= table.size())
                .max(Comparator.comparingInt(table -> fit(table, mapping)))
                .map(table -> table.get(key));
    }

    private static int fit(Map<String, String> table, Keys mapping) {
        Set<String> common = new HashSet<>(table.keySet());
        common.retainAll(mapping.named.keySet());
        return common.size();
    }
}
