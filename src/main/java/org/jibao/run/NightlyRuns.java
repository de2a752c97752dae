package org.jibao.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;

/** The nightly runs of a job, by the ledger. */
public record NightlyRuns(RunLedger ledger, String job) {

    /** Clocks are corrected: a night takes what was decided in the last day before the one before it once more. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    /**
     * The moment up to which the last one that did its work has surely taken in everything; empty before the first. One that is
     * yet to come was noted by a clock that has been set right since. What lies before the first one, which leaves closed periods
     * as they are, stays settled by it: returns of years gone by that it took in are no news of the night after.
     */
    public Optional<Instant> settledUpTo(Instant now) {
        List<Instant> done = done(now);
        if (done.isEmpty()) {
            return Optional.empty();
        }
        Instant first = Collections.min(done);
        Instant overlapping = Collections.max(done).minus(OVERLAP);
        return Optional.of(overlapping.isAfter(first) ? overlapping : first);
    }

    private List<Instant> done(Instant now) {
        try {
            return ledger.runs().stream()
                    .filter(run -> run.job().equals(job) && run.command().equals("nightly"))
                    .filter(run -> run.state() == RunRecord.State.DONE)
                    .map(RunRecord::asOf)
                    .filter(time -> !time.isAfter(now))
                    .toList();
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
    }
}
