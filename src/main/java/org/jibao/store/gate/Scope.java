package org.jibao.store.gate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names that WITH has given to queries, as seen from one place of a statement. */
record Scope(Set<String> names) {

    static final Scope NONE = new Scope(Set.of());

    Scope with(String name) {
        Set<String> more = new HashSet<>(names);
        more.add(name.toLowerCase(Locale.ROOT));
        return new Scope(more);
    }

    boolean has(String name) {
        return names.contains(name.toLowerCase(Locale.ROOT));
    }
}
