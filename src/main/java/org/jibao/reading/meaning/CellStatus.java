package org.jibao.reading.meaning;

import java.util.Locale;

/** The one status to which a declared cell is read. */
public enum CellStatus {
    VALUE,
    ZERO,
    BLANK,
    NA,
    INVALID;

    /** As stored: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
