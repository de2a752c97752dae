package org.jibao.checking;

import java.util.Locale;

/** What became of a submission. Kept for ever; whether a newer revision has superseded it is told apart. */
public enum Verdict {
    /** Stored, rules not yet run; never seen after a finished collect. */
    PENDING,
    ACCEPTED,
    ACCEPTED_WITH_WARNINGS,
    RETURNED,
    REJECTED,
    DUPLICATE,
    /** A package of an office below: it counts nowhere itself, and what is in it stands for itself. */
    PACKAGE;

    /** As stored: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean accepted() {
        return this == ACCEPTED || this == ACCEPTED_WITH_WARNINGS;
    }
}
