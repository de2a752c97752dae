package org.jibao.store.gate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One object of the engine's tree. What is absent is the empty string, the empty list or false. */
record Tree(Map<?, ?> members) {

    /** The object, or an empty one where the value is none. */
    static Tree of(@Nullable Object value) {
        return new Tree(value instanceof Map<?, ?> map ? map : Map.of());
    }

    @Nullable
    Object get(String name) {
        return members.get(name);
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    Tree at(String name) {
        return of(members.get(name));
    }

    List<?> list(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }

    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    boolean flag(String name) {
        return Objects.equals(members.get(name), true);
    }

    /** The parts of a name, outermost first. */
    List<String> path() {
        return at("qualified_name").list("path").stream().map(String::valueOf).toList();
    }
}
