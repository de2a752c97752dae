package org.jibao.definition.loading;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jibao.definition.loading.Exploration.Run;
import org.jibao.definition.loading.Exploration.Visit;
import org.jibao.definition.loading.Shape.Keys;
import org.jibao.definition.loading.Shape.Type;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;

/** Stands for any mapping and any value: it has whatever it is asked for, and notes it. */
final class Probe {

    /** Names that are given by the program and not by the job. */
    private static final Set<String> FIXED = Set.of("noun.operator", "noun.verdict");

    private Probe() {}

    private static DefinitionFile sourceOf(Run run) {
        return new DefinitionFile("probe.yaml", run.languages, new Problems());
    }

    /** A mapping that may have every key. */
    static final class OfMapping extends Mapping {

        private final Run run;
        private final String path;
        private final Keys shape;
        private final Visit visit;

        OfMapping(Run run, String path, Keys shape) {
            super(sourceOf(run), 1, Map.of(), Map.of(), Set.of());
            this.run = run;
            this.path = path;
            this.shape = shape;
            this.visit = run.visit(path, shape);
        }

        private boolean invented(String key) {
            return run.declared(path) || shape.any != null && run.keys(path).contains(key);
        }

        private Value value(String key, boolean required, boolean needed) {
            boolean any = invented(key) && !run.special(path, key);
            if (!invented(key)) {
                visit.known.add(key);
                if (needed) {
                    visit.needed.add(key);
                }
            }
            String place = path.isEmpty() ? key : path + "." + (any ? "*" : key);
            return new OfValue(run, visit, place, key, any ? shape.any() : shape.named(key), required);
        }

        @Override
        Mapping in(List<Language> languages) {
            return this;
        }

        @Override
        List<String> keys() {
            shape.any();
            return run.keys(path);
        }

        @Override
        Value get(String key) {
            return value(key, false, false);
        }

        @Override
        Value ifGiven(String key) {
            return value(key, true, false);
        }

        @Override
        Value need(String key) {
            return value(key, true, true);
        }

        @Override
        Text words() {
            throw new UnsupportedOperationException("asked for by label and by Value.words only");
        }

        @Override
        Text label() {
            shape.labelled = true;
            value("label", true, false).words();
            value("zh", true, false).text();
            value("en", true, false).text();
            return Text.same("x");
        }

        @Override
        String id(String key, Text label, Ids ids) {
            visit.known.add(key);
            shape.named(key).types.add(Type.ID);
            return run.text(path + "." + key).isEmpty() ? "x" : run.text(path + "." + key);
        }

        @Override
        boolean has(String key) {
            return run.yes(visit, path, "has " + key);
        }

        @Override
        void end() {
            visit.ended = true;
        }
    }

    /** A value that may be anything. */
    static final class OfValue extends Value {

        private final Run run;
        private final @Nullable Visit around;
        private final String path;
        private final String key;
        private final Shape shape;
        private final boolean required;

        /** @param around the mapping that it stands in, or null for an item of a list */
        OfValue(Run run, @Nullable Visit around, String path, String key, Shape shape, boolean required) {
            super(sourceOf(run), key, null, 1, required);
            this.run = run;
            this.around = around;
            this.path = path;
            this.key = key;
            this.shape = shape;
            this.required = required;
        }

        private boolean decided(String question) {
            return run.yes(around, parent(), question + " " + key);
        }

        private String parent() {
            return around == null ? path : path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }

        private boolean gone() {
            return run.known(parent() + "?absent " + key);
        }

        private String scalar(Type type) {
            shape.types.add(type);
            return gone() ? "" : run.text(path);
        }

        @Override
        boolean is(String word) {
            shape.choices.add(word);
            return decided("is " + word);
        }

        @Override
        boolean isMapping() {
            return decided("mapping");
        }

        @Override
        boolean absent() {
            return decided("absent");
        }

        @Override
        String text() {
            return scalar(Type.TEXT);
        }

        @Override
        String textOr(String otherwise) {
            return absent() ? otherwise : text();
        }

        @Override
        Optional<String> optionalText() {
            String text = text();
            return gone() ? Optional.empty() : Optional.of(text);
        }

        @Override
        Text words() {
            scalar(Type.WORDS);
            return Text.same(gone() ? "" : "x");
        }

        @Override
        boolean flag() {
            scalar(Type.FLAG);
            return false;
        }

        @Override
        int integer(int least, int most, int otherwise) {
            scalar(Type.INTEGER);
            shape.least = least;
            shape.most = most;
            return otherwise;
        }

        @Override
        BigDecimal number() {
            scalar(Type.NUMBER);
            return BigDecimal.ZERO;
        }

        @Override
        BigDecimal factor() {
            scalar(Type.NUMBER);
            return BigDecimal.ZERO;
        }

        @Override
        <E extends Enum<E>> E choice(Class<E> type, E otherwise) {
            E[] constants = type.getEnumConstants();
            List<String> words = Arrays.stream(constants).map(Value::word).toList();
            shape.choose(words);
            if (gone()) {
                return otherwise;
            }
            String word = run.answer(around, parent(), "choice " + key, word(otherwise), words);
            return constants[words.indexOf(word)];
        }

        @Override
        String nameOf(String noun, Collection<String> declared) {
            if (FIXED.contains(noun)) {
                shape.choose(List.copyOf(declared));
            }
            String text = scalar(Type.NAME);
            return text.isEmpty() && !gone() ? declared.stream().findFirst().orElse("") : text;
        }

        @Override
        List<Value> items() {
            Shape item = shape.itemShape();
            shape.filled |= required;
            return gone() ? List.of() : List.of(new OfValue(run, null, path + "[]", key, item, true));
        }

        @Override
        List<String> texts() {
            return items().stream()
                    .map(Value::text)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        @Override
        Stream<Mapping> labelled() {
            return items().stream().flatMap(item -> item.mappingOr("label").stream());
        }

        @Override
        Optional<Mapping> mappingOr(String shortFor) {
            shape.shortFor = shortFor;
            return mapping();
        }

        @Override
        Stream<Mapping> mappings() {
            return items().stream().flatMap(item -> item.mapping().stream());
        }

        @Override
        Optional<Mapping> mapping() {
            Keys keys = shape.keyShapes();
            return gone() ? Optional.empty() : Optional.of(new OfMapping(run, path, keys));
        }
    }
}
