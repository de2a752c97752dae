package org.jibao.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.jibao.run.ledger.RunLedger;
import org.jibao.run.ledger.RunLedger.LedgerBreak;
import org.jibao.store.DecisionChain;
import org.jibao.store.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells, each time a ledger or a store is opened, where it is no longer what was written. Each break is reported once a process, and the
 * work goes on: returns must not wait for it.
 */
public final class ChainAlarm {
    private static final Wording WORDS = Wording.of(ChainAlarm.class);

    private static final Logger LOG = LoggerFactory.getLogger(ChainAlarm.class);

    private final Settings settings;
    private final RunLedger ledger;
    private final List<Text> told = new ArrayList<>();

    public ChainAlarm(Settings settings, RunLedger ledger) {
        this.settings = settings;
        this.ledger = ledger;
    }

    /** Everything that was told so far. */
    public List<Text> told() {
        return List.copyOf(told);
    }

    /** Looks at the ledger. Where it cannot be read, the code that writes to it reports that. */
    public void ledger() {
        try {
            ledger.broken().ifPresent(broken -> tell(ChainWords.ledger(ledger.file(), broken)));
        } catch (IOException e) {
            LOG.warn("the ledger {} cannot be read", ledger.file(), e);
        }
    }

    /** Compares the decisions in the open store with what the ledger says of them. No other process can change them meanwhile. */
    public DecisionChain.Head store(Sql sql) {
        DecisionChain chain = DecisionChain.of(sql);
        fits(chain);
        if (chain.broken() == null) {
            noted().ifPresent(heads -> agrees(chain, heads));
        }
        return chain.head();
    }

    /** Looks at the decisions of a snapshot, which may be behind the ledger. */
    public void snapshot(Sql sql) {
        fits(DecisionChain.of(sql));
    }

    /** Looks at what was restored; the ledger spoke of the store before it. */
    public void restored(DecisionChain chain, long noted) {
        fits(chain);
        if (chain.head().count() < noted) {
            tell(ChainWords.restoredOlder(chain.head().count(), noted));
        }
    }

    /** How many decisions the ledger knows of. */
    public long noted(Set<DecisionChain.Head> heads) {
        return heads.stream().mapToLong(DecisionChain.Head::count).max().orElse(0);
    }

    private void fits(DecisionChain chain) {
        if (chain.broken() != null) {
            tell(ChainWords.decisions(settings.store(), chain.broken()));
        }
    }

    private void agrees(DecisionChain chain, Set<DecisionChain.Head> heads) {
        OptionalLong misfit = heads.stream()
                .filter(head -> !chain.passes(head))
                .mapToLong(DecisionChain.Head::count)
                .min();
        if (misfit.isPresent()) {
            // What was decided since is chained to what stands there, and fits.
            long known = heads.stream()
                    .mapToLong(DecisionChain.Head::count)
                    .filter(count -> count < misfit.getAsLong())
                    .max()
                    .orElse(0);
            tell(ChainWords.otherDecisions(settings.store(), chain.head().count(), known, noted(heads)));
        }
    }

    private Optional<Set<DecisionChain.Head>> noted() {
        try {
            return Optional.of(ledger.decisionHeads());
        } catch (IOException e) {
            LOG.warn("the ledger {} cannot be read", ledger.file(), e);
            return Optional.empty();
        }
    }

    private void tell(Text text) {
        if (!told.contains(text)) {
            told.add(text);
            LOG.atWarn().addKeyValue("event", "chain-broken").log(text.en());
            settings.alarm().accept(text);
        }
    }

    /** What is said where decisions or the ledger of runs are no longer what was written. */
    public static final class ChainWords {

        private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

        private ChainWords() {}

        public static Text ledger(Path ledger, LedgerBreak broken) {
            Text time = broken.at().isEmpty() ? Text.same("") : WORDS.text("alarm.at", broken.at());
            return WORDS.text("alarm.ledger", broken.line(), time, ledger);
        }

        static Text decisions(Path store, DecisionChain.Misfit broken) {
            String time = MINUTE.format(broken.decidedAt().atZone(ZoneId.systemDefault()));
            return WORDS.text(
                    "alarm.decisions", broken.number(), broken.job(), broken.unit(), broken.period(), time, store);
        }

        /**
         * Where the decisions fit each other, but are not those of which the ledger speaks.
         *
         * @param known how many of the first are the same
         * @param noted how many the ledger knows
         */
        static Text otherDecisions(Path store, long count, long known, long noted) {
            return WORDS.text("alarm.other-decisions", store, count, noted, known);
        }

        /** What a restored backup lacks is no break, and is said once. */
        static Text restoredOlder(long count, long noted) {
            return WORDS.text("alarm.restored-older", count, noted);
        }
    }
}
