package org.jibao.reading.meaning;

import java.util.Locale;

/** The one status to which a declared cell is read. */
public enum CellStatus {
    VALUE,
    ZERO,
    BLANK,
    NA,
    /** There is a figure that is not told: in no total, and missing from it. */
    SUPPRESSED,
    INVALID;

    /** As stored: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
