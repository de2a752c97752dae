package org.jibao.template;

/** What a cell is for, which decides its look and whether it is open. */
enum Tone {
    TITLE,
    CAPTION,
    MEASURE,
    HEADER,
    LABEL,
    NOTE,
    /** Filled in already, and not the unit's to change. */
    FIXED,
    /** Computed, and not the unit's to change. */
    TOTAL,
    /** The unit's to fill in. */
    OPEN,
    /** The unit's to fill in, a long text. */
    OPEN_TEXT,
    /** Beside what the unit is to fill in; nobody reads it. */
    SPARE,
    SECTION,
    TERM,
    WORDS;

    boolean open() {
        return this == OPEN || this == OPEN_TEXT || this == SPARE;
    }

    boolean framed() {
        return switch (this) {
            case HEADER, LABEL, FIXED, TOTAL, OPEN, OPEN_TEXT, TERM, WORDS -> true;
            default -> false;
        };
    }
}
