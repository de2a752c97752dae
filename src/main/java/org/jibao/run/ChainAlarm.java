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
            String zhTime = broken.at().isEmpty() ? "" : "（%s）".formatted(broken.at());
            String enTime = broken.at().isEmpty() ? "" : " (%s)".formatted(broken.at());
            return new Text(
                    "警告！运行记录 %s 从第 %d 行%s起，与此前各行的校验值不符：有人改动、删除或插入过记录，或较旧版本的程序写过它。运行照常进行，但这份记录不能再作凭据。请与日志文件（logs 目录）核对，查明是谁改的；之后可把它改名保存，下次运行另起一份"
                            .formatted(ledger, broken.line(), zhTime),
                    "WARNING! From line %d%s on, the ledger of runs %s no longer fits the hashes of the lines before: lines were changed, removed or added, or an older version of this program wrote to it. The program goes on, but this record proves nothing any more. Compare it with the log files (folder logs) and find out who changed it; then keep it under another name, and the next run begins a new one"
                            .formatted(broken.line(), enTime, ledger));
        }

        static Text decisions(Path store, DecisionChain.Misfit broken) {
            String time = MINUTE.format(broken.decidedAt().atZone(ZoneId.systemDefault()));
            return new Text(
                    "警告！数据库 %s 中的决定，从第 %d 号（任务 %s，单位 %s，%s，%s）起，与此前各项的校验值不符：有人在 Jibao 之外改动、删除或插入过决定。汇总仍按现有的决定计算。请用 jibao history 与书面材料核对，必要时用 jibao restore 换上此前的备份"
                            .formatted(store, broken.number(), broken.job(), broken.unit(), broken.period(), time),
                    "WARNING! From decision %d on (job %s, unit %s, %s, %s), the decisions in the store %s no longer fit the hashes of those before: decisions were changed, removed or added outside Jibao. Figures still go by what stands there. Compare `jibao history` with your papers, and if need be put a backup from before in place with `jibao restore`"
                            .formatted(broken.number(), broken.job(), broken.unit(), broken.period(), time, store));
        }

        /**
         * Where the decisions fit each other, but are not those of which the ledger speaks.
         *
         * @param known how many of the first are the same
         * @param noted how many the ledger knows
         */
        static Text otherDecisions(Path store, long count, long known, long noted) {
            return new Text(
                    "警告！数据库 %s 中有 %d 项决定，运行记录却记有 %d 项，只有前 %d 项一致：此后的决定被删改过，或数据库是不经 jibao restore 换上的另一份副本。汇总按现有的决定计算。若是有意换上副本，请用 jibao restore 恢复它，运行记录会注明；否则请查明原因，用 jibao restore 换上最近的备份"
                            .formatted(store, count, noted, known),
                    "WARNING! The store %s holds %d decisions, the ledger of runs knows %d, and only the first %d agree: later ones were removed or changed, or the store is a copy that was put there without `jibao restore`. Figures go by what stands there. If the copy is meant, restore it with `jibao restore`, and the ledger says so; otherwise find out who did it and restore the newest backup"
                            .formatted(store, count, noted, known));
        }

        /** What a restored backup lacks is no break, and is said once. */
        static Text restoredOlder(long count, long noted) {
            return new Text(
                    "恢复后的数据库有 %d 项决定；恢复前的运行记录记有 %d 项。备份之后作出的决定不在其中，请用 jibao history 查看，需要的重新作出".formatted(count, noted),
                    "the restored store holds %d decisions; the ledger knew %d before. Those taken after the backup are not in it: look with `jibao history`, and take again what is needed"
                            .formatted(count, noted));
        }
    }
}
