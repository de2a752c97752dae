package org.jibao.decision;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jibao.calendar.Period;
import org.jibao.collect.ApplyRules;
import org.jibao.definition.JobDefinition;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.guard.InvisibleCharacters;
import org.jibao.run.Failures;
import org.jibao.run.Progress;
import org.jibao.run.UnusableArgument;
import org.jibao.run.ledger.RunLedger;
import org.jibao.status.HeldQuery;
import org.jibao.status.HeldQuery.HeldFile;
import org.jibao.status.SubmissionStanding;
import org.jibao.store.Decision;
import org.jibao.store.DecisionChain;
import org.jibao.store.Row;
import org.jibao.store.Rows;
import org.jibao.store.Store;
import org.jibao.support.SqlText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionException;

/** The book in which officers' decisions on one job are entered and looked up, at one moment. */
public final class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

    private static final Wording WORDS = Wording.of(Decisions.class);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Store store;
    private final JobDefinition job;
    private final Instant asOf;

    public Decisions(Store store, JobDefinition job, Instant asOf) {
        this.store = store;
        this.job = job;
        this.asOf = asOf;
    }

    public JobDefinition job() {
        return job;
    }

    Store store() {
        return store;
    }

    Instant asOf() {
        return asOf;
    }

    /** What counts by the decision is judged at once, and so is what looks at it. */
    void enter(Decision decision) {
        store.decisions(job, asOf).add(decision);
        if (decision.kind() != Decision.Kind.ACCEPT && decision.kind() != Decision.Kind.APPROVE) {
            Period period = job.periods().parse(decision.period()).orElseThrow();
            new ApplyRules(store, job, asOf, Progress.NONE).runAfterDecision(period);
        }
    }

    /** The rows of one of this package's queries; its first two arguments are the job and the moment. */
    Rows rows(String query, @Nullable Object... arguments) {
        @Nullable Object[] all = new Object[arguments.length + 2];
        all[0] = job.id();
        all[1] = asOf;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return store.sql().query(SqlText.read(Decisions.class, query), all);
    }

    /** What is held, of any unit and period. */
    List<HeldFile> held() {
        return new HeldQuery(store.sql(), job).all(asOf);
    }

    /** A submission that had been settled by the moment. */
    Optional<SubmissionStanding> submission(long number) {
        return rows("standing", number).stream().findFirst().map(SubmissionStanding::of);
    }

    /** The submission that counts for a unit and period. */
    Optional<SubmissionStanding> counted(String unit, String period) {
        return rows("standing_counted", unit, period).stream().findFirst().map(SubmissionStanding::of);
    }

    /**
     * In one transaction; then published, also where nothing was new, as the last run may have been killed before it
     * was.
     */
    public DecisionOutcome committed(Supplier<DecisionOutcome> work, RunLedger ledger) {
        DecisionOutcome outcome;
        try {
            outcome = store.inTransaction(work);
        } catch (TransactionException e) {
            throw Failures.of(e, store);
        }
        noteDecided(ledger);
        store.snapshot().publish();
        return outcome;
    }

    /** The decision stands; if the ledger cannot take it, the next run notes it. */
    private void noteDecided(RunLedger ledger) {
        try {
            ledger.decided(
                    Instant.now(), job.id(), DecisionChain.of(store.sql()).head());
        } catch (IOException e) {
            LOG.warn("a decision is not noted in the ledger {}", ledger.file(), e);
        }
    }

    /** Who decided something, when and why, as a clause. */
    Text said(Row decision) {
        return WORDS.text(
                "decision.said",
                decision.text("decided_by"),
                time(decision.time("decided_at")),
                decision.text("reason"));
    }

    String time(Instant instant) {
        return TO_THE_MINUTE.format(instant.atZone(job.zone()));
    }

    /**
     * What came of an officer's decision.
     *
     * @param changed whether anything was decided that had not been
     * @param lines what is to be said of it
     */
    public record DecisionOutcome(boolean changed, List<Text> lines) {

        public DecisionOutcome {
            lines = List.copyOf(lines);
        }

        static DecisionOutcome changed(Text... lines) {
            return new DecisionOutcome(true, List.of(lines));
        }

        /** The same was decided before; saying it twice changes nothing. */
        static DecisionOutcome asBefore(Text... lines) {
            return new DecisionOutcome(false, List.of(lines));
        }
    }

    /**
     * Why an officer decides something, and who it is: both are kept permanently.
     *
     * @param reason not blank
     * @param by the officer's name, not blank
     */
    public record Ruling(String reason, String by) {

        /** @throws UnusableArgument where either is blank, or has a character that cannot be seen for what it is */
        public Ruling {
            reason = reason.strip();
            by = by.strip();
            refuseInvisible("--reason", reason);
            refuseInvisible("--by", by);
            if (reason.isEmpty() || by.isEmpty()) {
                throw new UnusableArgument(WORDS.text("decision.unfounded"));
            }
        }

        /** Whoever reads the decision later must see what was written, and all of it. */
        private static void refuseInvisible(String option, String text) {
            text.codePoints().filter(InvisibleCharacters::include).findFirst().ifPresent(point -> {
                String code = "U+%04X".formatted(point);
                int place = text.codePointCount(0, text.indexOf(point)) + 1;
                throw new UnusableArgument(WORDS.text("decision.invisible", option, place, code));
            });
        }
    }
}
