package org.jibao.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jibao.batch.ledger.RunLedger;
import org.jibao.batch.ledger.RunRecord;

/** The nightly runs of a job, by the ledger. */
record Nights(Path store, String job) {

    /** For when the last one took place that did its work. */
    Optional<Instant> last() {
        RunLedger ledger = RunLedger.beside(store);
        try {
            return ledger.runs().stream()
                    .filter(run -> run.job().equals(job) && run.command().equals("nightly"))
                    .filter(run -> run.state() == RunRecord.State.DONE)
                    .map(RunRecord::asOf)
                    .max(Instant::compareTo);
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
    }
}
