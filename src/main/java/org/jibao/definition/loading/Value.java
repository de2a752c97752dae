package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a YAML file, which may be absent. Asked for something it is not, it reports a problem and answers with
 * what lets loading go on; absent, it answers so without a word, as whoever needed it has reported that.
 */
class Value {

    private static final Wording WORDS = Wording.of(Value.class);

    private final DefinitionFile source;
    private final String key;
    private final @Nullable Node node;
    private final int keyLine;
    private final boolean required;

    Value(DefinitionFile source, String key, @Nullable Node node, int keyLine, boolean required) {
        this.source = source;
        this.key = key;
        this.node = node;
        this.keyLine = keyLine;
        this.required = required;
    }

    /** Whether it is this one word, where a list may stand, too. */
    boolean is(String word) {
        return node instanceof ScalarNode scalar && scalar.getValue().strip().equals(word);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean absent() {
        return node == null;
    }

    int line() {
        return node == null ? keyLine : node.getStartMark().getLine() + 1;
    }

    /** {@code checks/requests.yaml:12}. */
    String place() {
        return source.file() + ":" + line();
    }

    void report(Text message) {
        source.report(line(), message);
    }

    /** Stripped; the empty string where there is none. */
    String text() {
        return optionalText().orElse("");
    }

    /** What stands for it where the key is left out. */
    String textOr(String otherwise) {
        return absent() ? otherwise : text();
    }

    Optional<String> optionalText() {
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof ScalarNode scalar)) {
            report(WORDS.text("value.not-a-text", key));
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() && required) {
            report(WORDS.text("value.empty-text", key));
        }
        return Optional.of(text);
    }

    /** One text for all of the job's languages, or {@code {zh: …, en: …}}. */
    Text words() {
        if (!(node instanceof MappingNode)) {
            return Text.same(text());
        }
        Mapping mapping = mapping().orElseThrow();
        Text words = mapping.words();
        mapping.end();
        return words;
    }

    boolean flag() {
        String text = text();
        if (!absent() && !text.equals("true") && !text.equals("false")) {
            report(WORDS.text("value.not-a-flag", key, text));
        }
        return text.equals("true");
    }

    int integer(int least, int most, int otherwise) {
        String text = text();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number out of range
        }
        report(WORDS.text("value.not-an-integer", key, least, most, text));
        return otherwise;
    }

    /** A number of zero or more. */
    BigDecimal number() {
        String text = text();
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        // No exponents: "1e9" is more likely a slip than a number.
        if (!text.matches("\\d{1,14}(\\.\\d{1,4})?")) {
            report(WORDS.text("value.not-a-number", key, text));
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }

    /** By what a figure is multiplied: above 0, with up to twelve decimals; 0 where there is none that can be used. */
    BigDecimal factor() {
        String text = text();
        boolean number = text.matches("\\d{1,12}(\\.\\d{1,12})?");
        BigDecimal factor = number ? new BigDecimal(text) : BigDecimal.ZERO;
        if (factor.signum() <= 0 && !text.isEmpty()) {
            report(WORDS.text("form.not-a-factor", key, text));
        }
        return factor;
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    <E extends Enum<E>> E choice(Class<E> type, E otherwise) {
        String text = text();
        if (text.isEmpty()) {
            return otherwise;
        }
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> words.put(word(constant), constant));
        E chosen = words.get(text);
        if (chosen == null) {
            report(WORDS.text("value.not-a-choice", key, text, Suggestion.of(text, words.keySet())));
            return otherwise;
        }
        return chosen;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * A text that must be the name of something declared elsewhere.
     *
     * @param noun the key of what it names, such as {@code noun.form}
     */
    String nameOf(String noun, Collection<String> declared) {
        String text = text();
        if (!text.isEmpty() && !declared.contains(text)) {
            report(Suggestion.unknown(noun, text, declared));
        }
        return text;
    }

    List<Value> items() {
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            report(WORDS.text("value.not-a-list", key));
            return List.of();
        }
        if (required && sequence.getValue().isEmpty()) {
            report(WORDS.text("value.empty-list", key));
        }
        return sequence.getValue().stream()
                .map(item -> new Value(source, key, item, keyLine, true))
                .toList();
    }

    List<String> texts() {
        return items().stream().map(Value::text).filter(text -> !text.isEmpty()).toList();
    }

    /** The list's mappings, where a plain text stands for {@code {label: text}}. */
    Stream<Mapping> labelled() {
        return items().stream()
                .flatMap(item -> item.node instanceof ScalarNode
                        ? Stream.of(Mapping.of(source, item.line(), "label", item.node))
                        : item.mapping().stream());
    }

    /** The mapping, where a plain text stands for {@code {key: text}}. */
    Optional<Mapping> mappingOr(String shortFor) {
        return node instanceof ScalarNode ? Optional.of(Mapping.of(source, line(), shortFor, node)) : mapping();
    }

    /** The list's mappings; an item that is none is a problem. */
    Stream<Mapping> mappings() {
        return items().stream().flatMap(item -> item.mapping().stream());
    }

    Optional<Mapping> mapping() {
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Mapping(source, mapping));
        }
        report(WORDS.text("value.not-a-mapping", key));
        return Optional.empty();
    }
}
