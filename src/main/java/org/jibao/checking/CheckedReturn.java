package org.jibao.checking;

import java.util.List;
import org.jibao.finding.Finding;
import org.jibao.reading.Reading;

/**
 * A reading with everything that is known about it before the store's rules run.
 *
 * @param findings reading's own and checking's, in the order of sheet and cell
 * @param evidence of who sent it
 */
public record CheckedReturn(Reading reading, List<Finding> findings, Evidence evidence) {

    /** One of whose sender nothing is known. */
    public CheckedReturn(Reading reading, List<Finding> findings) {
        this(reading, findings, Evidence.WORDS);
    }

    public CheckedReturn {
        findings = List.copyOf(findings);
    }
}
