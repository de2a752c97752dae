package org.jibao.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a chase list.
 *
 * @param files what stands there now
 * @param written whether they were written now; otherwise they were there already and would say the same
 * @param owing units on it
 */
public record ChaseOutcome(List<Path> files, boolean written, long owing) {

    public ChaseOutcome {
        files = List.copyOf(files);
    }
}
