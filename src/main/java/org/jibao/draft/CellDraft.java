package org.jibao.draft;

import org.jspecify.annotations.Nullable;

/**
 * What cells hold.
 *
 * @param kind in the words of a form's {@code cell}
 * @param unit or null
 * @param assumed whether nothing in the form says so
 */
record CellDraft(String kind, @Nullable String unit, boolean assumed) {

    static final CellDraft TEXT = new CellDraft("text", null, true);
    static final CellDraft COUNT = new CellDraft("count", null, true);

    boolean number() {
        return !kind.equals("text") && !kind.equals("date");
    }

    boolean same(CellDraft other) {
        return kind.equals(other.kind) && java.util.Objects.equals(unit, other.unit);
    }
}
