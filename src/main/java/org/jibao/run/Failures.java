package org.jibao.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jibao.definition.JobDefinition;
import org.jibao.delivery.DeliveryException;
import org.jibao.finding.Cause;
import org.jibao.finding.Text;
import org.jibao.metrics.MetricException;
import org.jibao.store.Store;
import org.jibao.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

/** Turns what went wrong in a batch job into what an operator can act on. */
public final class Failures {

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
        return new OperationalFailure(
                new Text(
                        "运行中断：%s。已提交的内容完好；%s"
                                .formatted(cause.why().zh(), cause.cure().zh()),
                        "the run broke off: %s. What was committed is intact; %s"
                                .formatted(cause.why().en(), cause.cure().en())),
                failure);
    }

    public static OperationalFailure of(StoreException e) {
        return new OperationalFailure(e.text(), e);
    }

    public static OperationalFailure output(IOException e) {
        if (e instanceof DeliveryException known) {
            return new OperationalFailure(known.text(), known);
        }
        Text why = why(e);
        return new OperationalFailure(
                new Text(
                        "无法写入输出：%s。原有输出未被改动；请检查目录权限和磁盘空间，然后用同一命令继续".formatted(why.zh()),
                        "the output cannot be written: %s. What stood there was not touched; check the folder's rights and the disk's space, then go on with the same command"
                                .formatted(why.en())),
                e);
    }

    public static OperationalFailure ledger(Path ledger, IOException e) {
        return new OperationalFailure(
                new Text(
                        "无法写入运行记录 %s：%s。为免运行了而无人知道，本次没有开始；请检查目录权限和磁盘空间后重试".formatted(ledger, e),
                        "the ledger of runs %s cannot be written: %s. So that nothing runs unseen, this run was not begun; check the folder's rights and the disk's space, then run again"
                                .formatted(ledger, e)),
                e);
    }

    /** Without the key no template's code could be told from a forged one. */
    public static OperationalFailure markKey(Path key, IOException e) {
        return new OperationalFailure(
                new Text(
                        "无法使用空白表编码的密钥 %s：%s。请检查权限，或从备份中恢复这个文件；若确实没有备份，请移走它，此前发出的空白表上的编码从此不能再作依据".formatted(key, e),
                        "the key of the templates' codes %s cannot be used: %s. Check its rights, or take the file from a backup; if there is none, move it away: the codes of templates that were sent out prove nothing then"
                                .formatted(key, e)),
                e);
    }

    /** The work is done, and nobody will see that it is. */
    public static OperationalFailure endNotNoted(Path ledger, IOException e) {
        return new OperationalFailure(
                new Text(
                        "运行已经做完，数据库、汇总和送达都有效，但它的结束无法写入运行记录 %s：%s。jibao runs 会把它列为“中断”；请腾出空间、检查权限，然后再运行一次，做过的不会重做"
                                .formatted(ledger, e),
                        "the run has done its work, and store, summaries and deliveries stand, but its end cannot be noted in the ledger of runs %s: %s. `jibao runs` will list it as broken off; make room, check the rights and run again, nothing is done twice"
                                .formatted(ledger, e)),
                e);
    }

    /** A reason that is known, beside the words of the system, which name the file. */
    private static Text why(IOException e) {
        return Cause.of(e)
                .map(cause ->
                        new Text(cause.why().zh() + "（" + e + "）", cause.why().en() + " (" + e + ")"))
                .orElseGet(() -> Text.same(e.toString()));
    }

    public static OperationalFailure nothingCollected(JobDefinition job, Path store) {
        return new OperationalFailure(
                new Text(
                        "数据库 %s 里还没有收取过任务 %s 的报表。请先运行 jibao collect 或 jibao run（若数据库在别处，用 --store 指定）"
                                .formatted(store, job.id()),
                        "nothing has been collected for the job %s into the store %s yet. Run `jibao collect` or `jibao run` first, or name the right store with --store"
                                .formatted(job.id(), store)),
                null);
    }

    /** The only kind that is worth a stack trace, which nobody else logs. */
    private static OperationalFailure unforeseen(Throwable cause) {
        LOG.error("the run broke off", cause);
        return new OperationalFailure(
                new Text(
                        "运行中断：%s。已提交的内容完好，可用同一命令继续；若再次发生，请连同日志一起报告".formatted(cause),
                        "the run broke off: %s. What was committed is intact, go on with the same command; if it happens again, please report it with the log"
                                .formatted(cause)),
                cause);
    }
}
