package org.jibao.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.DeliveryException;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.metrics.MetricException;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Turns what went wrong in a batch job into what an operator can act on. */
public final class Failures {
    private static final Wording WORDS = Wording.of(Failures.class);

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static void throwIfFailed(JobExecution execution, Store store) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            List<Throwable> causes = execution.getAllFailureExceptions();
            throw of(causes.isEmpty() ? new IllegalStateException(execution.toString()) : causes.get(0), store);
        }
    }

    /** @throws RunStopped where the run was only asked to stop */
    public static OperationalFailure of(Throwable cause, Store store) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof RunStopped stopped) {
                throw stopped;
            }
            if (link instanceof OperationalFailure known) {
                return known;
            }
            if (link instanceof MetricException mistake) {
                return new OperationalFailure(mistake.text(), mistake);
            }
            if (link instanceof IOException output) {
                return output(output);
            }
        }
        return store.explain(cause).map(Failures::of).orElseGet(() -> of(cause));
    }

    /** The machine's own reason, in its words, where there is one. */
    public static OperationalFailure of(Throwable failure) {
        return Cause.of(failure).map(cause -> because(cause, failure)).orElseGet(() -> unforeseen(failure));
    }

    private static OperationalFailure because(Cause cause, Throwable failure) {
        LOG.error("the run broke off", failure);
        return new OperationalFailure(WORDS.text("failure.because", cause.why(), cause.cure()), failure);
    }

    public static OperationalFailure of(StoreException e) {
        return new OperationalFailure(e.text(), e);
    }

    public static OperationalFailure output(IOException e) {
        if (e instanceof DeliveryException known) {
            return new OperationalFailure(known.text(), known);
        }
        Text why = why(e);
        return new OperationalFailure(WORDS.text("failure.output", why), e);
    }

    public static OperationalFailure ledger(Path ledger, IOException e) {
        return new OperationalFailure(WORDS.text("failure.ledger", ledger, e), e);
    }

    /** Without the key no template's code could be told from a forged one. */
    public static OperationalFailure markKey(Path key, IOException e) {
        return new OperationalFailure(WORDS.text("failure.mark-key", key, e), e);
    }

    /** The work is done, and nobody will see that it is. */
    public static OperationalFailure endNotNoted(Path ledger, IOException e) {
        return new OperationalFailure(WORDS.text("failure.end-not-noted", ledger, e), e);
    }

    /** A reason that is known, beside the words of the system, which name the file. */
    private static Text why(IOException e) {
        return Cause.of(e)
                .map(cause -> WORDS.text("failure.why", cause.why(), e))
                .orElseGet(() -> Text.same(e.toString()));
    }

    public static OperationalFailure nothingCollected(JobDefinition job, Path store) {
        return new OperationalFailure(WORDS.text("failure.nothing-collected", job.id(), store), null);
    }

    /** The only kind that is worth a stack trace, which nobody else logs. */
    private static OperationalFailure unforeseen(Throwable cause) {
        LOG.error("the run broke off", cause);
        return new OperationalFailure(WORDS.text("failure.unforeseen", cause), cause);
    }
}
