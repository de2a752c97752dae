package org.jibao.summarize;

import java.nio.file.Path;
import java.util.List;
import org.jibao.calendar.Period;
import org.jibao.finding.Text;
import org.jibao.status.ChaseOutcome;

/**
 * What came of a summary.
 *
 * @param files what stands there now
 * @param expected units that owe a return for the period
 * @param reported of those, units with an accepted return
 * @param written whether it was written now; otherwise it was there already and would say the same
 * @param digest tells one state of what was summarized from another
 * @param partial whether a file could not be written for its own sake; a warning says why, and the next run tries again
 * @param chase the list of those who owe a return, beside it
 * @param warnings what the operator should know about the machine, such as a missing typeface
 */
public record SummaryOutcome(
        Period period,
        long expected,
        long reported,
        List<Path> files,
        boolean written,
        String digest,
        boolean partial,
        ChaseOutcome chase,
        List<Text> warnings) {

    public SummaryOutcome {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
