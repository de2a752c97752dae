package org.jibao.slip;

import java.time.Instant;
import java.util.List;
import org.jibao.checking.Verdict;
import org.jibao.definition.Unit;
import org.jibao.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * The newest submission of a unit, or a file that is nobody's.
 *
 * @param unit whose it is by what the file, its name or its folder says; null where none does
 */
public record SlipSubmission(
        long id, @Nullable Unit unit, String file, String sha256, Verdict verdict, Instant receivedAt) {

    /** Whether a slip is owed for what was found. */
    boolean asks(List<SlipFinding> findings) {
        return !verdict.accepted()
                || findings.stream().anyMatch(found -> found.severity() == Severity.WARNING && !found.answered());
    }

    /** The file's own name, without the folders of the inbox. */
    String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
