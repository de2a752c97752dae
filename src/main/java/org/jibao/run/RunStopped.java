package org.jibao.run;

import org.jibao.finding.Text;
import org.jibao.finding.Wording;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** A run that ended because it was asked to. Says how far it came; the same command goes on from there. */
public final class RunStopped extends RuntimeException {
    private static final Wording WORDS = Wording.of(RunStopped.class);

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
        return new RunStopped(WORDS.text("stopped.before", stage.label()));
    }

    /** @param files how many were to be taken in */
    public static RunStopped collecting(JobExecution execution, int files) {
        long kept = execution.getStepExecutions().stream()
                .mapToLong(StepExecution::getWriteCount)
                .sum();
        return new RunStopped(WORDS.text("stopped.collecting", kept, files));
    }

    /** While others were reading for it: what they have read is gone on with. */
    public static RunStopped collecting(long read, int files) {
        return new RunStopped(WORDS.text("stopped.collecting", read, files));
    }

    public static RunStopped summarizing(String period) {
        return new RunStopped(WORDS.text("stopped.summarizing", period));
    }
}
