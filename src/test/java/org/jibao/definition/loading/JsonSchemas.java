package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jibao.definition.loading.Shape.Keys;
import org.jibao.definition.loading.Shape.Type;
import org.jibao.definition.loading.Shape.Way;

/** Writes what a file may hold as a JSON Schema. */
final class JsonSchemas {

    private static final List<String> SCALAR = List.of("string", "number", "boolean");

    private final KeyDescriptions descriptions;

    JsonSchemas(KeyDescriptions descriptions) {
        this.descriptions = descriptions;
    }

    Map<String, Object> schema(String title, Keys keys) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Jibao: " + title);
        schema.putAll(mapping(keys));
        schema.put("$defs", Map.of("words", words()));
        return schema;
    }

    /** One text, or one for each language. */
    private static Map<String, Object> words() {
        Map<String, Object> text = Map.of("type", SCALAR);
        Map<String, Object> languages = new LinkedHashMap<>();
        languages.put("type", "object");
        languages.put("properties", sorted("zh", text, "en", text));
        languages.put("additionalProperties", false);
        languages.put("minProperties", 1);
        return Map.of("anyOf", List.of(text, languages));
    }

    private static Map<String, Object> sorted(String one, Object first, String other, Object second) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(one, first);
        map.put(other, second);
        return map;
    }

    private Map<String, Object> mapping(Keys keys) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.named.forEach((key, shape) -> {
            Map<String, Object> property = new LinkedHashMap<>();
            descriptions.of(keys, key).ifPresent(text -> property.put("description", text));
            property.putAll(value(shape));
            properties.put(key, property);
        });
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        schema.put("additionalProperties", keys.any == null ? false : value(keys.any));
        Set<String> required = new LinkedHashSet<>(keys.required());
        if (keys.labelled) {
            required.remove("label");
        }
        if (!required.isEmpty()) {
            schema.put("required", List.copyOf(required));
        }
        List<Object> conditions = new ArrayList<>();
        if (keys.labelled) {
            conditions.add(Map.of("anyOf", List.of(needs("label"), needs("zh"), needs("en"))));
        }
        if (keys.ways.size() > 1) {
            conditions.add(Map.of(
                    "anyOf",
                    keys.ways.stream().map(way -> way(keys, way, required)).toList()));
        }
        if (!conditions.isEmpty()) {
            schema.put("allOf", conditions);
        }
        return schema;
    }

    private static Map<String, Object> needs(String key) {
        return Map.of("required", List.of(key));
    }

    private static Map<String, Object> way(Keys keys, Way way, Set<String> common) {
        Map<String, Object> schema = new LinkedHashMap<>();
        List<String> needed =
                way.needed().stream().filter(key -> !common.contains(key)).toList();
        if (!needed.isEmpty()) {
            schema.put("required", needed);
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        way.chosen().forEach((key, word) -> properties.put(key, Map.of("const", word)));
        keys.named.keySet().stream()
                .filter(key -> !way.known().contains(key))
                .forEach(key -> properties.put(key, false));
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        return schema;
    }

    private Map<String, Object> value(Shape shape) {
        List<Map<String, Object>> kinds = new ArrayList<>(scalars(shape));
        Keys keys = shape.keys;
        if (keys != null && shape.shortFor != null) {
            kinds.addAll(scalars(keys.named(shape.shortFor)));
        }
        if (shape.item != null) {
            Map<String, Object> list = new LinkedHashMap<>();
            list.put("type", "array");
            list.put("items", value(shape.item));
            if (shape.filled) {
                list.put("minItems", 1);
            }
            kinds.add(list);
        }
        if (keys != null) {
            kinds.add(mapping(keys));
        }
        return kinds.size() == 1 ? kinds.get(0) : Map.of("anyOf", kinds);
    }

    /** A text under a word's key stands for the word in every language. */
    private static List<Map<String, Object>> scalars(Shape shape) {
        List<Map<String, Object>> kinds = new ArrayList<>();
        if (shape.types.contains(Type.WORDS)) {
            kinds.add(Map.of("$ref", "#/$defs/words"));
        }
        if (shape.types.contains(Type.CHOICE)
                || !shape.choices.isEmpty() && !shape.anyText() && !shape.types.contains(Type.WORDS)) {
            kinds.add(Map.of("enum", List.copyOf(shape.choices)));
        }
        if (shape.types.contains(Type.FLAG)) {
            kinds.add(Map.of("type", "boolean"));
        }
        if (shape.types.contains(Type.INTEGER)) {
            Map<String, Object> number = new LinkedHashMap<>();
            number.put("type", "integer");
            number.put("minimum", shape.least);
            number.put("maximum", shape.most);
            kinds.add(number);
        }
        if (shape.types.contains(Type.NUMBER)) {
            kinds.add(sorted("type", "number", "minimum", 0));
        }
        if (shape.types.contains(Type.ID)) {
            kinds.add(sorted("type", "string", "pattern", "^[a-z][a-z0-9_]*$"));
        }
        if (shape.anyText() && !shape.narrower()) {
            kinds.add(Map.of("type", SCALAR));
        }
        return kinds;
    }
}
