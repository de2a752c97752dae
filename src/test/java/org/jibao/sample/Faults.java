package org.jibao.sample;

import java.util.Set;

/** Whose faults reach beyond the last quarter's files. */
final class Faults {

    /** Reports 0 everywhere in all of 2026, so that nothing is carried in either. */
    static final String ZERO_RETURN = "QL332";

    /** Send nothing in the last quarter. */
    static final Set<String> SILENT = Set.of("QL320", "QL321");

    /** Answered a request of the last quarter after the limit, as its register shows. */
    static final Set<String> ANSWERED_LATE = Set.of("QL301", "QL329", "QL333");

    private Faults() {}
}
