package org.jibao.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Wording;
import org.jibao.run.ledger.MissedRuns;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunRecord;
import org.jibao.store.Sql;
import org.jibao.store.Store;
import org.jibao.store.keeping.SetBackClock;
import org.jibao.support.SqlText;

/**
 * The moment of a run. By the machine's clock it must be one that can be true: what a wrong clock decides is in the
 * figures for ever. A moment that was given may lie anywhere, but nothing is decided before what was decided already.
 */
public final class RunClock {
    private static final Wording WORDS = Wording.of(RunClock.class);

    /**
     * A machine that stood still for longer than a yearly return takes is told from a clock that has jumped by a
     * person.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(400);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Settings settings;
    private final RunLedger ledger;
    private final Instant asOf;

    public RunClock(Settings settings, RunLedger ledger, Instant asOf) {
        this.settings = settings;
        this.ledger = ledger;
        this.asOf = asOf;
    }

    /**
     * That the machine's clock is neither before this program was made nor far after the last run; before anything is
     * opened.
     *
     * @throws OperationalFailure where it is
     */
    public void check() {
        if (settings.asOf().isPresent()) {
            return;
        }
        if (asOf.isBefore(MissedRuns.EARLIEST)) {
            throw behind();
        }
        lastRun()
                .filter(last -> Duration.between(last, asOf).compareTo(LONGEST_PAUSE) > 0)
                .ifPresent(last -> {
                    throw ahead(last);
                });
    }

    /** That the machine's clock has not gone back behind what the store holds. */
    public void check(Store store, JobDefinition job) {
        if (settings.asOf().isEmpty()) {
            SetBackClock.check(store, job, asOf);
        }
    }

    /**
     * The same for what decides something, or tells leaders what stands last: for that no moment that was given may lie
     * back.
     */
    public void checkDeciding(Store store, JobDefinition job) {
        check(store, job);
        refuseDatingBack(store.sql(), job, asOf);
    }

    /**
     * That nothing was decided after a moment at which something is to be decided: summaries that were made would
     * change.
     *
     * @throws UnusableArgument where something was
     */
    public static void refuseDatingBack(Sql sql, JobDefinition job, Instant asOf) {
        if (isHistory(sql, job, asOf)) {
            String time = MINUTE.format(asOf.atZone(job.zone()));
            throw new UnusableArgument(WORDS.text("clock.dated-back", time));
        }
    }

    /** Whether the store holds what was received or decided after a moment. */
    public static boolean isHistory(Sql sql, JobDefinition job, Instant asOf) {
        return sql.query(SqlText.read(RunClock.class, "later"), job.id(), asOf).number() > 0;
    }

    /** The last run that did its work; what failed may have failed because of its clock. */
    private Optional<Instant> lastRun() {
        try {
            return ledger.runs().stream()
                    .filter(run -> run.state() == RunRecord.State.DONE
                            && !run.command().equals("deliver"))
                    .map(RunRecord::begunAt)
                    .reduce((earlier, later) -> later);
        } catch (IOException e) {
            throw Failures.ledger(ledger.file(), e);
        }
    }

    private OperationalFailure behind() {
        return new OperationalFailure(WORDS.text("clock.behind", local(asOf)), null);
    }

    private OperationalFailure ahead(Instant last) {
        // Seconds and their fraction would at times read like a telephone number, and be masked.
        Instant second = asOf.truncatedTo(ChronoUnit.SECONDS);
        return new OperationalFailure(WORDS.text("clock.ahead", local(asOf), local(last), second), null);
    }

    private static String local(Instant time) {
        return MINUTE.format(time.atZone(ZoneId.systemDefault()));
    }
}
