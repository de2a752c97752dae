package org.jibao.definition.loading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Keys and values of a YAML file. What is asked of it is what it may hold: {@link #end()} reports every other key.
 */
class Mapping {

    private static final Wording WORDS = Wording.of(Mapping.class);

    private final DefinitionFile source;
    private final int line;
    private final Map<String, Node> values;
    private final Map<String, Integer> lines;
    private final Set<String> known;

    Mapping(DefinitionFile source, MappingNode node) {
        this(
                source,
                node.getStartMark().getLine() + 1,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>());
        node.getValue().forEach(this::add);
    }

    Mapping(DefinitionFile source, int line, Map<String, Node> values, Map<String, Integer> lines, Set<String> known) {
        this.source = source;
        this.line = line;
        this.values = values;
        this.lines = lines;
        this.known = known;
    }

    /** One key with its value, where a file says it more shortly. */
    static Mapping of(DefinitionFile source, int line, String key, Node value) {
        return new Mapping(
                source, line, new LinkedHashMap<>(Map.of(key, value)), new LinkedHashMap<>(), new LinkedHashSet<>());
    }

    /** The same keys and values, whose texts are in these languages. */
    Mapping in(List<Language> languages) {
        return new Mapping(source.in(languages), line, values, lines, known);
    }

    private void add(NodeTuple entry) {
        int at = entry.getKeyNode().getStartMark().getLine() + 1;
        if (!(entry.getKeyNode() instanceof ScalarNode scalar)) {
            source.report(at, WORDS.text("key.not-a-word"));
            return;
        }
        Integer first = lines.putIfAbsent(scalar.getValue(), at);
        if (first == null) {
            values.put(scalar.getValue(), entry.getValueNode());
        } else {
            source.report(at, WORDS.text("key.duplicate", scalar.getValue(), first));
        }
    }

    DefinitionFile source() {
        return source;
    }

    int line() {
        return line;
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** The value of a key that may be left out. */
    Value get(String key) {
        known.add(key);
        return new Value(source, key, given(key), lines.getOrDefault(key, line), false);
    }

    /** The value of a key that may be left out, but not without a value. */
    Value ifGiven(String key) {
        return has(key) ? need(key) : get(key);
    }

    /** The value of a key that must be there: its absence is a problem. */
    Value need(String key) {
        known.add(key);
        Node node = given(key);
        int at = lines.getOrDefault(key, line);
        if (node == null) {
            source.report(at, WORDS.text("key.missing", key));
        }
        return new Value(source, key, node, at, true);
    }

    /** The text under {@code zh} and {@code en}, in each of the job's languages; of one language alone both are the same. */
    Text words() {
        List<Language> languages = source.languages();
        for (Language language : languages) {
            if (get(key(language)).absent()) {
                source.report(line, WORDS.text("words.language-missing", noun(language), key(language)));
            }
        }
        Text words =
                new Text(need("zh", languages).text(), need("en", languages).text());
        return languages.size() > 1 ? words : Text.same(words.in(languages.get(0)));
    }

    private Value need(String key, List<Language> languages) {
        boolean needed = languages.stream().anyMatch(language -> key(language).equals(key));
        known.add(key);
        return new Value(source, key, given(key), lines.getOrDefault(key, line), needed);
    }

    private static String key(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private static Text noun(Language language) {
        return language == Language.ZH ? WORDS.text("noun.language-zh") : WORDS.text("noun.language-en");
    }

    /** The text under {@code label}, or under {@code zh} and {@code en} beside the other keys. */
    Text label() {
        known.add("label");
        return !has("label") && (has("zh") || has("en"))
                ? words()
                : need("label").words();
    }

    /** The id under a key; one that is left out is made from the label. */
    String id(String key, Text label, Ids ids) {
        return has(key) ? ids.claim(need(key)) : ids.made(label.en(), get(key));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    private @Nullable Node given(String key) {
        Node node = values.get(key);
        return node == null || node.getTag().equals(Tag.NULL) ? null : node;
    }

    /** Reports every key that nobody has asked for. */
    void end() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                source.report(lines.getOrDefault(key, line), WORDS.text("key.unknown", key, Suggestion.of(key, known)));
            }
        }
    }
}
