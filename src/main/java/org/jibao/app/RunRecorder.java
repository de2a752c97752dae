package org.jibao.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jibao.definition.loading.ProblemsException;
import org.jibao.finding.Language;
import org.jibao.finding.Text;
import org.jibao.guard.PersonalNumbers;
import org.jibao.run.Failures;
import org.jibao.run.OperationalFailure;
import org.jibao.run.PeakMemory;
import org.jibao.run.ProgramVersion;
import org.jibao.run.RunLog;
import org.jibao.run.RunStopped;
import org.jibao.run.Settings;
import org.jibao.run.StageTimes;
import org.jibao.run.UnusableArgument;
import org.jibao.run.ledger.RunEnd;
import org.jibao.run.ledger.RunEntry;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Notes in the ledger that a command runs, and how it ended, whatever becomes of it. */
final class RunRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    private final RunLedger ledger;
    private final RunEntry run;
    private final StageTimes times;
    private final RunStatistics notes = new RunStatistics(this::noteSettled);
    private final Path store;
    private final long since = System.nanoTime();

    RunRecorder(Settings settings, RunLedger ledger, String command, Instant asOf, StageTimes times) {
        this.store = settings.store();
        this.ledger = ledger;
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
    <T> T record(Function<RunStatistics, T> work, Consumer<Text> failed) {
        MDC.put(RunLog.RUN, run.id());
        try {
            return noted(work, failed);
        } finally {
            MDC.remove(RunLog.RUN);
        }
    }

    private <T> T noted(Function<RunStatistics, T> work, Consumer<Text> failed) {
        begin();
        T outcome;
        try {
            outcome = work.apply(notes);
        } catch (RunStopped e) {
            endAfter(RunRecord.State.STOPPED, e.text(), null);
            throw e;
        } catch (RuntimeException | Error e) {
            Text why = masked(words(e));
            endAfter(RunRecord.State.FAILED, why, e);
            failed.accept(why);
            throw e;
        }
        try {
            note(end(RunRecord.State.DONE, null), null);
        } catch (IOException e) {
            RunLog.notNoted(e);
            throw Failures.endNotNoted(ledger.file(), e);
        }
        return outcome;
    }

    /** A run that cannot be noted is not begun: what nobody can see later has not happened. */
    private void begin() {
        try {
            ledger.begin(run);
            RunLog.begun(run, store);
        } catch (IOException e) {
            RunLog.notBegun(run, e);
            throw Failures.ledger(ledger.file(), e);
        }
    }

    private void noteSettled(List<Map<String, String>> inputs, long last) {
        try {
            ledger.settled(run, inputs, last);
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
    }

    /** The failure itself is what must be told: that it could not be noted comes second. */
    private void endAfter(RunRecord.State state, Text why, @Nullable Throwable failure) {
        try {
            note(end(state, why), failure);
        } catch (IOException e) {
            LOG.error("the end of the run could not be noted in {}", ledger.file(), e);
        }
    }

    /** Where the ledger cannot take it, the log has it all the same. */
    private void note(RunEnd end, @Nullable Throwable failure) throws IOException {
        try {
            ledger.end(run, end);
        } finally {
            RunLog.ended(end, (System.nanoTime() - since) / 1_000_000, failure);
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
                PeakMemory.whole().orElse(0),
                notes.folder(),
                notes.decisions(),
                notes.alarms());
    }

    /** What stopped a run may quote a file's name, or what stood in it. */
    private static Text masked(Text words) {
        return new Text(PersonalNumbers.masked(words.zh()), PersonalNumbers.masked(words.en()));
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
