package org.jibao.definition.loading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a value of a YAML file may be, as its reader has asked for it. */
final class Shape {

    /** What a reader may take a value for. */
    enum Type {
        TEXT,
        WORDS,
        ID,
        NAME,
        FLAG,
        INTEGER,
        NUMBER,
        CHOICE,
        LIST,
        MAPPING
    }

    final Set<Type> types = EnumSet.noneOf(Type.class);

    /** Words of which it is one. */
    final Set<String> choices = new LinkedHashSet<>();

    /** Whether a list must have an item. */
    boolean filled;

    int least;
    int most;

    /** The key of a mapping for which a plain text stands. */
    @Nullable
    String shortFor;

    @Nullable
    Shape item;

    @Nullable
    Keys keys;

    Shape itemShape() {
        types.add(Type.LIST);
        if (item == null) {
            item = new Shape();
        }
        return item;
    }

    Keys keyShapes() {
        types.add(Type.MAPPING);
        if (keys == null) {
            keys = new Keys();
        }
        return keys;
    }

    /** The words of a choice, and nothing but them. */
    void choose(List<String> words) {
        types.add(Type.CHOICE);
        choices.addAll(words);
    }

    /** A text that only a message shows is no reason for taking any text. */
    boolean anyText() {
        return types.contains(Type.TEXT) || types.contains(Type.NAME);
    }

    boolean narrower() {
        return types.contains(Type.CHOICE)
                || types.contains(Type.FLAG)
                || types.contains(Type.INTEGER)
                || types.contains(Type.NUMBER)
                || types.contains(Type.WORDS)
                || types.contains(Type.ID);
    }

    /** The keys of a mapping. */
    static final class Keys {

        final Map<String, Shape> named = new LinkedHashMap<>();

        /** Ways to fill it, one of which a mapping must take. */
        final List<Way> ways = new ArrayList<>();

        /** What stands under keys that a job's author invents. */
        @Nullable
        Shape any;

        boolean labelled;

        Shape named(String key) {
            return named.computeIfAbsent(key, name -> new Shape());
        }

        Shape any() {
            if (any == null) {
                any = new Shape();
            }
            return any;
        }

        /** The keys that every way needs. */
        Set<String> required() {
            Set<String> common =
                    new LinkedHashSet<>(ways.isEmpty() ? Set.of() : ways.get(0).needed());
            ways.forEach(way -> common.retainAll(way.needed()));
            return common;
        }
    }

    /**
     * One way to fill a mapping.
     *
     * @param known keys that it may have
     * @param needed keys that it must have
     * @param chosen words on which it depends
     */
    record Way(Set<String> known, Set<String> needed, Map<String, String> chosen) {

        /** Whether whatever fits the other fits this one. */
        boolean takesAllOf(Way other) {
            return known.containsAll(other.known)
                    && other.needed.containsAll(needed)
                    && other.chosen.entrySet().containsAll(chosen.entrySet());
        }

        boolean possible() {
            return known.containsAll(needed);
        }
    }
}
