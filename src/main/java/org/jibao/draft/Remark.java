package org.jibao.draft;

import org.jibao.finding.Text;

/**
 * One line of the report on a draft.
 *
 * @param sheet and cell of which it speaks; empty where it speaks of the whole
 */
public record Remark(Kind kind, Text text, String sheet, String cell) {

    /** How much of a person's attention it wants. */
    public enum Kind {
        /** What was found. */
        RECOGNISED,
        /** What was taken to be so, and is easily changed. */
        ASSUMED,
        /** What could not be taken over, or may be wrong. */
        LOOK
    }

    static Remark recognised(Text text, String sheet, String cell) {
        return new Remark(Kind.RECOGNISED, text, sheet, cell);
    }

    static Remark assumed(Text text, String sheet, String cell) {
        return new Remark(Kind.ASSUMED, text, sheet, cell);
    }

    static Remark look(Text text, String sheet, String cell) {
        return new Remark(Kind.LOOK, text, sheet, cell);
    }

    /** {@code Sheet!B5}, or empty. */
    public String place() {
        return sheet.isEmpty() || cell.isEmpty() ? sheet : sheet + "!" + cell;
    }
}
