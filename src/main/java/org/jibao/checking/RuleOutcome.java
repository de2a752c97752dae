package org.jibao.checking;

import java.util.List;

/**
 * What one rule had to say about all pending returns.
 *
 * @param failures by submission, then in the order of the form; nothing is double
 * @param passed how often it held: once a column, row, return or entry
 * @param notAssessable how often it could not be said, as an operand or the period before was missing
 */
public record RuleOutcome(List<SubmissionFinding> failures, long passed, long notAssessable) {

    public RuleOutcome {
        failures = List.copyOf(failures);
    }
}
