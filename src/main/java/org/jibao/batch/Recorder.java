package org.jibao.batch;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jibao.batch.ledger.RunEnd;
import org.jibao.batch.ledger.RunEntry;
import org.jibao.batch.ledger.RunLedger;
import org.jibao.batch.ledger.RunRecord;
import org.jibao.definition.ProblemsException;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the ledger that a command runs, and how it ended, whatever becomes of it. */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final RunLedger ledger;
    private final RunEntry run;
    private final StageTimes times;
    private final RunNotes notes = new RunNotes();

    Recorder(Settings settings, String command, Instant asOf, StageTimes times) {
        this.ledger = RunLedger.beside(settings.store());
        this.run = RunEntry.now(command, settings.job(), asOf, ProgramVersion.current());
        this.times = times;
    }

    /** The run's own id. */
    String id() {
        return run.id();
    }

    /**
     * Does the work between the two lines of the ledger.
     *
     * @param failed is told of a failure once the ledger has it
     */
    <T> T record(Function<RunNotes, T> work, Consumer<Text> failed) {
        begin();
        T outcome;
        try {
            outcome = work.apply(notes);
        } catch (RunStopped e) {
            endAfter(RunRecord.State.STOPPED, e.text());
            throw e;
        } catch (RuntimeException | Error e) {
            Text why = words(e);
            endAfter(RunRecord.State.FAILED, why);
            failed.accept(why);
            throw e;
        }
        try {
            ledger.end(run, end(RunRecord.State.DONE, null));
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
        return outcome;
    }

    /** A run that cannot be noted is not begun: what nobody can see later has not happened. */
    private void begin() {
        try {
            ledger.begin(run);
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
    }

    /** The failure itself is what must be told: that it could not be noted comes second. */
    private void endAfter(RunRecord.State state, Text why) {
        try {
            ledger.end(run, end(state, why));
        } catch (IOException e) {
            LOG.error("the end of the run could not be noted in {}", ledger.file(), e);
        }
    }

    private RunEnd end(RunRecord.State state, @Nullable Text failure) {
        Map<String, Long> stages = new LinkedHashMap<>();
        times.nanos().forEach((stage, spent) -> stages.put(stage.name().toLowerCase(Locale.ROOT), spent / 1_000_000));
        return new RunEnd(
                Instant.now(),
                state,
                failure,
                notes.verdicts(),
                notes.inputs(),
                notes.settled(),
                notes.published(),
                notes.sent(),
                notes.undelivered(),
                stages,
                PeakMemory.whole().orElse(0));
    }

    private static Text words(Throwable e) {
        if (e instanceof OperationalFailure failure) {
            return failure.text();
        }
        if (e instanceof UnusableArgument wrong) {
            return wrong.text();
        }
        if (e instanceof ProblemsException mistakes) {
            return new Text(mistakes.in(Language.ZH), mistakes.in(Language.EN));
        }
        return Text.same(e.toString());
    }
}
