package org.jibao.definition.loading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
final class Mapping {

    private static final Wording WORDS = Wording.of(Mapping.class);

    private final DefinitionFile source;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Mapping(DefinitionFile source, MappingNode node) {
        this.source = source;
        this.line = node.getStartMark().getLine() + 1;
        node.getValue().forEach(this::add);
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
