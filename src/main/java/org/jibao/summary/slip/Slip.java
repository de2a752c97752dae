package org.jibao.summary.slip;

import java.time.Instant;
import java.util.List;
import org.jibao.checking.Verdict;

/**
 * What a slip is to say. In Chinese only: units read it.
 *
 * @param job the job's title
 * @param unit the unit's name; empty where the file is nobody's
 * @param period in words, likewise
 * @param file the file's own name, as it was sent
 * @param receivedAt when it came; also the slip's date, so that making it again gives the same bytes
 * @param received the same in words, by the job's clock
 * @param name how the file should be named when it is sent again
 */
public record Slip(
        String job,
        String unit,
        String period,
        String file,
        Instant receivedAt,
        String received,
        Verdict verdict,
        List<SlipFinding> findings,
        String name) {

    public Slip {
        findings = List.copyOf(findings);
    }
}
