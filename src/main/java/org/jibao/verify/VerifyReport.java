package org.jibao.verify;

import java.util.List;
import org.jibao.definition.Problem;

/**
 * What trying a job folder out has shown.
 *
 * @param problems every mistake; empty where the folder can be used
 */
public record VerifyReport(
        String job, int units, int forms, int rules, int metrics, int examples, List<Problem> problems) {

    public VerifyReport {
        problems = List.copyOf(problems);
    }
}
