package org.jibao.run;

import org.jibao.finding.Text;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** A run that ended because it was asked to. Says how far it came; the same command goes on from there. */
public final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    private RunStopped(Text text) {
        super(text.en());
        this.text = text;
    }

    public Text text() {
        return text;
    }

    public static RunStopped before(Stage stage) {
        return new RunStopped(new Text(
                "已按要求停止，停在“%s”之前。此前完成的都已保存；用同一命令即可继续".formatted(stage.label().zh()),
                "stopped as asked, before: %s. What was done until then is kept; the same command goes on"
                        .formatted(stage.label().en())));
    }

    /** @param files how many were to be taken in */
    public static RunStopped collecting(JobExecution execution, int files) {
        long kept = execution.getStepExecutions().stream()
                .mapToLong(StepExecution::getWriteCount)
                .sum();
        return new RunStopped(new Text(
                "已按要求停止：%d 个新文件中已收取 %d 个，均已保存；用同一命令即可继续".formatted(files, kept),
                "stopped as asked: %2$d of the %1$d new files are taken in and kept; the same command goes on"
                        .formatted(files, kept)));
    }

    public static RunStopped summarizing(String period) {
        return new RunStopped(new Text(
                "已按要求停止：%s 的汇总还没有写完，原有的汇总未被改动；用同一命令即可继续".formatted(period),
                "stopped as asked: the summary of %s is not finished, and the one that stood there is untouched; the same command goes on"
                        .formatted(period)));
    }
}
