package org.jibao.run;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jibao.finding.Text;
import org.jibao.run.ledger.LedgerBreak;
import org.jibao.store.DecisionChain;

/** What is said where decisions or the ledger of runs are no longer what was written. */
public final class ChainWords {

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
