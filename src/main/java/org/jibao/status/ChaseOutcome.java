package org.jibao.status;

import java.nio.file.Path;
import java.util.List;
import org.jibao.finding.Text;

/**
 * What came of a chase list.
 *
 * @param files what stands there now
 * @param written whether they were written now; otherwise they were there already and would say the same
 * @param owing units on it
 * @param unwritten which could not be written for their own sake, and why; the next run tries again
 */
public record ChaseOutcome(List<Path> files, boolean written, long owing, List<Text> unwritten) {

    public ChaseOutcome {
        files = List.copyOf(files);
        unwritten = List.copyOf(unwritten);
    }

    /** Where all of them stand there. */
    public ChaseOutcome(List<Path> files, boolean written, long owing) {
        this(files, written, owing, List.of());
    }
}
